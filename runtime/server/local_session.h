#ifndef RUNTIME_SERVER_LOCAL_SESSION_H
#define RUNTIME_SERVER_LOCAL_SESSION_H

#include "../protocol/output.h"
#include "../transport/stream.h"
#include "call_gate.h"
#include "dispatch.h"
#include "session.h"

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace rpc::runtime {

/// Both ends' bytes of a connection within the process: a session of the server, and the
/// stream that the client uses. Calls run on the client's threads, in attend().
class local_session final : public session, public transport::stream {
 public:
  /// `calls`, `runs` and `associations` may be destroyed after close().
  local_session(call_gate& calls, const dispatcher& runs, std::shared_ptr<const catalogue> served,
                const protocol::settings& limits, association_table& associations, caller client);

  /// The server ends: no call begins any more, answers that were given can still be read.
  void close();

  void abandon(std::string_view reason) override;

  std::size_t write_some(std::span<const std::span<const std::byte>> runs) override;
  std::optional<std::size_t> read_some(std::span<std::byte> into) override;
  void wait(transport::readiness what, transport::clock::time_point deadline) override;
  [[nodiscard]] bool in_memory() const noexcept override { return true; }
  void attend() override;

 private:
  void answered(std::unique_lock<std::mutex>& lock, std::size_t bytes) override;
  bool run_next();
  static context_turn await(call_room& room);
  [[nodiscard]] bool ended() const noexcept;

  call_gate& gate_;
  const dispatcher& dispatcher_;

  // Guarded by the session's lock:
  std::condition_variable changed_;
  protocol::output sending_;
  std::vector<protocol::server_event> events_;     // calls that nobody runs yet
  std::vector<std::unique_ptr<call_room>> rooms_;  // of earlier calls
  bool closed_ = false;                            // no call begins any more
  bool lost_ = false;                              // nothing can be read any more
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_LOCAL_SESSION_H
