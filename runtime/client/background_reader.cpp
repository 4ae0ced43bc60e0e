#include "background_reader.h"

#include "channel.h"
#include "own_thread.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <utility>

namespace rpc::runtime {
namespace {

thread_local bool reads = false;

/// The thread, and how many connections it reads.
class reading_thread {
 public:
  /// Never destroyed: connections may be, after everything else. Throws std::system_error.
  static reading_thread& of_this_process() {
    static reading_thread& thread = *new reading_thread;
    return thread;
  }

  transport::reactor& reactor() noexcept { return reactor_; }

  void enter() {
    const std::lock_guard lock(mutex_);
    if (!runs_) start_own_thread([this] { work(); });
    runs_ = true;
    ++connections_;
  }
  void leave() noexcept {
    const std::lock_guard lock(mutex_);
    --connections_;
    reactor_.interrupt();
  }

 private:
  void work() {
    reads = true;
    while (goes_on()) reactor_.turn(true);
  }

  bool goes_on() {
    const std::lock_guard lock(mutex_);
    runs_ = connections_ > 0;
    return runs_;
  }

  transport::reactor reactor_{std::chrono::microseconds(0)};
  std::mutex mutex_;
  std::size_t connections_ = 0;
  bool runs_ = false;
};

}  // namespace

bool background_reader::is_this_thread() noexcept { return reads; }

std::shared_ptr<background_reader> background_reader::begin(
    std::weak_ptr<channel> of, std::shared_ptr<transport::stream> stream) {
  const auto made = std::make_shared<background_reader>(std::move(of), std::move(stream));
  reading_thread::of_this_process().enter();
  made->wake();
  return made;
}

background_reader::background_reader(std::weak_ptr<channel> of,
                                     std::shared_ptr<transport::stream> stream)
    : channel_(std::move(of)),
      stream_(std::move(stream)),
      watch_(reading_thread::of_this_process().reactor(), stream_->fd()) {}

background_reader::~background_reader() = default;

std::shared_ptr<transport::task> background_reader::part(transport::task& of) noexcept {
  return {shared_from_this(), &of};
}

void background_reader::wake() noexcept {
  reading_thread::of_this_process().reactor().post(part(turn_));
}

void background_reader::set_timer(transport::clock::time_point at) noexcept {
  due_ = at;
  wake();
}

void background_reader::end() noexcept {
  if (!ended_.exchange(true)) wake();
}

void background_reader::turn() {
  if (released_) return;
  transport::reactor& reactor = reading_thread::of_this_process().reactor();
  const bool ended = ended_;  // before the last turn of the channel
  if (!std::exchange(attached_, true)) watch_.attach(shared_from_this());
  if (const auto due = due_.load(); due != set_) {
    set_ = due;
    reactor.withdraw(timer_);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - transport::clock::now());
    reactor.after(std::max(left, std::chrono::milliseconds(0)), part(timer_));
  }
  if (const auto at = channel_.lock()) at->on_turn();
  if (!ended) return;
  released_ = true;
  watch_.release();
  reactor.withdraw(timer_);
  stream_.reset();
  reading_thread::of_this_process().leave();
}

void background_reader::time() {
  set_ = transport::clock::time_point::max();
  due_ = set_;
  if (const auto at = channel_.lock()) at->on_time();
}

void background_reader::on_readable() {
  if (const auto at = channel_.lock()) at->on_readable();
}

void background_reader::on_writable() {
  if (const auto at = channel_.lock()) at->on_writable();
}

}  // namespace rpc::runtime
