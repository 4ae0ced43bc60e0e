#include "alarm.h"

#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

namespace rpc::transport {
namespace {

descriptor make_timer() {
  descriptor made(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  if (!made) throw std::system_error(errno, std::generic_category(), "timerfd_create");
  return made;
}

}  // namespace

alarm::alarm(std::function<void()> ring) : ring_(std::move(ring)), timer_(make_timer()) {}

alarm::~alarm() {
  ended_ = true;
  set(std::chrono::nanoseconds(1));
  if (thread_.joinable()) thread_.join();
}

void alarm::begin() {
  if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
}

void alarm::set(std::chrono::nanoseconds delay) noexcept {
  const auto whole = std::chrono::duration_cast<std::chrono::seconds>(delay);
  const itimerspec once{{}, {whole.count(), (delay - whole).count()}};
  ::timerfd_settime(timer_.get(), 0, &once, nullptr);
}

void alarm::work() {
  for (std::uint64_t times = 0;;) {
    const bool rings = ::read(timer_.get(), &times, sizeof times) == sizeof times;
    if (ended_) return;
    if (rings) ring_();
  }
}

}  // namespace rpc::transport
