#ifndef RUNTIME_SERVER_SOCKET_SESSION_H
#define RUNTIME_SERVER_SOCKET_SESSION_H

#include "../memory/common_budget.h"
#include "../protocol/output.h"
#include "../transport/reactor.h"
#include "../transport/socket.h"
#include "allowance.h"
#include "counters.h"
#include "scheduler.h"
#include "session.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::runtime {

class socket_session;

/// What sessions need of their server.
class session_host {
 public:
  // In turns of the reactor:
  /// Calls to be run. Those that find no room are answered at once.
  virtual void submit(std::vector<job>& calls) = 0;
  /// A session of `peer` has left its association, whose end may run down contexts.
  virtual void release(std::shared_ptr<association> left,
                       const std::shared_ptr<peer_share>& peer) = 0;
  /// The session is over; `reason` is empty if it ended as it should.
  virtual void forget(const std::shared_ptr<socket_session>& ended, std::string_view reason) = 0;

  /// What the server counts. Any thread.
  virtual counters& counts() noexcept = 0;
  /// What the calls of all sessions may allocate together. Any thread.
  virtual common_budget& memory() noexcept = 0;
  /// Answers are held back for a call that has just been started. It may last, or wait: sees to it
  /// that flush() is called in a few milliseconds. Any thread, without the session's lock.
  virtual void answers_are_held() noexcept = 0;

  // Any thread, with the session's lock held:
  /// The session's client does not take its answers: no more of its calls are started, until it
  /// does.
  virtual void hold(flow& calls) = 0;
  virtual void resume(flow& calls) = 0;
  /// The session buffers `more` bytes more than before.
  virtual void count_buffered(std::ptrdiff_t more) = 0;

 protected:
  ~session_host() = default;
};

/// A session over a socket.
///
/// Input is read in turns of the reactor, as much as has arrived, and left unread while
/// the protocol does not want it or the client does not take its answers: while that is so, no
/// more of its calls are started either. Output is written by
/// whichever thread has it; what does not go at once is left to the reactor.
class socket_session final : public session,
                             public transport::readiness_handler,
                             public std::enable_shared_from_this<socket_session> {
 public:
  using clock = protocol::server_connection::time_point::clock;

  /// Time limits that the protocol does not know; 0: without limit.
  struct time_limits {
    std::chrono::milliseconds write;  ///< in which the client takes nothing of what waits for it
    std::size_t rate;                 ///< bytes that it takes in a second, once it has used that up
    std::chrono::milliseconds idle;   ///< without calls and contexts
  };

  /// `host` and `loop` outlive the session.
  socket_session(session_host& host, transport::reactor& loop, transport::descriptor connected,
                 std::shared_ptr<const catalogue> served, std::string secondary_address,
                 const protocol::settings& limits, const time_limits& times, std::size_t max_memory,
                 association_table& associations, caller client,
                 std::shared_ptr<peer_share> threads, const admission& admits);

  /// Begins to read. In a turn of the reactor.
  void open();
  /// Closes the connection if the client has exceeded a time limit. In a turn.
  void check_times(clock::time_point now);
  /// Closes the connection at once, for a reason that is logged. In a turn.
  void close(std::string_view reason);
  /// When a connection was accepted whose client has not bound yet.
  [[nodiscard]] std::optional<clock::time_point> unbound_since();
  /// Bytes that it buffers.
  [[nodiscard]] std::size_t buffered();
  /// Where the session's calls wait for a thread.
  [[nodiscard]] std::shared_ptr<flow> flow_of(const protocol::incoming_call& call) const {
    return {flows_, has_pipes(call.interface, call.opnum) ? &flows_->streams : &flows_->calls};
  }
  /// The same, of all of them.
  [[nodiscard]] connection_flows& flows() const { return *flows_; }
  void abandon(std::string_view reason) override;
  [[nodiscard]] common_budget* memory() noexcept override { return &memory_; }
  /// Whether it has ended, so that no call can be answered. Any thread.
  [[nodiscard]] bool over() const noexcept { return over_; }
  /// A call of this session was taken out of the queue.
  void call_started() noexcept {
    if (--queued_ == 0 && held_bytes_ > 0) host_.answers_are_held();
  }
  /// Sends answers that were held back. Any thread.
  void flush();
  /// Reads no more, sends what there is, and ends. In a turn.
  void finish();
  /// Ends at once. In a turn.
  void drop();

  void on_readable() override;
  void on_writable() override;
  void on_failed() override;

 private:
  void answered(std::unique_lock<std::mutex>& lock, std::size_t bytes) override;
  void send_parts(std::unique_lock<std::mutex>& lock) override { write(lock); }
  void input_taken() override { next_step(); }
  [[nodiscard]] std::size_t unsent() const noexcept override;
  [[nodiscard]] bool input_ended() const noexcept override;
  [[nodiscard]] bool output_ended() const noexcept override;
  void await();
  template <class Act>
  bool attempt(Act act);
  void give_up(std::string_view reason);
  void lose(std::string_view reason) noexcept;
  void end(std::string_view reason);
  void read_some(std::unique_lock<std::mutex>& lock);
  [[nodiscard]] bool take_backlog();
  void run_calls();
  void write(std::unique_lock<std::mutex>& lock);
  bool take_output();
  bool write_some(std::unique_lock<std::mutex>& lock);
  void count_buffers();
  void trim() noexcept;
  void release_buffers() noexcept;
  [[nodiscard]] bool takes_nothing(clock::time_point now) const noexcept;
  void next_step();
  [[nodiscard]] bool wants_input() const noexcept;

  transport::task_of<socket_session, &socket_session::on_readable> reading_{*this};
  transport::task_of<socket_session, &socket_session::drop> dropping_{*this};

  session_host& host_;
  transport::reactor& loop_;
  transport::socket socket_;

  // In turns only:
  std::vector<protocol::incoming_call> read_;
  std::vector<job> jobs_;
  bool dropped_ = false;

  const std::shared_ptr<connection_flows> flows_;
  common_budget memory_;
  const time_limits times_;
  const clock::time_point accepted_ = clock::now();

  // Guarded by the session's lock:
  transport::watch watch_;
  buffer backlog_;                 // input that was read and that the protocol does not want yet
  std::size_t backlog_taken_ = 0;  // of it, by the protocol
  allowance waits_;                // for the client to take answers
  clock::time_point stalled_{};    // since when it takes nothing; 0: it does
  std::size_t counted_ = 0;        // bytes that the host knows to be buffered
  bool held_ = false;              // no call is started
  protocol::output sending_;
  std::string lost_;          // why the socket is of no more use
  bool writing_ = false;      // a thread writes, or the reactor waits to do it
  bool blocked_ = false;      // the client does not take its answers
  bool paused_ = true;        // nothing waits for input
  bool input_ended_ = false;  // the client has closed its side, or we want no more

  std::atomic<bool> over_ = false;  // to be forgotten; set with the lock held
  // An answer is first counted as held, and is then sent if no call is queued; a call first leaves
  // the queue, and then looks for what is held: one of the two finds the other.
  std::atomic<std::size_t> queued_ = 0;      // calls that were read and not started yet
  std::atomic<std::size_t> held_bytes_ = 0;  // of answers that wait for more to be sent with them
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_SOCKET_SESSION_H
