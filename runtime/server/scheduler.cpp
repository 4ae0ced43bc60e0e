#include "scheduler.h"

#include "../transport/spin.h"

#include <sched.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace rpc::runtime {
namespace {

// The cores that this process may run on.
unsigned usable_cores() {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return static_cast<unsigned>(CPU_COUNT(&allowed));
}

}  // namespace

scheduler::scheduler(const limits& most, std::function<void(job&, call_room&)> run)
    : most_{std::max(1u, most.threads), std::max(1u, most.per_flow), std::max(1u, most.for_streams),
            most.queued, most.spin},
      cores_(std::min(most_.threads, usable_cores())),
      run_(std::move(run)) {}

scheduler::~scheduler() {
  close();
  for (std::thread& thread : threads_) thread.join();
}

void scheduler::begin() {
  const std::lock_guard lock(mutex_);
  if (threads_.empty()) threads_.emplace_back([this] { work(); });
}

std::size_t scheduler::submit(std::span<job> jobs) {
  std::size_t refused = 0;
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    for (job& next : jobs) {
      if (!closed_ && room_for(*next.of))
        push(std::move(next));
      else if (job& place = jobs[refused++]; &place != &next)
        place = std::move(next);
    }
    wakes = wake();
  }
  // Without the lock, which the thread would wait for at once.
  if (wakes) woken_or_closed_.notify_one();
  return refused;
}

bool scheduler::add(job& next) {
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    push(std::move(next));
    wakes = wake();
  }
  if (wakes) woken_or_closed_.notify_one();
  return true;
}

void scheduler::hold(flow& what) {
  const std::lock_guard lock(mutex_);
  what.held_ = true;
  if (what.ready_) ring_of(what).remove(what);
  count_runnable();
}

void scheduler::resume(flow& what) {
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    what.held_ = false;
    make_ready(what);
    wakes = wake();
  }
  if (wakes) woken_or_closed_.notify_one();
}

job_queue scheduler::withdraw(flow& what) {
  const std::lock_guard lock(mutex_);
  job_queue left = std::exchange(what.waiting_, {});
  if (left.empty()) return left;
  if (what.ready_) ring_of(what).remove(what);
  --waiting_flows_;
  waiting_ -= left.size();
  jobs_ -= left.size();
  count_runnable();
  return left;
}

void scheduler::push(job&& last) {
  flow& to = *last.of;
  to.waiting_.push(std::move(last));
  if (to.waiting_.size() == 1) ++waiting_flows_;
  ++waiting_;
  ++jobs_;
  make_ready(to);
}

bool scheduler::room_for(const flow& more) const noexcept {
  return waiting_ < most_.queued ||
         more.waiting_.size() < most_.queued / std::max<std::size_t>(1, waiting_flows_);
}

bool scheduler::streams_may_start() const noexcept { return running_streams_ < most_.for_streams; }

flow_ring& scheduler::ring_of(const flow& what) noexcept {
  return what.kind_ == flow::kind::streams ? streams_ : calls_;
}

// Jobs that the flow could start, if there were threads for all.
std::size_t scheduler::startable(const flow& what) const noexcept {
  const unsigned share = what.kind_ == flow::kind::streams
                             ? std::min(most_.per_flow, (most_.for_streams + 1) / 2)
                             : most_.per_flow;
  return std::min(what.waiting_.size(), share - what.running_);
}

// If it may start a job, and is not in line already.
void scheduler::make_ready(flow& what) {
  if (!what.ready_ && !what.held_ && startable(what) > 0) ring_of(what).push(what);
  count_runnable();
}

void scheduler::count_runnable() {
  runnable_ = calls_.size() + (streams_may_start() ? streams_.size() : 0);
}

// Whose turn it is; null if no flow may start a job. Calls and streams take turns.
flow* scheduler::next_flow() {
  if (runnable_.load() == 0) return nullptr;
  const bool stream = streams_may_start() && !streams_.empty() &&
                      (calls_.empty() || std::exchange(stream_is_next_, !stream_is_next_));
  return &(stream ? streams_ : calls_).pop();
}

job scheduler::start(flow& from) {
  job next = from.waiting_.pop();
  if (from.waiting_.empty()) --waiting_flows_;
  --waiting_;
  ++started_;
  ++from.running_;
  if (from.kind_ == flow::kind::streams) ++running_streams_;
  make_ready(from);
  return next;
}

void scheduler::finish(flow& from) {
  --from.running_;
  if (from.kind_ == flow::kind::streams) --running_streams_;
  make_ready(from);
}

// True if a thread sleeps that is to be woken.
bool scheduler::wake() {
  if (runnable_.load() == 0 || looking_ > 0) return false;
  const bool wakes = sleeping_ > 0;
  if (wakes)
    expect_thread();
  else if (threads_.size() < cores_)
    start_thread();
  return wakes;
}

// Jobs that wait for nothing but a thread.
std::size_t scheduler::startable() const {
  const auto in = [this](const flow_ring& ring) {
    std::size_t jobs = 0;
    ring.for_each([&](const flow& each) { jobs += startable(each); });
    return jobs;
  };
  return in(calls_) + std::min(in(streams_), most_.for_streams - running_streams_);
}

void scheduler::spread() {
  const std::lock_guard lock(mutex_);
  const bool stalled = std::exchange(started_, 0) == 0;
  if (closed_ || !stalled) return;
  const std::size_t starting = startable();
  std::size_t wanted = starting - std::min(woken_ + looking_, starting);
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

void scheduler::expect_thread() {
  --sleeping_;
  ++woken_;
}

void scheduler::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  woken_or_closed_.notify_all();
}

void scheduler::start_thread() {
  try {
    threads_.emplace_back([this] { work(); });
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The machine has no more threads, or memory: those that there are will come to the job.
  }
}

void scheduler::work() {
  call_room room;
  transport::spin_habit habit;
  std::unique_lock lock(mutex_);
  for (;;) {
    if (flow* const next = next_flow()) {
      const auto from = next->shared_from_this();  // outlives its connection, which the job may end
      job taken = start(*from);
      lock.unlock();
      run_(taken, room);
      taken = {};
      --jobs_;
      lock.lock();
      finish(*from);
    } else if (closed_) {
      return;
    } else {
      ++looking_;
      lock.unlock();
      habit.spin_until([this] { return runnable_.load() > 0; }, most_.spin);
      lock.lock();
      --looking_;
      if (runnable_.load() > 0 || closed_) continue;
      ++sleeping_;
      woken_or_closed_.wait(lock, [this] { return woken_ > 0 || closed_; });
      if (woken_ > 0) --woken_;
    }
  }
}

}  // namespace rpc::runtime
