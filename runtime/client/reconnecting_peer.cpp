#include "reconnecting_peer.h"

#include "../transport/unlocked.h"
#include "own_thread.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

namespace rpc::runtime {

using transport::unlocked;

namespace {

// What may be otherwise at the next attempt.
bool passes(status code) {
  switch (code) {
    case status::server_unavailable:
    case status::call_failed:
    case status::call_failed_dne:
    case status::call_timed_out:
    case status::server_too_busy:
    case status::nca_server_too_busy:
    case status::endpoint_not_registered: return true;
    default: return false;
  }
}

}  // namespace

reconnecting_peer::reconnecting_peer(std::vector<endpoint> servers,
                                     const reconnect_options& options)
    : servers_(std::move(servers)), options_(options) {}

// Where it is bound, over a connection that has not ended.
std::optional<bound_channel> reconnecting_peer::find_alive(lock_type& lock,
                                                           const offered_interface& interface,
                                                           std::string_view name) {
  require_open(name);
  while (const auto known = find(interface)) {
    std::string end;
    {
      const unlocked during(lock);
      end = known->over->end();
    }
    if (end.empty()) return known;
    if (find(interface) && find(interface)->over == known->over) lose(lock, std::move(end));
    require_open(name);
  }
  return std::nullopt;
}

std::optional<bound_channel> reconnecting_peer::bind_at_once(const offered_interface& interface,
                                                             std::string_view name) {
  lock_type lock(mutex_);
  return find_alive(lock, interface, name);
}

void reconnecting_peer::enqueue(waiter& waits) {
  const lock_type lock(mutex_);
  require_open(waits.name);
  add(waits);
}

void reconnecting_peer::withdraw(waiter& waits) {
  const lock_type lock(mutex_);
  remove(waits);
}

bound_channel reconnecting_peer::bind(const offered_interface& interface, std::string_view name,
                                      const call_options& until) {
  lock_type lock(mutex_);
  if (const auto known = find_alive(lock, interface, name)) return *known;
  waiter waits{interface, name};
  add(waits);
  changed_.wait_until(lock, until.stop, until.deadline, [&] { return waits.done() || closed_; });
  remove(waits);
  if (waits.bound) return *waits.bound;
  if (waits.failed != status::ok) throw error::of_unexecuted(waits.failed, waits.reason);
  require_open(name);
  throw error::of_unexecuted(
      until.stop.stop_requested() ? status::fault_cancel : status::call_timed_out, why_not(waits));
}

void reconnecting_peer::add(waiter& waits) {
  try {
    if (!works_) start_own_thread([self = shared_from_this()] { self->work(); });
  } catch (const std::system_error& reason) {
    throw error::of_unexecuted(status::out_of_memory,
                               std::string(waits.name) + ": nothing can connect: " + reason.what());
  }
  works_ = true;
  waiting_.push_back(&waits);
  changed_.notify_all();  // the thread may wait for one that begins later
}

void reconnecting_peer::remove(waiter& waits) {
  std::erase(waiting_, &waits);
  if (!needed()) changed_.notify_all();  // the thread need not wait for the next attempt
}

void reconnecting_peer::require_open(std::string_view name) const {
  if (closed_)
    throw error(status::call_failed_dne,
                std::string(name) + ": the connection was closed by this program");
}

std::optional<bound_channel> reconnecting_peer::find(const offered_interface& interface) const {
  const auto found =
      std::ranges::find(bound_, interface.id, &std::pair<syntax_id, bound_channel>::first);
  if (found == bound_.end()) return std::nullopt;
  return found->second;
}

// The current connection is of no more use.
void reconnecting_peer::lose(lock_type& lock, std::string reason) {
  const auto ended = std::exchange(current_, nullptr);
  bound_.clear();
  reason_ = std::move(reason);
  report(lock, {reconnect_report::kind::disconnected, servers_[server_].text(), reason_});
}

void reconnecting_peer::close() noexcept {
  lock_type lock(mutex_);
  closed_ = true;
  const auto ended = std::exchange(current_, nullptr);
  bound_.clear();
  changed_.notify_all();
  changed_.wait(lock, [&] { return !reporter_ || reporter_ == std::this_thread::get_id(); });
  lock.unlock();
  if (ended != nullptr) ended->close();
}

void reconnecting_peer::cancel() {
  lock_type lock(mutex_);
  const auto at = current_;
  fail(status::fault_cancel, "cancelled while there was no connection",
       [](const waiter&) { return true; });
  changed_.notify_all();
  lock.unlock();
  if (at != nullptr) at->cancel();
}

void reconnecting_peer::pause(unsigned failures, const call_options& until) {
  lock_type lock(mutex_);
  const auto end = std::min(until.deadline, clock::now() + delay_after(failures));
  changed_.wait_until(lock, until.stop, end, [&] { return closed_; });
}

std::chrono::nanoseconds reconnecting_peer::pause_after(unsigned failures) {
  const lock_type lock(mutex_);
  return delay_after(failures);
}

// Whether a call waits for what was not done.
bool reconnecting_peer::needed() const {
  return !closed_ && !std::ranges::all_of(waiting_, &waiter::done);
}

void reconnecting_peer::work() {
  lock_type lock(mutex_);
  for (;;) {
    const auto now = clock::now();
    end_waits(now);
    deliver(lock);
    if (!needed()) break;
    auto due = clock::time_point::max();
    if (const waiter* const first = next_waiter(now, due))
      try_to_serve(lock, *first);
    else
      changed_.wait_until(lock, due);
  }
  works_ = false;
}

// Those that no thread waits for, and that wait no longer.
void reconnecting_peer::end_waits(clock::time_point now) {
  for (waiter* const each : waiting_) {
    if (!each->then || each->done() || (!closed_ && each->until > now)) continue;
    each->failed = closed_ ? status::call_failed_dne : status::call_timed_out;
    each->reason = why_not(*each);
  }
}

void reconnecting_peer::deliver(lock_type& lock) {
  const auto is_due = [](const waiter* each) { return each->then && each->done(); };
  for (auto next = std::ranges::find_if(waiting_, is_due); next != waiting_.end();
       next = std::ranges::find_if(waiting_, is_due)) {
    auto then = std::exchange((*next)->then, nullptr);
    waiting_.erase(next);
    const unlocked during(lock);
    std::exchange(then, nullptr)();  // it may be the last that has a share in this peer
  }
}

// The first to serve now; null: there is something to do at `due`, or when the condition is
// notified.
auto reconnecting_peer::next_waiter(clock::time_point now, clock::time_point& due) const
    -> waiter* {
  for (waiter* const each : waiting_) {
    if (each->done()) continue;
    const auto begins = std::max(each->from, next_);
    if (begins <= now) return each;
    due = std::min({due, begins, each->until});
  }
  return nullptr;
}

std::string reconnecting_peer::why_not(const waiter& waits) const {
  const std::string what(waits.name);
  if (closed_) return what + ": the connection was closed by this program";
  return what + ": there is no connection" +
         (reason_.empty() ? std::string() : ", as of the last attempt: " + reason_);
}

void reconnecting_peer::try_to_serve(lock_type& lock, const waiter& first) {
  try {
    serve(lock, first);
  } catch (const std::bad_alloc&) {
    fail(status::out_of_memory, {}, [](const waiter&) { return true; });
  }
  changed_.notify_all();
}

// Binds an interface for all that wait for it; the one that came first may go away meanwhile.
void reconnecting_peer::serve(lock_type& lock, const waiter& first) {
  const offered_interface interface = first.interface;
  const std::string name(first.name);
  const auto concerned = [&](const waiter& each) { return each.interface.id == interface.id; };
  try {
    const bound_channel made =
        current_ != nullptr ? bind_more(lock, interface, name) : bind_anew(lock, interface, name);
    failures_ = 0;
    const auto now = clock::now();
    for (waiter* const each : waiting_)
      if (concerned(*each) && each->from <= now) each->bound = made;
  } catch (const error& reason) {
    if (passes(reason.code()))
      fail_attempt(lock, reason.what());
    else
      fail(reason.code(), reason.what(), concerned);
  }
}

// Over the connection that there is.
bound_channel reconnecting_peer::bind_more(lock_type& lock, const offered_interface& interface,
                                           const std::string& name) {
  const auto at = current_;
  try {
    bound_channel made;
    {
      const unlocked during(lock);
      made = at->bind(interface, name, {});
    }
    if (current_ == at && !find(interface)) bound_.emplace_back(interface.id, made);
    return made;
  } catch (const error& reason) {
    if (!passes(reason.code())) throw;
    if (current_ == at) lose(lock, reason.what());
  }
  return bind_anew(lock, interface, name);
}

// Over a new one, to the first server that will do.
bound_channel reconnecting_peer::bind_anew(lock_type& lock, const offered_interface& interface,
                                           const std::string& name) {
  for (std::size_t tried = 1;; ++tried) {
    const endpoint& to = servers_[server_];
    try {
      return connect(lock, to, interface, name);
    } catch (const error& reason) {
      server_ = (server_ + 1) % servers_.size();
      report(lock, {reconnect_report::kind::disconnected, to.text(), reason.what()});
      if (tried == servers_.size() || closed_ || !passes(reason.code())) throw;
    }
  }
}

bound_channel reconnecting_peer::connect(lock_type& lock, const endpoint& to,
                                         const offered_interface& interface,
                                         const std::string& name) {
  require_open(name);
  report(lock, {reconnect_report::kind::connecting, to.text()});
  std::shared_ptr<connected_peer> made;
  bound_channel bound;
  {
    const unlocked during(lock);
    made = std::make_shared<connected_peer>(to, options_.connection);
    bound = made->bind(interface, name, {});
  }
  require_open(name);
  current_ = std::move(made);
  bound_.emplace_back(interface.id, bound);
  report(lock, {reconnect_report::kind::connected, to.text()});
  return bound;
}

void reconnecting_peer::fail_attempt(lock_type& lock, const std::string& reason) {
  if (closed_) return;
  reason_ = reason;
  next_ = clock::now() + delay_after(++failures_);
  if (options_.attempts == 0 || failures_ < options_.attempts) return;
  report(lock, {reconnect_report::kind::given_up, {}, reason});
  fail(status::server_unavailable,
       std::to_string(failures_) +
           " attempts to connect have failed, the last one because of: " + reason,
       [](const waiter&) { return true; });
  failures_ = 0;
  next_ = clock::time_point::min();
}

template <class Concerned>
void reconnecting_peer::fail(status code, const std::string& reason, Concerned concerned) {
  for (waiter* const each : waiting_) {
    if (each->done() || !concerned(*each)) continue;
    each->failed = code;
    each->reason = reason;
  }
}

std::chrono::nanoseconds reconnecting_peer::delay_after(unsigned failures) {
  constexpr unsigned most_doublings = 20;
  const std::chrono::nanoseconds first = options_.first_delay, largest = options_.largest_delay;
  const auto factor = std::int64_t{1} << std::min(failures - 1, most_doublings);
  const auto whole = first > largest / factor ? largest : first * factor;
  const double part = std::uniform_real_distribution(0.0, 1.0)(random_) * options_.jitter;
  return std::chrono::duration_cast<std::chrono::nanoseconds>(whole * (1.0 - part));
}

// Calls the function of the program without the lock. Who reports already goes on with this one.
void reconnecting_peer::report(lock_type& lock, reconnect_report next) {
  if (!options_.report) return;
  reports_.push_back(std::move(next));
  if (reporter_) return;
  reporter_ = std::this_thread::get_id();
  while (!closed_ && !reports_.empty()) {
    const reconnect_report first = std::move(reports_.front());
    reports_.pop_front();
    const unlocked during(lock);
    options_.report(first);
  }
  reporter_.reset();
  changed_.notify_all();  // close() waits for that
}

}  // namespace rpc::runtime

namespace rpc {

connection reconnecting(const std::vector<std::string>& bindings,
                        const reconnect_options& options) {
  if (bindings.empty())
    throw error(status::invalid_string_binding, "a connection that reconnects needs a server");
  std::vector<endpoint> servers;
  for (const std::string& each : bindings) servers.emplace_back(each);
  const auto made = std::make_shared<runtime::reconnecting_peer>(std::move(servers), options);
  // The last client that goes closes it: the thread that connects has a share in it, too.
  return connection(std::shared_ptr<runtime::peer>(
      made.get(), [made](runtime::peer*) noexcept { made->close(); }));
}

}  // namespace rpc
