// Calls that are made without waiting for their answers, or may be stopped.

#include "../transport/unlocked.h"
#include "background_reader.h"
#include "channel.h"

#include <rpc/error.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace rpc::runtime {

void cancel_call::operator()() const noexcept { over->cancel(*slot); }

void channel::start(call_slot& slot, std::size_t binding, std::uint16_t opnum,
                    const call_name& name) {
  lock_type lock(mutex_);
  if (!stream_->in_memory()) need_reader(name);
  begin(slot, name, [&] { return protocol_.request(binding, opnum, slot.request, slot.object); });
  slot.started = true;
  ++started_;
  set_timer(slot.ends);
  if (slot.options != nullptr && slot.options->stop.stop_possible()) watch_stop(lock, slot);
  flush(lock, clock::now());
  if (protocol_.closing() && !writing_ && sending_.empty()) lose(protocol_.reason());
  run_done(lock);
  // Calls within the process are answered by the thread that makes them, or else later.
  if (stream_->in_memory() && !slot.answered) {
    need_reader(name);
    set_timer(slot.ends);
  }
}

bool channel::on_answer(call_slot& slot, std::function<void()> then) {
  const std::lock_guard lock(mutex_);
  if (slot.answered) return false;
  slot.then = std::move(then);
  return true;
}

void channel::require_response(const call_slot& slot, const call_name& name) {
  const std::lock_guard lock(mutex_);
  throw_fault(slot, name);
}

// Called without the lock if the token has been asked to stop already.
void channel::watch_stop(lock_type& lock, call_slot& slot) {
  const transport::unlocked during(lock);
  slot.stop.emplace(slot.options->stop, cancel_call{this, &slot});
}

void channel::cancel(call_slot& slot) noexcept {
  const auto self = shared_from_this();
  lock_type lock(mutex_);
  const bool waits =
      std::ranges::any_of(expected_, [&](const expectation& next) { return next.slot == &slot; });
  if (!waits) return;
  const auto longest =
      slot.options != nullptr ? slot.options->cancel_timeout : call_options().cancel_timeout;
  slot.gives_up = std::min(slot.gives_up, clock::now() + longest);
  set_timer(slot.gives_up);
  attempt([&] {
    protocol_.cancel(slot.ticket, events_);
    distribute();
  });
  slot.wakes.notify_one();
  flush(lock, clock::now());
  run_done(lock);
}

// A thread has to read for callers that do not wait.
void channel::need_reader(const call_name& name) {
  if (reader_ != nullptr || !lost_.empty()) return;
  try {
    reader_ = background_reader::begin(weak_from_this(), stream_);
  } catch (const std::system_error& reason) {
    const std::string why = name.text() + ": nothing can read its answer: " + reason.what();
    if (stream_->in_memory()) throw error(status::out_of_memory, why);
    throw error::of_unexecuted(status::out_of_memory, why);
  }
  watch_stream();
}

bool channel::reader_reads() const noexcept {
  return reader_ != nullptr && !stream_->in_memory() && !background_reader::is_this_thread();
}

void channel::watch_stream() {
  if (reader_ != nullptr && lost_.empty())
    reader_->watch(protocol_.wants_input(), !writing_ && !sending_.empty());
}

void channel::set_timer(clock::time_point at) noexcept {
  if (reader_ == nullptr || at >= timer_) return;
  timer_ = at;
  reader_->set_timer(at);
}

void channel::complete(call_slot& slot) noexcept {
  slot.answered = true;
  slot.wakes.notify_one();
  if (!slot.then) return;
  slot.next = nullptr;
  *done_end_ = &slot;
  done_end_ = &slot.next;
}

// What follows calls that were answered runs on the thread that reads, if there is one.
void channel::run_done(lock_type& lock) {
  if (done_ == nullptr) return;
  if (reader_reads()) return reader_->wake();
  const auto self = shared_from_this();
  while (call_slot* const first = done_) {
    done_ = first->next;
    if (done_ == nullptr) done_end_ = &done_;
    auto then = std::exchange(first->then, nullptr);
    const transport::unlocked during(lock);
    std::exchange(then, nullptr)();  // it, and what it owns, may be the end of `first`
  }
}

void channel::on_readable() {
  lock_type lock(mutex_);
  if (reading_ || !lost_.empty()) return;
  if (protocol_.wants_input()) read_some(lock, clock::time_point::min());
  flush(lock, clock::now());  // what may be sent now
  if (protocol_.closing() && !writing_ && sending_.empty()) lose(protocol_.reason());
  run_done(lock);
}

void channel::on_writable() {
  lock_type lock(mutex_);
  flush(lock, clock::now());
  run_done(lock);
}

void channel::on_turn() {
  lock_type lock(mutex_);
  run_done(lock);
}

void channel::on_time() {
  lock_type lock(mutex_);
  timer_ = clock::time_point::max();
  const auto now = clock::now();
  const auto end_of = [](const expectation& each) {
    return std::min(each.slot->ends, each.slot->gives_up);
  };
  for (std::size_t i = 0; i < expected_.size();) {
    const expectation each = expected_[i];
    if (each.binds || !each.slot->started || end_of(each) > now)
      ++i;
    else
      expire(*each.slot);  // and is expected no more
  }
  for (const expectation& each : expected_)
    if (!each.binds && each.slot->started) set_timer(end_of(each));
  after_giving_up(lock);
}

}  // namespace rpc::runtime
