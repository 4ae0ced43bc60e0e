#ifndef RUNTIME_SERVICES_PROCESS_WATCH_H
#define RUNTIME_SERVICES_PROCESS_WATCH_H

#include <rpc/endpoint.h>

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace rpc::runtime {

/// Knows when a process has ended, whatever process gets its id then (pidfd_open(2)).
class process_watch {
 public:
  explicit process_watch(const local_process& of)
      : descriptor_(static_cast<int>(::syscall(SYS_pidfd_open, of.process, 0))) {}
  process_watch(const process_watch&) = delete;
  process_watch& operator=(const process_watch&) = delete;
  ~process_watch() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  /// Also if the process had ended before, or cannot be watched.
  [[nodiscard]] bool ended() const noexcept {
    pollfd state{descriptor_, POLLIN, 0};
    return descriptor_ < 0 || ::poll(&state, 1, 0) != 0;
  }

 private:
  const int descriptor_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVICES_PROCESS_WATCH_H
