#include "scheduler.h"

#include <sched.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace rpc::runtime {
namespace {

// The alarm rings so soon after a job has begun, and then ever more seldom.
constexpr std::chrono::milliseconds shortest_pause{1};
constexpr std::chrono::milliseconds longest_pause{4};

// Jobs that take longer are not for the only thread that reads, if that is known before; and so
// long it may run others before it reads again.
constexpr std::chrono::microseconds brief{20};

// The cores that this process may run on.
unsigned usable_cores() {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return static_cast<unsigned>(CPU_COUNT(&allowed));
}

}  // namespace

scheduler::scheduler(const limits& most, scheduler_host& host, transport::reactor& input)
    : most_{std::max(1u, most.threads),
            std::max(1u, most.per_flow),
            std::max(1u, most.per_peer),
            std::max(1u, most.for_streams),
            most.queued,
            most.idle},
      cores_(usable_cores()),
      host_(host),
      input_(input),
      pause_(shortest_pause),
      alarm_([this] { look_around(); }) {}

scheduler::~scheduler() {
  for (std::thread& thread : threads_) thread.join();
  if (retired_.joinable()) retired_.join();
}

void scheduler::begin() {
  const std::lock_guard lock(mutex_);
  threads_.reserve(most_.threads + std::size_t{1});
  alarm_.begin();
  threads_.emplace_back([this] { work(); });
  ++inside_;
  ++starting_;
}

std::size_t scheduler::submit(std::span<job> jobs) {
  std::size_t refused = 0;
  const std::lock_guard lock(mutex_);
  for (job& next : jobs) {
    if (!closed_ && room_for(*next.of))
      push(std::move(next));
    else if (job& place = jobs[refused++]; &place != &next)
      place = std::move(next);
  }
  find_thread();
  return refused;
}

bool scheduler::add(job& next) {
  const std::lock_guard lock(mutex_);
  if (closed_) return false;
  push(std::move(next));
  find_thread();
  return true;
}

void scheduler::hold(flow& what) {
  const std::lock_guard lock(mutex_);
  what.held_ = true;
  leave_line(what);
}

void scheduler::resume(flow& what) {
  const std::lock_guard lock(mutex_);
  what.held_ = false;
  make_ready(what);
  find_thread();
}

void scheduler::remind() noexcept {
  const std::lock_guard lock(mutex_);
  reminds_ = true;
  set_alarm();
}

job_queue scheduler::withdraw(flow& what) {
  const std::lock_guard lock(mutex_);
  job_queue left = std::exchange(what.waiting_, {});
  if (left.empty()) return left;
  leave_line(what);
  taken_from(what, left.size());
  jobs_ -= left.size();
  return left;
}

scheduler::job_counts scheduler::load() const {
  const std::lock_guard lock(mutex_);
  return {waiting_, running_, detached_};
}

void scheduler::push(job&& last) {
  flow& to = *last.of;
  peer_share& peer = to.line_.of_;
  to.waiting_.push(std::move(last));
  if (to.waiting_.size() == 1) ++peer.waiting_flows_;
  if (++peer.waiting_ == 1) ++waiting_peers_;
  ++waiting_;
  ++jobs_;
  make_ready(to);
}

// After `less` of its jobs have been taken.
void scheduler::taken_from(const flow& what, std::size_t less) noexcept {
  peer_share& peer = what.line_.of_;
  if (what.waiting_.empty()) --peer.waiting_flows_;
  if ((peer.waiting_ -= less) == 0) --waiting_peers_;
  waiting_ -= less;
}

bool scheduler::room_for(const flow& more) const noexcept {
  if (waiting_ < most_.queued) return true;
  const peer_share& peer = more.line_.of_;
  const std::size_t of_peer = most_.queued / std::max<std::size_t>(1, waiting_peers_);
  return peer.waiting_ < of_peer ||
         more.waiting_.size() < of_peer / std::max<std::size_t>(1, peer.waiting_flows_);
}

bool scheduler::streams_may_start() const noexcept { return running_streams_ < most_.for_streams; }

// Threads that the flow may hold.
std::size_t scheduler::share_of(const flow& what) const noexcept {
  return what.kind_ == flow::kind::streams ? std::min(most_.per_flow, (most_.for_streams + 1) / 2)
                                           : most_.per_flow;
}

