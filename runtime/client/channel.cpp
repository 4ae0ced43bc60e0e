#include "channel.h"

#include "../transport/unlocked.h"
#include "background_reader.h"

#include <rpc/error.h>

#include <algorithm>
#include <span>
#include <utility>

namespace rpc::runtime {

using transport::unlocked;

namespace {

// So many slots are kept for the calls to come.
constexpr std::size_t kept_slots = 4;
constexpr std::size_t kept_expectations = 4 * kept_slots;

// Nothing but the answer is waited for.
constexpr auto never = [] { return false; };

transport::clock::time_point deadline_after(std::chrono::milliseconds time) {
  return time.count() == 0 ? transport::clock::time_point::max() : transport::clock::now() + time;
}

}  // namespace

channel::channel(std::shared_ptr<transport::stream> stream, std::string peer,
                 const protocol::settings& limits, const connection_options& options,
                 protocol::authentication with, protection level)
    : stream_(std::move(stream)),
      peer_(std::move(peer)),
      options_(options),
      level_(level),
      protocol_(limits, std::move(with)) {}

channel::~channel() {
  if (reader_ != nullptr) {
    stream_->shutdown();  // the reader has a share in it, for a while
    reader_->end();
  }
  handle_table::of_this_process().erase_all(*this);
  delete spare_.load();
}

std::unique_ptr<call_slot> channel::borrow() {
  if (call_slot* const spare = spare_.exchange(nullptr)) return std::unique_ptr<call_slot>(spare);
  const std::lock_guard lock(mutex_);
  free_.reserve(kept_slots);  // giving back cannot fail
  std::unique_ptr<call_slot> slot;
  if (free_.empty()) {
    slot = std::make_unique<call_slot>(*this);
  } else {
    slot = std::move(free_.back());
    free_.pop_back();
  }
  return slot;
}

void channel::give_back(std::unique_ptr<call_slot> slot) {
  slot->stop.reset();
  slot->options = nullptr;
  slot->started = false;
  slot->then = nullptr;
  slot->request.clear();
  slot->handles.clear();
  if (slot->request.capacity() > kept_capacity) slot->request = buffer();
  if (!trims_ && slot->answer.stub.capacity() <= kept_capacity) {
    call_slot* none = nullptr;
    if (spare_.compare_exchange_strong(none, slot.get())) return static_cast<void>(slot.release());
  }
  const std::lock_guard lock(mutex_);
  protocol_.recycle(slot->answer.stub);
  if (free_.size() < kept_slots) free_.push_back(std::move(slot));
  if (!expected_.empty() || reading_ || writing_) return;
  // From now on the connection may be idle, and no later call would give back what it keeps.
  trims_ = false;
  protocol_.trim();
  sending_.trim();
  if (expected_.capacity() > kept_expectations) expected_.shrink_to_fit();
  if (events_.capacity() > kept_expectations) events_.shrink_to_fit();
}

channel::bound channel::bind(const offered_interface& interface, std::string_view name) {
  const std::string what =
      "cannot bind to the interface " + (name.empty() ? interface.id.id.text() : std::string(name));
  call_slot slot(*this);
  lock_type lock(mutex_);
  require_connection(what);
  // Presentation contexts are few and stay until the connection ends.
  for (const auto& [id, known] : bound_)
    if (id == interface.id) return known;
  change([&] { expected_.push_back({true, protocol_.bind(interface), &slot}); });
  if (!await(lock, slot, deadline_after(options_.connect_timeout), never)) {
    // The protocol allows no other bind before this one is answered.
    lose("it did not answer a bind in time");
    throw error(status::call_timed_out, what + ": " + peer_ + " did not answer in time");
  }
  if (slot.answer.what != protocol::client_event::kind::bound) fail(what, slot.answer);
  bound_.emplace_back(interface.id, bound{slot.answer.binding, slot.answer.syntax});
  return bound_.back().second;
}

channel::clock::time_point channel::limit_of(const call_slot& slot) const {
  if (slot.options == nullptr) return deadline_after(options_.call_timeout);
  return std::min(slot.options->deadline,
                  deadline_after(slot.options->timeout.value_or(options_.call_timeout)));
}

void channel::call(call_slot& slot, std::size_t binding, std::uint16_t opnum,
                   const call_name& name) {
  lock_type lock(mutex_);
  begin(slot, name, [&] { return protocol_.request(binding, opnum, slot.request, slot.object); });
  await_part(lock, slot, name, never);
}

void channel::finish(call_slot& slot, const call_name& name) {
  lock_type lock(mutex_);
  await_part(lock, slot, name, never);
}

bool channel::wait(call_slot& slot, clock::time_point deadline) {
  lock_type lock(mutex_);
  if (await(lock, slot, std::min(deadline, slot.ends), never)) return true;
  if (std::min(slot.ends, slot.gives_up) > clock::now()) return false;
  expire(slot);  // no other thread may look at the time in-process
  after_giving_up(lock);
  return true;
}

void channel::open(call_slot& slot, std::size_t binding, std::uint16_t opnum,
                   const call_name& name) {
  lock_type lock(mutex_);
  slot.answer.what = protocol::client_event::kind::turn;
  const bool stops = slot.options != nullptr && slot.options->stop.stop_possible();
  if (stops && !stream_->in_memory()) need_reader(name);
  begin(slot, name, [&] { return protocol_.open(binding, opnum, slot.object); });
  if (stops) watch_stop(lock, slot);
  await_part(lock, slot, name, [&] { return protocol_.sends(slot.ticket); });
}

std::size_t channel::send(call_slot& slot, std::span<const std::byte> stub, bool last,
                          const call_name& name) {
  lock_type lock(mutex_);
  std::size_t sent = 0;
  change([&] { sent = protocol_.send_part(slot.ticket, stub, last); });
  slot.ends = limit_of(slot);
  flush(lock, std::min(slot.ends, slot.gives_up));
  // An answer that comes early makes an end of it.
  if (!reading_ && !reader_reads() && !slot.answered && protocol_.wants_input())
    read_some(lock, clock::time_point::min());
  await_part(lock, slot, name, [&] { return has_room(); });
  return sent;
}

std::endian channel::await_response(call_slot& slot, const call_name& name) {
  lock_type lock(mutex_);
  slot.ends = limit_of(slot);
  await_part(lock, slot, name,
             [&] { return slot.answer.what == protocol::client_event::kind::part; });
  return slot.answer.sender;
}

bool channel::receive(call_slot& slot, buffer& into, const call_name& name) {
  lock_type lock(mutex_);
  bool taken = false;
  slot.ends = limit_of(slot);
  await_part(lock, slot, name,
             [&] { return taken = taken || protocol_.take_part(slot.ticket, into); });
  if (taken) watch_stream();  // which may be read on
  if (taken) return true;
  if (slot.answer.stub.empty()) return false;
  into.append(slot.answer.stub.bytes());
  slot.answer.stub.clear();
  return true;
}

bool channel::answered(const call_slot& slot) {
  const std::lock_guard lock(mutex_);
  return slot.answered;
}

void channel::abandon(call_slot& slot) {
  slot.stop.reset();
  lock_type lock(mutex_);
  for (call_slot** place = &done_; *place != nullptr; place = &(*place)->next) {
    if (*place != &slot) continue;
    *place = slot.next;
    if (slot.next == nullptr) done_end_ = place;
    break;
  }
  const bool waits =
      std::ranges::any_of(expected_, [&](const expectation& next) { return next.slot == &slot; });
  if (!waits) return;
  forget(slot);
  after_giving_up(lock);
}

// No answer is expected any more. True if nothing of the call was sent.
bool channel::forget(call_slot& slot) {
  std::erase_if(expected_, [&](const expectation& next) { return next.slot == &slot; });
  if (slot.started) --started_;
  bool unsent = false;
  attempt([&] { unsent = protocol_.abandon(slot.ticket); });
  return unsent;
}

void channel::after_giving_up(lock_type& lock) {
  flush(lock, clock::now());
  if (protocol_.closing()) lose(protocol_.reason());
  hand_over();
  run_done(lock);
}

// The answer of a call that has passed a limit of time.
void channel::expire(call_slot& slot) {
  const bool cancelled = slot.gives_up < slot.ends;
  slot.answer = {protocol::client_event::kind::fault};
  slot.answer.code = cancelled ? status::fault_cancel : status::call_timed_out;
  slot.answer.did_not_execute = forget(slot);
  slot.given_up = true;
  complete(slot);
}

// Waits for the answer, or for `done`.
template <class Done>
void channel::await_part(lock_type& lock, call_slot& slot, const call_name& name, Done done) {
  if (!await(lock, slot, slot.ends, done)) {
    expire(slot);
    after_giving_up(lock);
  }
  throw_fault(slot, name);
}

// False if the deadline passed before the answer or `done` came. Whatever comes of it, the others
// go on.
template <class Done>
bool channel::await(lock_type& lock, call_slot& slot, clock::time_point deadline, Done done) {
  const auto over = [&] { return slot.answered || done(); };
  bool reached = false;
  for (bool waited = false; !(reached = over()); waited = true) {
    const auto until = std::min(deadline, slot.gives_up);
    flush(lock, until);
    if ((reached = over())) break;
    if (protocol_.closing() && !writing_ && sending_.empty()) {
      lose(protocol_.reason());
    } else if (waited && clock::now() >= until) {
      break;
    } else if (reading_ || reader_reads() || !protocol_.wants_input()) {
      wait_for_others(lock, slot, until);
    } else {
      read_some(lock, until);
    }
  }
  hand_over();
  run_done(lock);
  return reached;
}

std::string channel::end() {
  lock_type lock(mutex_);
  if (!reading_ && lost_.empty() && protocol_.wants_input())
    read_some(lock, clock::time_point::min());
  if (protocol_.closing() && !writing_ && sending_.empty()) lose(protocol_.reason());
  hand_over();
  run_done(lock);
  return lost_;
}

void channel::cancel() {
  lock_type lock(mutex_);
  change([&] {
    for (const expectation& each : expected_)
      if (!each.binds) protocol_.cancel(protocol::call_ticket{each.number}, events_);
    distribute();
  });
  flush(lock, clock::now());
  run_done(lock);
}

void channel::close() noexcept {
  lock_type lock(mutex_);
  lose("closed by this program");  // before the thread that reads finds the end of the stream
  lock.unlock();
  stream_->shutdown();  // wakes it
  lock.lock();
  run_done(lock);
}

void channel::hand_over() {
  if (reading_) return;
  const auto next =
      std::ranges::find_if(expected_, [](const expectation& each) { return each.slot->waits; });
  if (next != expected_.end()) next->slot->wakes.notify_one();
}

}  // namespace rpc::runtime
