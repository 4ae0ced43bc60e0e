#ifndef RUNTIME_SERVER_SOCKET_SESSION_H
#define RUNTIME_SERVER_SOCKET_SESSION_H

#include "../protocol/output.h"
#include "../transport/reactor.h"
#include "../transport/socket.h"
#include "call_contexts.h"
#include "session.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::runtime {

class socket_session;

/// A call on its way from a socket to a thread that runs it, or an association that ends there.
struct job {
  std::shared_ptr<socket_session> origin;  // null: no call
  protocol::incoming_call call;
  context_turn turn = {};  // what the call has waited for
  std::shared_ptr<association> ended = {};
};

/// What sessions need of their server. Called on the reactor's thread.
class session_host {
 public:
  /// Room for what a session reads; used within one call of on_readable().
  virtual std::span<std::byte> input_room() = 0;
  /// Calls to be run. Those that find no room are answered at once.
  virtual void run(std::vector<job>& calls) = 0;
  /// The session has left its association, whose end may run down contexts.
  virtual void release(std::shared_ptr<association> left) = 0;
  /// The session is over; `reason` is empty if it ended as it should.
  virtual void forget(const std::shared_ptr<socket_session>& ended, std::string_view reason) = 0;

 protected:
  ~session_host() = default;
};

/// A session over a socket.
///
/// Input is read on the reactor's thread, as much as has arrived, and left unread while
/// the protocol does not want it or the client does not take its answers. Output is written by
/// whichever thread has it; what does not go at once is left to the reactor.
class socket_session final : public session,
                             public transport::readiness_handler,
                             public std::enable_shared_from_this<socket_session> {
 public:
  /// `host` and `loop` outlive the session.
  socket_session(session_host& host, transport::reactor& loop, transport::descriptor connected,
                 std::shared_ptr<const catalogue> served, std::string secondary_address,
                 const protocol::settings& limits, association_table& associations, caller client);

  /// Begins to read. On the reactor's thread.
  void open();
  void abandon(std::string_view reason) override;
  /// A call of this session was taken out of the queue.
  void call_started() noexcept { --queued_; }
  /// Sends answers that were held back. Any thread.
  void flush();
  /// Reads no more, sends what there is, and ends. On the reactor's thread.
  void finish();
  /// Ends at once. On the reactor's thread.
  void drop();

  void on_readable() override;
  void on_writable() override;

 private:
  void answered(std::unique_lock<std::mutex>& lock, std::size_t bytes) override;
  void send_parts(std::unique_lock<std::mutex>& lock) override { write(lock); }
  void input_taken() override { next_step(); }
  [[nodiscard]] std::size_t unsent() const noexcept override;
  [[nodiscard]] bool input_ended() const noexcept override;
  [[nodiscard]] bool output_ended() const noexcept override;
  void await_output();
  void lose(std::string_view reason) noexcept;
  void read_all();
  void run_calls();
  void write(std::unique_lock<std::mutex>& lock);
  bool write_some(std::unique_lock<std::mutex>& lock);
  void next_step();
  [[nodiscard]] bool wants_input() const noexcept;

  transport::errand_of<socket_session, &socket_session::on_readable> reading_{*this};
  transport::errand_of<socket_session, &socket_session::await_output> awaiting_output_{*this};
  transport::errand_of<socket_session, &socket_session::drop> dropping_{*this};

  session_host& host_;
  transport::reactor& loop_;
  transport::socket socket_;

  // The reactor's thread only:
  std::unique_ptr<transport::reactor::watch> watch_;
  std::vector<protocol::server_event> events_;
  std::vector<job> calls_;

  // Guarded by the session's lock:
  protocol::output sending_;
  std::string lost_;            // why the socket is of no more use
  bool writing_ = false;        // a thread writes, or the reactor waits to do it
  bool blocked_ = false;        // the client does not take its answers
  bool paused_ = true;          // nothing waits for input
  bool input_ended_ = false;    // the client has closed its side, or we want no more
  bool over_ = false;           // to be forgotten
  std::size_t held_bytes_ = 0;  // of answers that are not sent yet, as more are to come

  std::atomic<std::size_t> queued_ = 0;  // calls that were read and not started yet
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_SOCKET_SESSION_H
