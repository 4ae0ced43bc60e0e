#ifndef RUNTIME_SERVER_CALL_GATE_H
#define RUNTIME_SERVER_CALL_GATE_H

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace rpc::runtime {

/// Counts the calls that run on clients' threads, so that the server can wait for their end. One
/// lock guards all of it; no other is taken while it is held.
class call_gate {
 public:
  /// False once the gate is closed; else leave() must follow.
  bool enter() {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    ++inside_;
    return true;
  }

  void leave() {
    const std::lock_guard lock(mutex_);
    if (--inside_ == 0) empty_.notify_all();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }

  /// Waits until nobody is inside; false if somebody is at `deadline`.
  bool wait_until(std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(mutex_);
    return empty_.wait_until(lock, deadline, [this] { return inside_ == 0; });
  }
  void wait() { wait_until(std::chrono::steady_clock::time_point::max()); }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  std::size_t inside_ = 0;
  bool closed_ = false;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_CALL_GATE_H
