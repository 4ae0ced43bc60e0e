#ifndef RUNTIME_SERVER_CALL_GATE_H
#define RUNTIME_SERVER_CALL_GATE_H

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace rpc::runtime {

/// Counts the calls that run on clients' threads, so that the server can wait for their end. The
/// lock is for what comes after close() only; no other is taken while it is held.
class call_gate {
 public:
  /// False once the gate is closed; else leave() must follow.
  bool enter() noexcept {
    std::size_t now = state_;
    while ((now & closed) == 0)
      if (state_.compare_exchange_weak(now, now + one)) return true;
    return false;
  }

  void leave() {
    std::size_t now = state_;
    while ((now & closed) == 0)
      if (state_.compare_exchange_weak(now, now - one)) return;
    // The thread that waits may destroy the gate as soon as it has the lock.
    const std::lock_guard lock(mutex_);
    if ((state_ -= one) == closed) empty_.notify_all();
  }

  void close() noexcept { state_ |= closed; }

  /// After close(): waits until all calls have left; false if some have not at `deadline`.
  bool wait_until(std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(mutex_);
    return empty_.wait_until(lock, deadline, [this] { return state_ == closed; });
  }
  void wait() { wait_until(std::chrono::steady_clock::time_point::max()); }

 private:
  static constexpr std::size_t closed = 1;
  static constexpr std::size_t one = 2;

  std::atomic<std::size_t> state_ = 0;  // so many ones, and `closed`
  std::mutex mutex_;
  std::condition_variable empty_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_CALL_GATE_H
