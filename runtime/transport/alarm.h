#ifndef RUNTIME_TRANSPORT_ALARM_H
#define RUNTIME_TRANSPORT_ALARM_H

#include "socket.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace rpc::transport {

/// Runs something on a thread of its own when a time has passed. To set it takes one system call
/// that wakes no thread.
class alarm {
 public:
  /// Throws std::system_error.
  explicit alarm(std::function<void()> ring);
  alarm(const alarm&) = delete;
  alarm& operator=(const alarm&) = delete;
  /// Waits for the end of `ring`, if it runs.
  ~alarm();

  /// Starts the thread, unless it was. Throws std::system_error.
  void begin();
  /// Rings once, after that time from now. Any thread.
  void set(std::chrono::nanoseconds delay) noexcept;

 private:
  void work();

  const std::function<void()> ring_;
  const descriptor timer_;
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_ALARM_H
