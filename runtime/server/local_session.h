#ifndef RUNTIME_SERVER_LOCAL_SESSION_H
#define RUNTIME_SERVER_LOCAL_SESSION_H

#include "../protocol/output.h"
#include "../transport/event.h"
#include "../transport/stream.h"
#include "call_gate.h"
#include "deferred_call.h"
#include "dispatch.h"
#include "session.h"

#include <condition_variable>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace rpc::runtime {

/// Both ends' bytes of a connection within the process: a session of the server, and the
/// stream that the client uses. Calls run on the client's threads, in attend(). Those with pipes
/// have threads of their own, since the client's ends of the pipes run on its.
class local_session final : public session,
                            public transport::stream,
                            public deferring_host,
                            public std::enable_shared_from_this<local_session> {
 public:
  /// `calls`, `runs` and `associations` may be destroyed after close().
  local_session(call_gate& calls, const dispatcher& runs, std::shared_ptr<const catalogue> served,
                const protocol::settings& limits, association_table& associations, caller client,
                const admission& admits);

  /// The client's end of it, which is what ends the session.
  [[nodiscard]] std::shared_ptr<transport::stream> client_end();

  /// The server ends: no call begins any more, answers that were given can still be read.
  void close();

  void abandon(std::string_view reason) override;
  [[nodiscard]] common_budget* memory() noexcept override { return nullptr; }

  std::size_t write_some(std::span<const std::span<const std::byte>> runs) override;
  std::optional<std::size_t> read_some(places into) override;
  std::optional<std::size_t> read_or_wait(places into,
                                          transport::clock::time_point deadline) override;
  bool wait(transport::readiness what, transport::clock::time_point deadline) override;
  [[nodiscard]] bool in_memory() const noexcept override { return true; }
  [[nodiscard]] int fd() override;
  void attend() override;
  void shutdown() noexcept override { abandon({}); }

 private:
  /// A call with pipes that runs, or has run.
  struct piped_call {
    protocol::incoming_call call;
    std::thread thread;
    bool done = false;
  };

  void answer(deferred_call& later) noexcept override;
  void on_client_left();
  void answered(std::unique_lock<std::mutex>& lock, std::size_t bytes) override;
  void send_parts(std::unique_lock<std::mutex>& lock) override { answered(lock, 0); }
  void input_taken() override { wake_client(); }
  [[nodiscard]] std::size_t unsent() const noexcept override;
  [[nodiscard]] bool input_ended() const noexcept override { return closed_ || lost_ || left_; }
  [[nodiscard]] bool output_ended() const noexcept override { return lost_ || left_; }
  bool take_next(protocol::incoming_call& call, bool& more);
  bool run(protocol::incoming_call& call, std::unique_ptr<call_room>& room);
  void run_apart(protocol::incoming_call call);
  std::list<piped_call> take_done();
  static context_turn await(call_room& room);
  void wake_client() {
    if (client_waits_ > 0) changed_.notify_all();
  }
  [[nodiscard]] bool ended() const noexcept;
  [[nodiscard]] bool readable();
  void wake_reader();

  call_gate& gate_;
  const dispatcher& dispatcher_;

  // Guarded by the session's lock:
  std::condition_variable changed_;
  std::size_t client_waits_ = 0;  // for changed_
  protocol::output sending_;
  std::vector<protocol::incoming_call> calls_;  // that no thread runs yet
  bool closed_ = false;                         // no call begins any more
  bool lost_ = false;                           // nothing can be read any more
  bool left_ = false;                           // the client is gone
  std::list<piped_call> piped_;
  std::optional<transport::event_descriptor> unread_;  // once it was asked for; see fd()
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_LOCAL_SESSION_H
