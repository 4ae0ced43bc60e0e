#include "pool.h"

#include "../spin.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace rpc::runtime {

worker_pool::worker_pool(const limits& most, std::function<void(job&, call_room&)> run)
    : most_{std::max(1u, most.threads), most.queued, most.spin},
      cores_(std::min(most_.threads, usable_cores())),
      run_(std::move(run)) {}

worker_pool::~worker_pool() {
  close();
  for (std::thread& thread : threads_) thread.join();
}

void worker_pool::begin() {
  const std::lock_guard lock(mutex_);
  if (threads_.empty()) threads_.emplace_back([this] { work(); });
}

std::size_t worker_pool::submit(std::span<job> jobs) {
  std::size_t count = 0;
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return 0;
    count = std::min(jobs.size(), most_.queued - std::min(most_.queued, queue_.size()));
    wakes = take(jobs.first(count));
  }
  // Without the lock, which the thread would wait for at once.
  if (wakes) woken_or_closed_.notify_one();
  return count;
}

bool worker_pool::add(job& next) {
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    wakes = take({&next, 1});
  }
  if (wakes) woken_or_closed_.notify_one();
  return true;
}

// True if a thread sleeps that is to be woken.
bool worker_pool::take(std::span<job> jobs) {
  queue_.reserve(jobs.size());
  for (job& next : jobs) queue_.push(std::move(next));
  calls_ += jobs.size();
  waiting_ = queue_.size();
  if (jobs.empty() || looking_ > 0) return false;
  const bool wakes = sleeping_ > 0;
  if (wakes)
    expect_thread();
  else if (threads_.size() < cores_)
    start_thread();
  return wakes;
}

void worker_pool::spread() {
  const std::lock_guard lock(mutex_);
  const bool stalled = std::exchange(started_, 0) == 0;
  const std::size_t coming = woken_ + looking_;
  if (closed_ || !stalled) return;
  std::size_t wanted = queue_.size() - std::min(coming, queue_.size());
  for (; wanted > 0 && sleeping_ > 0; --wanted) {
    expect_thread();
    woken_or_closed_.notify_one();
  }
  // One more than is needed now, for the next call that comes; but no more at once than there
  // are, since it may be the machine that is busy, and not the calls that are long.
  if (sleeping_ == 0) ++wanted;
  wanted = std::min(
      {wanted, std::max<std::size_t>(1, threads_.size()), most_.threads - threads_.size()});
  for (; wanted > 0; --wanted) start_thread();
}

void worker_pool::expect_thread() {
  --sleeping_;
  ++woken_;
}

call_queue worker_pool::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  call_queue left = std::exchange(queue_, {});
  calls_ -= left.size();
  waiting_ = 0;
  woken_or_closed_.notify_all();
  return left;
}

void worker_pool::start_thread() {
  try {
    threads_.emplace_back([this] { work(); });
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The machine has no more threads, or memory: those that there are will come to the call.
  }
}

void worker_pool::work() {
  call_room room;
  spin_habit habit;
  std::unique_lock lock(mutex_);
  for (;;) {
    if (!queue_.empty()) {
      job next = queue_.pop();
      ++started_;
      waiting_ = queue_.size();
      lock.unlock();
      run_(next, room);
      next = {};
      --calls_;
      lock.lock();
    } else if (closed_) {
      return;
    } else {
      ++looking_;
      lock.unlock();
      habit.spin_until([this] { return waiting_.load() > 0; }, most_.spin);
      lock.lock();
      --looking_;
      if (!queue_.empty() || closed_) continue;
      ++sleeping_;
      woken_or_closed_.wait(lock, [this] { return woken_ > 0 || closed_; });
      if (woken_ > 0) --woken_;
    }
  }
}

}  // namespace rpc::runtime