// Jobs of a peer that could be started, if there were threads for all; as far as there are not more
// than `most`.
std::size_t scheduler::startable(const peer_line& of, std::size_t most) const {
  std::size_t jobs = 0;
  most = std::min(most, most_.per_peer - of.of_.running_);
  of.flows_.visit_while([&](const flow& each) {
    jobs += std::min(each.waiting_.size(), share_of(each) - each.running_);
    return jobs < most;
  });
  return std::min(jobs, most);
}

std::size_t scheduler::startable(const line<peer_line>& peers, std::size_t most) const {
  std::size_t jobs = 0;
  peers.visit_while([&](const peer_line& each) {
    jobs += startable(each, most - jobs);
    return jobs < most;
  });
  return jobs;
}

std::size_t scheduler::startable(std::size_t most) const {
  const std::size_t calls = startable(calls_, most);
  return calls + startable(streams_, std::min(most - calls, most_.for_streams - running_streams_));
}

// Whether a flow may start a job.
bool scheduler::runnable() const noexcept {
  return running_ < most_.threads &&
         (!calls_.empty() || (!streams_.empty() && streams_may_start()));
}

// If it may start a job, and is not in line already.
void scheduler::make_ready(flow& what) {
  if (what.waiting_.empty() || what.waits() || what.held_ || what.running_ >= share_of(what))
    return;
  what.line_.flows_.push(what);
  line_up(what.line_);
}

// The same for its peer.
void scheduler::line_up(peer_line& what) {
  if (what.flows_.empty() || what.waits() || what.of_.running_ >= most_.per_peer) return;
  (&what == &what.of_.streams_ ? streams_ : calls_).push(what);
}

void scheduler::leave_line(flow& what) {
  what.leave();
  if (what.line_.flows_.empty()) what.line_.leave();
}

// Whose turn it is, where a job is runnable. Calls and streams take turns.
flow& scheduler::next_flow() {
  const bool stream = streams_may_start() && !streams_.empty() &&
                      (calls_.empty() || std::exchange(stream_is_next_, !stream_is_next_));
  return (stream ? streams_ : calls_).pop().flows_.pop();
}

job scheduler::start(flow& from) {
  peer_share& peer = from.line_.of_;
  job next = from.waiting_.pop();
  taken_from(from, 1);
  ++progress_;
  ++running_;
  ++from.running_;
  if (from.kind_ == flow::kind::streams) ++running_streams_;
  if (++peer.running_ == most_.per_peer) {
    peer.calls_.leave();
    peer.streams_.leave();
  }
  make_ready(from);
  line_up(from.line_);
  return next;
}

void scheduler::finish(flow& from) {
  peer_share& peer = from.line_.of_;
  --running_;
  --from.running_;
  if (from.kind_ == flow::kind::streams) --running_streams_;
  if (peer.running_-- == most_.per_peer) {
    line_up(peer.calls_);
    line_up(peer.streams_);
  }
  make_ready(from);
  note_idle();
}

void scheduler::detach() noexcept {
  const std::lock_guard lock(mutex_);
  ++jobs_;
  ++detached_;
}

void scheduler::end_detached() {
  const std::lock_guard lock(mutex_);
  --jobs_;
  --detached_;
  note_idle();
}

void scheduler::note_idle() {
  if (closed_ && jobs_ == 0) input_.post(host_.on_idle());
}

// A thread that is free reads if no other does, unless one just has and there are jobs to run.
bool scheduler::reads_next() const noexcept {
  return reader_ == std::thread::id() && (reads_again_ || !runnable());
}

void scheduler::read(lock_type& lock) {
  const bool busy = runnable();
  reader_ = std::this_thread::get_id();
  ++progress_;
  if (busy && inside_ - sleeping_ - lasting_ < cores_) wake(1, cores_);
  lock.unlock();
  input_.turn(!busy);
  lock.lock();
  reader_ = {};
  read_just_now_ = true;
  reads_again_ = false;
}

void scheduler::run_next(lock_type& lock, std::unique_ptr<call_room>& room) {
  flow& next = next_flow();
  job taken = start(next);
  const auto from = std::move(taken.of);  // outlives its connection, which the job may end
  const bool lasts = next.lasts_ || next.kind_ == flow::kind::streams;
  lasting_ += lasts;
  if (lasts && reader_ == std::thread::id()) wake(1, cores_ + 1);
  set_alarm();
  const bool first = std::exchange(read_just_now_, false);
  lock.unlock();
  const auto begun = clock::now();
  const auto ended = host_.run(taken, room, begun);
  taken = {};
  --jobs_;
  lock.lock();
  lasting_ -= lasts;
  next.lasts_ = ended - begun > brief;
  if (first) since_turn_ = begun;
  reads_again_ = reads_again_ || ended - since_turn_ > brief;
  finish(next);
}

