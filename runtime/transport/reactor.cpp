#include "reactor.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

namespace rpc::transport {
namespace {

// Failures are always reported. Where nothing is awaited, only once.
constexpr std::uint32_t nothing = EPOLLET;

descriptor check(int fd, const char* what) {
  if (fd < 0) throw std::system_error(errno, std::generic_category(), what);
  return descriptor(fd);
}

int control(int epoll, int how, int fd, std::uint32_t what, const void* at) noexcept {
  epoll_event event{};
  event.events = what;
  event.data.ptr = const_cast<void*>(at);
  return ::epoll_ctl(epoll, how, fd, &event);
}

}  // namespace

reactor::reactor(std::chrono::microseconds spin)
    : spin_(spin),
      epoll_(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      interrupts_(check(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")),
      timer_(
          check(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK), "timerfd_create")) {
  // Each write, and each time, is reported once, and the counters are never read.
  if (control(epoll_.get(), EPOLL_CTL_ADD, interrupts_.get(), EPOLLIN | EPOLLET, nullptr) != 0 ||
      control(epoll_.get(), EPOLL_CTL_ADD, timer_.get(), EPOLLIN | EPOLLET, &timer_) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

reactor::~reactor() {
  for (task* left : {posted_.load(), timed_})
    while (left != nullptr) {
      task* const next = left->next_;
      left->self_.reset();  // which may end it
      left = next;
    }
}

void reactor::turn(bool waits) {
  const std::size_t count = wait(waits);
  for (std::size_t i = 0; i < count; ++i)
    if (watch* const at = ready_[i].at; at != nullptr) at->dispatch(ready_[i].what);
  run_posted();
  run_due();
}

void reactor::interrupt() noexcept {
  const std::uint64_t one = 1;
  // It fails only where the counter is full.
  [[maybe_unused]] const ssize_t written = ::write(interrupts_.get(), &one, sizeof one);
}

std::size_t reactor::wait(bool waits) {
  if (!waits || posted_.load() != nullptr) return poll(0);
  std::size_t count = 0;
  const auto comes = [&] { return (count = poll(0)) != 0 || posted_.load() != nullptr; };
  if (habit_.spin_until(comes, spin_, clock::now())) return count;
  sleeps_ = true;
  // To wait without a limit takes less time.
  count = poll(posted_.load() != nullptr ? 0 : -1);
  sleeps_ = false;
  return count;
}

/// The events that are now in ready_, one of interrupt() included. Failures to wait are signals.
std::size_t reactor::poll(int timeout) {
  std::array<epoll_event, std::tuple_size_v<decltype(ready_)>> events;
  const int count = ::epoll_wait(epoll_.get(), events.data(), int{events.size()}, timeout);
  for (int i = 0; i < count; ++i) {
    const bool times = events[i].data.ptr == &timer_;
    due_ = due_ || times;
    ready_[i] = {times ? nullptr : static_cast<watch*>(events[i].data.ptr), events[i].events};
  }
  return static_cast<std::size_t>(std::max(0, count));
}

void reactor::set_timer() noexcept {
  const auto due = timed_->due_.time_since_epoch();
  const auto whole = std::chrono::duration_cast<std::chrono::seconds>(due);
  const itimerspec once{{}, {whole.count(), std::chrono::nanoseconds(due - whole).count()}};
  ::timerfd_settime(timer_.get(), TFD_TIMER_ABSTIME, &once, nullptr);
}

void reactor::post(std::shared_ptr<task> work) noexcept {
  task* const added = work.get();
  if (added->waits_.exchange(true)) return;
  added->self_ = std::move(work);
  added->next_ = posted_.load();
  while (!posted_.compare_exchange_weak(added->next_, added)) {
  }
  if (sleeps_.exchange(false)) interrupt();
}

void reactor::after(std::chrono::milliseconds delay, std::shared_ptr<task> work) noexcept {
  task* const added = work.get();
  if (added->waits_.exchange(true)) return;
  added->self_ = std::move(work);
  added->due_ = clock::now() + delay;
  task** place = &timed_;
  while (*place != nullptr && (*place)->due_ <= added->due_) place = &(*place)->next_;
  added->next_ = std::exchange(*place, added);
  if (timed_ == added) set_timer();
}

void reactor::withdraw(task& work) noexcept {
  task** place = &timed_;
  while (*place != nullptr && *place != &work) place = &(*place)->next_;
  if (*place == nullptr) return;
  *place = work.next_;
  work.waits_ = false;
  work.self_.reset();  // it may have been the last
}

/// What was posted before, in order: what these post has its turn later.
void reactor::run_posted() {
  if (posted_.load() == nullptr) return;
  task* first = nullptr;
  for (task* next = posted_.exchange(nullptr); next != nullptr;)
    first = std::exchange(next, std::exchange(next->next_, first));
  while (first != nullptr) run(*std::exchange(first, first->next_));
}

void reactor::run_due() {
  if (!std::exchange(due_, false)) return;
  const auto now = clock::now();
  while (timed_ != nullptr && timed_->due_ <= now) run(*std::exchange(timed_, timed_->next_));
  if (timed_ != nullptr) set_timer();
}

void reactor::run(task& next) {
  const std::shared_ptr<task> kept = std::move(next.self_);
  next.waits_ = false;  // it may be posted again
  next.run();
}

void reactor::forget(const watch& released) noexcept {
  for (event& each : ready_)
    if (each.at == &released) each.at = nullptr;
}

watch::watch(reactor& on, int fd) : on_(on), fd_(fd), awaited_(nothing) {
  if (control(on_.epoll_.get(), EPOLL_CTL_ADD, fd_, nothing, this) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

void watch::await(bool input, bool output) noexcept {
  const std::uint32_t wanted =
      (input ? std::uint32_t{EPOLLIN} : 0) | (output ? std::uint32_t{EPOLLOUT} : 0);
  const std::uint32_t events = wanted == 0 ? nothing : wanted;
  if (fd_ < 0 || awaited_.exchange(events) == events) return;
  control(on_.epoll_.get(), EPOLL_CTL_MOD, fd_, events, this);
}

void watch::release() noexcept {
  if (fd_ < 0) return;
  control(on_.epoll_.get(), EPOLL_CTL_DEL, std::exchange(fd_, -1), 0, this);
  on_.forget(*this);
  handler_.reset();
}

void watch::dispatch(std::uint32_t ready) {
  const std::shared_ptr<readiness_handler> handler = handler_;
  if (!handler) return;
  if ((ready & EPOLLERR) != 0) handler->on_failed();
  const bool failed = (ready & (EPOLLHUP | EPOLLERR)) != 0;
  if ((awaited_.load() & EPOLLIN) != 0 && (failed || (ready & EPOLLIN) != 0))
    handler->on_readable();
  if ((awaited_.load() & EPOLLOUT) != 0 && (failed || (ready & EPOLLOUT) != 0))
    handler->on_writable();
}

}  // namespace rpc::transport
