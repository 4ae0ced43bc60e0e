#include "event.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <system_error>

namespace rpc::transport {
event_descriptor::event_descriptor() : counter_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (!counter_) throw std::system_error(errno, std::generic_category(), "eventfd");
}

void event_descriptor::set() noexcept {
  const int kept = errno;
  const std::uint64_t one = 1;
  // It fails only where the counter is full, and then it is readable already.
  [[maybe_unused]] const ssize_t written = ::write(counter_.get(), &one, sizeof one);
  errno = kept;
}

bool event_descriptor::clear() noexcept {
  std::uint64_t count;
  return ::read(counter_.get(), &count, sizeof count) == sizeof count;
}

event::event(reactor& on, task& work) : work_(work), watch_(on, notified_.fd()) {}

void event::open() {
  watch_.attach(std::shared_ptr<readiness_handler>(std::shared_ptr<void>(), this));
  watch_.await(true, false);
}

void event::on_readable() {
  if (notified_.clear()) work_.run();
}

}  // namespace rpc::transport