// Where jobs last, or wait for others.
void scheduler::look_around() {
  const std::lock_guard lock(mutex_);
  alarm_is_set_ = false;
  const bool stalled = std::exchange(progress_, 0) == 0;
  if (stalled) spread();
  if (std::exchange(reminds_, false) || waiting_ > 0) input_.post(host_.look_after_waiting());
  pause_ = stalled ? std::min(2 * pause_, longest_pause) : shortest_pause;
  set_alarm();
}

// No job was started and nothing read since the alarm rang before: what is to be done needs
// threads. But no more at once than there are, since it may be the machine that is busy, and not
// the jobs that last.
void scheduler::spread() {
  if (jobs_ == 0 || leaves_) return;
  const std::size_t reads = reader_ == std::thread::id() ? 1 : 0;
  const std::size_t most = std::max<std::size_t>(1, inside_);
  wake(std::min(startable(most) + reads, most), most_.threads + 1);
}

// Unless everybody is well: then the next who starts a job sets it.
void scheduler::set_alarm() {
  const bool needed = reminds_ || waiting_ > 0 || (running_ > 0 && reader_ == std::thread::id());
  if (!needed) pause_ = shortest_pause;
  if (!needed || std::exchange(alarm_is_set_, true)) return;
  alarm_.set(pause_);
}

// For a job that has become startable. Who reads comes to it after that, and those that run jobs as
// well. If none can be started, the host may yet have to look after those that wait.
void scheduler::find_thread() {
  if (!runnable()) return set_alarm();
  if (woken_ + starting_ > 0 || reader_ == std::thread::id() ||
      reader_ == std::this_thread::get_id())
    return;
  if (sleeping_ > 0)
    wake(1, 0);
  else
    input_.interrupt();
}

// Sees to it that so many threads are on their way that sleep now, or are new: as long as there are
// no more than `most`.
void scheduler::wake(std::size_t wanted, std::size_t most) {
  wanted -= std::min(wanted, woken_ + starting_);
  for (; wanted > 0 && sleeping_ > 0; --wanted) {
    --sleeping_;
    ++woken_;
    woken_or_left_.notify_one();
  }
  most = std::min(most, most_.threads + std::size_t{1});
  for (; wanted > 0 && inside_ < most; --wanted) start_thread();
}

void scheduler::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  note_idle();
}

void scheduler::leave() {
  const std::lock_guard lock(mutex_);
  leaves_ = true;
  woken_or_left_.notify_all();
}

void scheduler::start_thread() {
  try {
    threads_.emplace_back([this] { work(); });
    ++inside_;
    ++starting_;
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The machine has no more threads, or memory: those that there are will come to the job.
  }
}

// Until the thread is woken. False if it has not been for so long that it is of no more use.
bool scheduler::sleep(lock_type& lock) {
  const auto woken = [this] { return woken_ > 0 || leaves_; };
  ++sleeping_;
  if (inside_ <= cores_ + 1) {
    woken_or_left_.wait(lock, woken);
  } else if (!woken_or_left_.wait_for(lock, most_.idle, woken)) {
    --sleeping_;
    return inside_ <= cores_ + 1;
  }
  if (woken_ > 0) --woken_;
  return true;
}

// The calling thread ends before the others, and takes the one that did so before it along.
void scheduler::retire(lock_type& lock) {
  const auto own = std::ranges::find(threads_, std::this_thread::get_id(), &std::thread::get_id);
  std::thread before = std::exchange(retired_, std::move(*own));
  threads_.erase(own);
  --inside_;
  lock.unlock();
  if (before.joinable()) before.join();
}

void scheduler::work() {
  std::unique_ptr<call_room> room;
  lock_type lock(mutex_);
  --starting_;
  while (!leaves_) {
    if (reads_next()) {
      read(lock);
    } else if (!runnable()) {
      if (!sleep(lock)) return retire(lock);
      continue;
    }
    if (runnable()) run_next(lock, room);
  }
  const bool last = --inside_ == 0;
  lock.unlock();
  if (last) host_.on_left();
}

}  // namespace rpc::runtime
