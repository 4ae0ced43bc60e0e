#ifndef RUNTIME_TRANSPORT_UNLOCKED_H
#define RUNTIME_TRANSPORT_UNLOCKED_H

#include <mutex>

namespace rpc::transport {

/// Gives a lock back while it lives: for what takes long, or calls others.
class unlocked {
 public:
  explicit unlocked(std::unique_lock<std::mutex>& lock) : lock_(lock) { lock_.unlock(); }
  unlocked(const unlocked&) = delete;
  unlocked& operator=(const unlocked&) = delete;
  ~unlocked() { lock_.lock(); }

 private:
  std::unique_lock<std::mutex>& lock_;
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_UNLOCKED_H
