#include "event.h"

#include <cerrno>
#include <cstdint>
#include <system_error>

#include <sys/eventfd.h>
#include <unistd.h>

namespace rpc::transport {
namespace {

descriptor make_counter() {
  const int fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  return descriptor(fd);
}

}  // namespace

event::event(reactor& on, errand& work)
    : work_(work), counter_(make_counter()), watch_(on.add(counter_.get())) {}

void event::open() {
  watch_->await_readable(std::shared_ptr<readiness_handler>(std::shared_ptr<void>(), this));
}

void event::notify() noexcept {
  const int kept = errno;
  const std::uint64_t one = 1;
  // It fails only where the counter is full, and then it is readable already.
  [[maybe_unused]] const ssize_t written = ::write(counter_.get(), &one, sizeof one);
  errno = kept;
}

}  // namespace rpc::transport
