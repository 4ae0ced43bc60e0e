#include "signals.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <mutex>
#include <system_error>
#include <utility>

namespace rpc::transport {
namespace {

// Signals are numbered from 1, and fit into one word.
constexpr int most_signals = 64;

std::uint64_t bit_of(int signal) { return std::uint64_t{1} << (signal - 1); }

std::mutex handling;
std::array<unsigned, most_signals + 1> handled{};  // by how many, each; guarded by `handling`

}  // namespace

/// Where a signal handler, on any thread and at any moment, leaves what it has received.
struct signals::mailbox {
  descriptor counter;                     // an eventfd
  std::atomic<std::uint64_t> wanted = 0;  // changed under `handling`
  std::atomic<int> received = 0;          // the first
  std::atomic<bool> taken = true;
  mailbox* next = nullptr;
};

std::atomic<signals::mailbox*> signals::mailboxes = nullptr;

signals::mailbox& signals::take_mailbox() {
  for (mailbox* each = mailboxes; each != nullptr; each = each->next)
    if (!each->taken.exchange(true)) return *each;
  auto made = std::make_unique<mailbox>();
  made->counter = descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!made->counter) throw std::system_error(errno, std::generic_category(), "eventfd");
  made->next = mailboxes;
  while (!mailboxes.compare_exchange_weak(made->next, made.get())) {
  }
  return *made.release();
}

void signals::deliver(int signal) {
  const int kept = errno;
  for (mailbox* each = mailboxes; each != nullptr; each = each->next) {
    int none = 0;
    if ((each->wanted & bit_of(signal)) == 0 ||
        !each->received.compare_exchange_strong(none, signal))
      continue;
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(each->counter.get(), &one, sizeof one);
  }
  errno = kept;
}

signals::signals(reactor& on, std::span<const int> which, std::function<void(int)> handler)
    : from_(take_mailbox()), handler_(std::move(handler)), watch_(on, from_.counter.get()) {
  std::uint64_t stale;  // of who had it before
  [[maybe_unused]] const ssize_t read = ::read(from_.counter.get(), &stale, sizeof stale);
  from_.received = 0;
  try {
    for (const int signal : which) handle(signal);
  } catch (...) {
    restore();
    from_.taken = false;
    throw;
  }
  sigset_t unblocked;
  sigemptyset(&unblocked);
  for (const int signal : which) sigaddset(&unblocked, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &unblocked, &blocked_before_);
  watch_.attach(std::shared_ptr<readiness_handler>(std::shared_ptr<void>(), this));
  watch_.await(true, false);
}

signals::~signals() {
  watch_.release();
  restore();
  from_.taken = false;
  ::pthread_sigmask(SIG_SETMASK, &blocked_before_, nullptr);
}

void signals::handle(int signal) {
  const auto fail = [](int why) {
    throw std::system_error(why, std::generic_category(), "a signal that cannot be handled");
  };
  if (signal <= 0 || signal > most_signals) fail(EINVAL);
  const std::lock_guard lock(handling);
  if ((from_.wanted & bit_of(signal)) != 0) return;
  struct sigaction action{};
  action.sa_handler = deliver;
  action.sa_flags = SA_RESTART;  // system calls of other threads shall not fail with EINTR
  if (::sigaction(signal, &action, nullptr) != 0) fail(errno);
  ++handled[static_cast<std::size_t>(signal)];
  from_.wanted |= bit_of(signal);
}

void signals::restore() noexcept {
  const std::lock_guard lock(handling);
  const std::uint64_t all = from_.wanted.exchange(0);
  for (int signal = 1; signal <= most_signals; ++signal)
    if ((all & bit_of(signal)) != 0 && --handled[static_cast<std::size_t>(signal)] == 0)
      ::signal(signal, SIG_DFL);
}

void signals::on_readable() {
  watch_.await(false, false);
  restore();
  handler_(from_.received);
}

}  // namespace rpc::transport
