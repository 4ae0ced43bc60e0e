#include "channel.h"

#include "../transport/rooms.h"
#include "../transport/unlocked.h"

#include <rpc/error.h>

#include <algorithm>
#include <new>
#include <span>
#include <utility>

namespace rpc::runtime {

using transport::unlocked;

namespace {

// So much is kept for the calls to come: slots, and the memory of a request and of a response.
constexpr std::size_t kept_slots = 4;
constexpr std::size_t kept_expectations = 4 * kept_slots;
constexpr std::size_t kept_capacity = 512;

// A thread that cannot send looks this often whether it has to read instead.
constexpr std::chrono::milliseconds longest_write{10};

// What may be on its way to the server before a call with pipes waits.
constexpr std::size_t most_unsent = 256u << 10;

constexpr const char* out_of_memory = "out of memory";

// Not even to be waited for.
constexpr auto at_once = transport::clock::time_point::min();

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

channel::~channel() { handle_table::of_this_process().erase_all(*this); }

std::unique_ptr<call_slot> channel::borrow() {
  const std::lock_guard lock(mutex_);
  free_.reserve(kept_slots);  // giving back cannot fail
  std::unique_ptr<call_slot> slot;
  if (free_.empty()) {
    slot = std::make_unique<call_slot>(*this);
  } else {
    slot = std::move(free_.back());
    free_.pop_back();
  }
  ++borrowed_;
  return slot;
}

void channel::give_back(std::unique_ptr<call_slot> slot) {
  slot->request.clear();
  slot->handles.clear();
  if (slot->request.capacity() > kept_capacity) slot->request = buffer();
  const std::lock_guard lock(mutex_);
  protocol_.recycle(slot->answer.stub);
  if (free_.size() < kept_slots) free_.push_back(std::move(slot));
  if (--borrowed_ > 0) return;
  // From now on the connection may be idle, and no later call would give back what it keeps.
  protocol_.trim();
  sending_.trim();
  if (expected_.capacity() > kept_expectations) expected_.shrink_to_fit();
  if (events_.capacity() > kept_expectations) events_.shrink_to_fit();
}

template <class Act>
bool channel::attempt(Act act) {
  try {
    act();
    return true;
  } catch (const transport::connection_lost& lost) {
    lose(lost.what());
  } catch (const std::bad_alloc&) {
    lose(out_of_memory);
  }
  return false;
}

template <class Act>
void channel::change(Act act) {
  if (!attempt(act)) throw std::bad_alloc();
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

template <class Begin>
void channel::begin(call_slot& slot, const call_name& name, Begin begin) {
  if (!lost_.empty()) require_connection(name.text());
  slot.answered = false;
  change([&] {
    slot.ticket = begin();
    expected_.push_back({false, static_cast<std::uint64_t>(slot.ticket), &slot});
  });
}

void channel::call(call_slot& slot, std::size_t binding, std::uint16_t opnum,
                   const call_name& name) {
  lock_type lock(mutex_);
  begin(slot, name, [&] { return protocol_.request(binding, opnum, slot.request, slot.object); });
  await_part(lock, slot, name, never);
  throw_fault(slot, name);
}

void channel::open(call_slot& slot, std::size_t binding, std::uint16_t opnum,
                   const call_name& name) {
  lock_type lock(mutex_);
  slot.answer.what = protocol::client_event::kind::turn;
  begin(slot, name, [&] { return protocol_.open(binding, opnum, slot.object); });
  await_part(lock, slot, name, [&] { return protocol_.sends(slot.ticket); });
  throw_fault(slot, name);
}

std::size_t channel::send(call_slot& slot, std::span<const std::byte> stub, bool last,
                          const call_name& name) {
  lock_type lock(mutex_);
  std::size_t sent = 0;
  change([&] { sent = protocol_.send_part(slot.ticket, stub, last); });
  flush(lock, deadline_after(options_.call_timeout));
  // An answer that comes early makes an end of it.
  if (!reading_ && !slot.answered && protocol_.wants_input()) read_some(lock, at_once);
  await_part(lock, slot, name, [&] { return has_room(); });
  throw_fault(slot, name);
  return sent;
}

std::endian channel::await_response(call_slot& slot, const call_name& name) {
  lock_type lock(mutex_);
  await_part(lock, slot, name,
             [&] { return slot.answer.what == protocol::client_event::kind::part; });
  throw_fault(slot, name);
  return slot.answer.sender;
}

bool channel::receive(call_slot& slot, buffer& into, const call_name& name) {
  lock_type lock(mutex_);
  bool taken = false;
  await_part(lock, slot, name,
             [&] { return taken = taken || protocol_.take_part(slot.ticket, into); });
  if (taken) return true;
  throw_fault(slot, name);
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
  lock_type lock(mutex_);
  const bool waits =
      std::ranges::any_of(expected_, [&](const expectation& next) { return next.slot == &slot; });
  if (waits) give_up(lock, slot);
}

// True if nothing of the call was sent.
bool channel::give_up(lock_type& lock, call_slot& slot) {
  forget(slot);
  bool unsent = false;
  attempt([&] { unsent = protocol_.abandon(slot.ticket); });
  flush(lock, clock::now());
  if (protocol_.closing()) lose(protocol_.reason());
  hand_over();
  return unsent;
}

// Waits for the answer, or for `done`.
template <class Done>
void channel::await_part(lock_type& lock, call_slot& slot, const call_name& name, Done done) {
  if (await(lock, slot, deadline_after(options_.call_timeout), done)) return;
  const bool unsent = give_up(lock, slot);
  throw error(status::call_timed_out, name.text() + ": " + peer_ +
                                          " did not answer in time; the call " +
                                          (unsent ? "has not" : "may have") + " executed");
}

// False if the deadline passed before the answer or `done` came. Whatever comes of it, the others
// go on.
template <class Done>
bool channel::await(lock_type& lock, call_slot& slot, clock::time_point deadline, Done done) {
  const auto over = [&] { return slot.answered || done(); };
  bool reached = false;
  for (bool waited = false; !(reached = over()); waited = true) {
    flush(lock, deadline);
    if ((reached = over())) break;
    if (protocol_.closing() && !writing_ && sending_.empty()) {
      lose(protocol_.reason());
    } else if (waited && clock::now() >= deadline) {
      break;
    } else if (reading_ || !protocol_.wants_input()) {
      wait_for_others(lock, slot, deadline);
    } else {
      read_some(lock, deadline);
    }
  }
  hand_over();
  return reached;
}

// Another thread reads, or has to take what was read before more is.
void channel::wait_for_others(lock_type& lock, call_slot& slot, clock::time_point deadline) {
  if (!reading_ && !writing_ && !sending_.empty()) {
    // Nobody would notice that there is room to send.
    const unlocked during(lock);
    stream_->wait(transport::readiness::output, std::min(deadline, clock::now() + longest_write));
    return;
  }
  slot.waits = true;
  slot.wakes.wait_until(lock, deadline);
  slot.waits = false;
}

void channel::flush(lock_type& lock, clock::time_point deadline) {
  while (!writing_ && lost_.empty() && (!sending_.empty() || take_output())) {
    if (!write_some(lock, deadline)) return;
    if (full_ && has_room()) wake_all();
    if (!stream_->in_memory()) continue;
    // At once: the calls that were written may have to make room for what follows.
    const unlocked during(lock);
    stream_->attend();
  }
}

bool channel::take_output() {
  if (!protocol_.take_output(sending_)) return false;
  attempt([&] {
    protocol_.resume(events_);
    distribute();
  });
  return true;
}

// Notes for flush() whether somebody has found no room for more of a request.
bool channel::has_room() {
  full_ = sending_.size() + protocol_.output_size() >= most_unsent;
  return !full_;
}

void channel::wake_all() {
  for (const expectation& each : expected_) each.slot->wakes.notify_one();
}

// False if there is nothing to do but read, or the deadline passed. A socket that has not taken
// everything would take no more now.
bool channel::write_some(lock_type& lock, clock::time_point deadline) {
  const auto runs = transport::output_room();
  const auto filled = runs.first(sending_.gather(runs));
  std::size_t size = 0;
  for (const auto& run : filled) size += run.size();
  const bool somebody_reads = reading_;
  std::size_t sent = 0;
  writing_ = true;
  attempt([&] {
    std::optional<unlocked> during;
    if (!stream_->in_memory()) during.emplace(lock);
    sent = stream_->write_some(filled);
    if (sent > 0 || !somebody_reads) return;
    if (!during) during.emplace(lock);
    stream_->wait(transport::readiness::output, std::min(deadline, clock::now() + longest_write));
  });
  writing_ = false;
  sending_.consume(sent);
  if (sent == size || (sent > 0 && stream_->in_memory())) return true;
  return reading_ && clock::now() < deadline;
}

void channel::read_some(lock_type& lock, clock::time_point deadline) {
  const bool stuck = !writing_ && !sending_.empty();
  transport::stream::places input;
  std::optional<std::size_t> count;
  reading_ = true;
  attempt([&] {
    auto& room = transport::input_room::of_thread();
    input = std::span(room.places).first(protocol_.places(room.bytes, room.places));
    const unlocked during(lock);
    count = read_or_wait(input, stuck, deadline);
  });
  reading_ = false;
  if (!count) return;
  if (*count == 0) return lose("closed by the server");
  attempt([&] {
    protocol_.receive(input, *count, events_);
    distribute();
  });
}

// What another thread could not send is sent by the one that reads, when it looks around.
std::optional<std::size_t> channel::read_or_wait(transport::stream::places into, bool stuck,
                                                 clock::time_point deadline) {
  if (deadline != at_once && !stuck) return stream_->read_or_wait(into, deadline);
  if (deadline != at_once && !stream_->wait(transport::readiness::both, deadline))
    return std::nullopt;
  return stream_->read_some(into);
}

void channel::distribute() {
  for (protocol::client_event& event : events_) {
    const bool binds = event.what == protocol::client_event::kind::bound ||
                       event.what == protocol::client_event::kind::refused;
    const std::uint64_t number = binds ? event.binding : static_cast<std::uint64_t>(event.call);
    const auto waits = std::ranges::find_if(
        expected_, [&](const auto& next) { return next.binds == binds && next.number == number; });
    if (waits == expected_.end()) continue;  // given up
    call_slot& slot = *waits->slot;
    slot.answered = event.what != protocol::client_event::kind::turn &&
                    event.what != protocol::client_event::kind::part;
    if (slot.answered) expected_.erase(waits);
    slot.answer = std::move(event);
    slot.wakes.notify_one();
  }
  events_.clear();
}

void channel::lose(std::string_view reason) noexcept {
  try {
    if (lost_.empty()) lost_ = reason;
    protocol_.disconnect(events_);
  } catch (const std::bad_alloc&) {
    if (lost_.empty()) lost_ = out_of_memory;  // so short that it takes none
  }
  distribute();
  // Those whom the protocol has not told, for lack of memory.
  for (const expectation& left : std::exchange(expected_, {})) {
    left.slot->answer.what = protocol::client_event::kind::fault;
    left.slot->answer.code = status::call_failed;
    left.slot->answer.lost = true;
    left.slot->answered = true;
    left.slot->wakes.notify_one();
  }
}

void channel::cancel() {
  lock_type lock(mutex_);
  change([&] {
    for (const expectation& each : expected_)
      if (!each.binds) protocol_.cancel(protocol::call_ticket{each.number}, events_);
    distribute();
  });
  flush(lock, clock::now());
}

void channel::close() noexcept {
  {
    const std::lock_guard lock(mutex_);
    lose("closed by this program");
  }
  stream_->shutdown();  // wakes the thread that reads
}

void channel::forget(const call_slot& slot) {
  std::erase_if(expected_, [&](const expectation& next) { return next.slot == &slot; });
}

void channel::hand_over() {
  if (reading_) return;
  const auto next =
      std::ranges::find_if(expected_, [](const expectation& each) { return each.slot->waits; });
  if (next != expected_.end()) next->slot->wakes.notify_one();
}

}  // namespace rpc::runtime
