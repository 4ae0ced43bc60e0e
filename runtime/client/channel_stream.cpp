// What channels send, what they read, and whom it is for.

#include "../transport/rooms.h"
#include "../transport/unlocked.h"
#include "background_reader.h"
#include "channel.h"

#include <algorithm>
#include <new>
#include <span>
#include <utility>

namespace rpc::runtime {

using transport::unlocked;

namespace {

// A thread that cannot send looks this often whether it has to read instead.
constexpr std::chrono::milliseconds longest_write{10};

// What may be on its way to the server before a call with pipes waits.
constexpr std::size_t most_unsent = 256u << 10;

// Not even to be waited for.
constexpr auto at_once = transport::clock::time_point::min();

}  // namespace

// Another thread reads, or has to take what was read before more is.
void channel::wait_for_others(lock_type& lock, call_slot& slot, clock::time_point deadline) {
  if (!reading_ && !reader_reads() && !writing_ && !sending_.empty()) {
    // No thread would notice that there is room to send.
    const unlocked during(lock);
    stream_->wait(transport::readiness::output, std::min(deadline, clock::now() + longest_write));
    return;
  }
  slot.waits = true;
  slot.wakes.wait_until(lock, deadline);
  slot.waits = false;
}

void channel::flush(lock_type& lock, clock::time_point deadline) {
  while (!writing_ && lost_.empty() && !refused_ && (!sending_.empty() || take_output())) {
    if (!write_some(lock, deadline)) break;
    if (full_ && has_room()) wake_all();
    if (!stream_->in_memory()) continue;
    // At once: the calls that were written may have to make room for what follows.
    {
      const unlocked during(lock);
      stream_->attend();
    }
    if (started_ > 0) read_all(lock);  // as no thread may wait for what was answered
  }
  watch_stream();
}

void channel::read_all(lock_type& lock) {
  while (!reading_ && lost_.empty() && protocol_.wants_input() && read_some(lock, at_once)) {
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

// Notes for flush() whether a caller has found no room for more of a request.
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
  const bool is_read = reading_;
  std::size_t sent = 0;
  std::string refusal;
  writing_ = true;
  attempt([&] {
    std::optional<unlocked> during;
    if (!stream_->in_memory()) during.emplace(lock);
    try {
      sent = stream_->write_some(filled);
    } catch (const transport::connection_lost& reason) {
      refusal = reason.what();
      return;
    }
    if (sent > 0 || !is_read) return;
    if (!during) during.emplace(lock);
    stream_->wait(transport::readiness::output, std::min(deadline, clock::now() + longest_write));
  });
  writing_ = false;
  if (!refusal.empty()) {
    stop_sending(lock, refusal);
    return false;
  }
  sending_.consume(sent);
  if (sent == size || (sent > 0 && stream_->in_memory())) return true;
  return reading_ && clock::now() < deadline;
}

// The server has closed the connection. It may have said why, in an answer that came before.
void channel::stop_sending(lock_type& lock, std::string_view reason) {
  refused_ = true;
  sending_.consume(sending_.size());
  read_all(lock);
  if (!reading_ && !reader_reads()) lose(reason);
}

// False if there was nothing.
bool channel::read_some(lock_type& lock, clock::time_point deadline) {
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
  if (!count) return false;
  if (*count == 0) {
    lose("closed by the server");
    return false;
  }
  return attempt([&] {
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
    const bool answers = event.what != protocol::client_event::kind::turn &&
                         event.what != protocol::client_event::kind::part;
    slot.answer = std::move(event);
    if (!answers) {
      slot.wakes.notify_one();
      continue;
    }
    expected_.erase(waits);
    if (slot.started) --started_;
    complete(slot);
  }
  events_.clear();
}

void channel::lose(std::string_view reason) noexcept {
  try {
    if (lost_.empty()) lost_ = reason;
    protocol_.disconnect(events_);
  } catch (const std::bad_alloc&) {
    if (lost_.empty()) lost_ = "out of memory";  // so short that it takes none
  }
  distribute();
  // Those that the protocol could not notify, for lack of memory.
  for (const expectation& left : std::exchange(expected_, {})) {
    left.slot->answer.what = protocol::client_event::kind::fault;
    left.slot->answer.code = status::call_failed;
    left.slot->answer.lost = true;
    complete(*left.slot);
  }
  started_ = 0;
  if (reader_ != nullptr) reader_->end();
}

}  // namespace rpc::runtime
