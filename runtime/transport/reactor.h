#ifndef RUNTIME_TRANSPORT_REACTOR_H
#define RUNTIME_TRANSPORT_REACTOR_H

#include "socket.h"
#include "spin.h"
#include "task.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace rpc::transport {

class watch;

/// What wants to know when a descriptor is ready. Called in a turn of the reactor.
class readiness_handler {
 public:
  virtual ~readiness_handler() = default;
  virtual void on_readable() = 0;
  virtual void on_writable() = 0;
  /// The connection has failed, even if nothing is awaited of it.
  virtual void on_failed() {}
};

/// Waits for descriptors, timers and tasks, and does what has to be done, turn by turn. Any thread
/// may take a turn, one at a time, and what one turn did happened before the next: all that is only
/// touched in turns needs no lock. Once there are reactor, watches and tasks, nothing takes memory.
class reactor {
 public:
  /// A turn that waits spins for `spin` first. Throws std::system_error.
  explicit reactor(std::chrono::microseconds spin);
  reactor(const reactor&) = delete;
  reactor& operator=(const reactor&) = delete;
  ~reactor();

  /// Does what there is to do. If `waits` and there is nothing, waits for it, or for interrupt().
  void turn(bool waits);
  /// Ends the wait of a turn, or of the next. Any thread.
  void interrupt() noexcept;

  /// Runs `work` in a turn to come, and keeps it until then. What waits for its turn already, or
  /// for its time, is not added again. Any thread.
  void post(std::shared_ptr<task> work) noexcept;
  /// Runs `work` in a turn after a while. In a turn.
  void after(std::chrono::milliseconds delay, std::shared_ptr<task> work) noexcept;
  /// Does not run it after that while, if it was to be. In a turn.
  void withdraw(task& work) noexcept;

 private:
  friend class watch;

  /// A descriptor that is ready; null if it was released meanwhile.
  struct event {
    watch* at;
    std::uint32_t what;
  };

  std::size_t wait(bool waits);
  std::size_t poll(int timeout);
  void set_timer() noexcept;
  void run_posted();
  void run_due();
  static void run(task& next);
  void forget(const watch& released) noexcept;

  const std::chrono::microseconds spin_;
  const descriptor epoll_;
  const descriptor interrupts_;          // an eventfd
  const descriptor timer_;               // a timerfd, for the first of timed_
  std::atomic<task*> posted_ = nullptr;  // the last one first
  std::atomic<bool> sleeps_ = false;     // a turn waits, and is interrupted by what is posted

  // In turns:
  spin_habit habit_;
  task* timed_ = nullptr;  // the first one first
  bool due_ = false;       // its time has come
  std::array<event, 64> ready_{};
};

/// The reactor's view of one descriptor, which is added to it once: what is waited for changes
/// seldom, and takes a system call only then.
class watch {
 public:
  /// `fd` stays the caller's, and open until release(). Throws std::system_error.
  watch(reactor& on, int fd);
  watch(const watch&) = delete;
  watch& operator=(const watch&) = delete;
  ~watch() { release(); }

  /// Who is notified from now on. In a turn.
  void attach(std::shared_ptr<readiness_handler> handler) { handler_ = std::move(handler); }
  /// Whether the handler is called in each turn in which the descriptor is readable, and writable.
  /// What has failed, or was closed at the other end, is both. Any thread, one at a time.
  void await(bool input, bool output) noexcept;
  /// Forgets the descriptor, and releases the handler. In a turn, or when there are none.
  void release() noexcept;

 private:
  friend class reactor;

  void dispatch(std::uint32_t ready);

  reactor& on_;
  int fd_;
  std::atomic<std::uint32_t> awaited_;
  std::shared_ptr<readiness_handler> handler_;
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_REACTOR_H
