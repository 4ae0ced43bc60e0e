#include "event.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <system_error>

namespace rpc::transport {
namespace {

descriptor make_counter() {
  const int fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  return descriptor(fd);
}

}  // namespace

event::event(reactor& on, task& work)
    : work_(work), counter_(make_counter()), watch_(on, counter_.get()) {}

void event::open() {
  watch_.attach(std::shared_ptr<readiness_handler>(std::shared_ptr<void>(), this));
  watch_.await(true, false);
}

void event::notify() noexcept {
  const int kept = errno;
  const std::uint64_t one = 1;
  // It fails only where the counter is full, and then it is readable already.
  [[maybe_unused]] const ssize_t written = ::write(counter_.get(), &one, sizeof one);
  errno = kept;
}

void event::on_readable() {
  std::uint64_t count;
  if (::read(counter_.get(), &count, sizeof count) == sizeof count) work_.run();
}

}  // namespace rpc::transport
