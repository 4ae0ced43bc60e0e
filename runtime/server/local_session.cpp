#include "local_session.h"

#include "../transport/rooms.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <iterator>
#include <new>
#include <semaphore>
#include <system_error>
#include <utility>

namespace rpc::runtime {

local_session::local_session(call_gate& calls, const dispatcher& runs,
                             std::shared_ptr<const catalogue> served,
                             const protocol::settings& limits, association_table& associations,
                             caller client, const admission& admits)
    // C706 12.6.3.4 lets the secondary address be empty: no other client can connect to this
    // process.
    : session(std::move(served), {}, limits, associations, std::move(client), admits),
      gate_(calls),
      dispatcher_(runs) {}

std::shared_ptr<transport::stream> local_session::client_end() {
  return {static_cast<transport::stream*>(this),
          [self = shared_from_this()](transport::stream*) { self->on_client_left(); }};
}

// Calls whose answers are still to come keep the session until then.
void local_session::on_client_left() {
  {
    const std::lock_guard lock(mutex_);
    left_ = true;
    wake_pipes();
  }
  stop_calls();
  for (piped_call& each : piped_) each.thread.join();
  leave();
}

void local_session::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    try {
      for (const protocol::incoming_call& call : calls_)
        protocol_.fault(call.ticket, status::nca_server_too_busy, true);
    } catch (const std::bad_alloc&) {
      lost_ = true;
    }
    calls_.clear();
    wake_client();
    wake_reader();
    wake_pipes();
  }
  leave();
}

void local_session::abandon(std::string_view) {
  {
    const std::lock_guard lock(mutex_);
    lost_ = true;
    wake_client();
    wake_reader();
    wake_pipes();
  }
  stop_calls();
}

int local_session::fd() {
  const std::lock_guard lock(mutex_);
  if (!unread_) unread_.emplace();
  wake_reader();  // what comes from now on, and what has come
  return unread_->fd();
}

bool local_session::readable() {
  return ended() || !sending_.empty() || protocol_.take_output(sending_);
}

// The client's thread that reads for others does so if no other one does.
void local_session::wake_reader() {
  if (unread_ && readable()) unread_->set();
}

bool local_session::ended() const noexcept {
  return lost_ || protocol_.closing() || (closed_ && protocol_.calls() == 0);
}

std::size_t local_session::write_some(std::span<const std::span<const std::byte>> runs) {
  std::unique_lock lock(mutex_);
  if (closed_) throw transport::connection_lost("the server was stopped");
  std::size_t count = 0;
  for (const std::span<const std::byte> run : runs) {
    const std::size_t taken = protocol_.receive(run, calls_);
    count += taken;
    if (taken < run.size()) break;
  }
  wake_client();
  wake_pipes();
  const bool stops = stoppable();
  lock.unlock();
  if (stops) stop_given_up();
  return count;
}

std::optional<std::size_t> local_session::read_some(places into) {
  const std::lock_guard lock(mutex_);
  if (unread_) unread_->clear();
  if (sending_.empty() && !protocol_.take_output(sending_)) {
    if (ended()) return 0;
    return std::nullopt;
  }
  const auto runs = transport::output_room();
  const std::size_t run_count = sending_.gather(runs);
  std::size_t count = 0;
  std::span<std::byte> place;
  for (std::span<const std::byte> run : runs.first(run_count)) {
    while (!run.empty()) {
      for (; place.empty() && !into.empty(); into = into.subspan(1)) place = into.front();
      const std::size_t part = std::min(run.size(), place.size());
      if (part == 0) break;
      std::memcpy(place.data(), run.data(), part);
      run = run.subspan(part);
      place = place.subspan(part);
      count += part;
    }
  }
  sending_.consume(count);
  wake_reader();
  wake_pipes();
  return count;
}

std::optional<std::size_t> local_session::read_or_wait(places into,
                                                       transport::clock::time_point deadline) {
  if (const auto count = read_some(into)) return count;
  const std::chrono::seconds longest{1};
  wait(transport::readiness::input, std::min(deadline, transport::clock::now() + longest));
  return read_some(into);
}

bool local_session::wait(transport::readiness what, transport::clock::time_point deadline) {
  using transport::readiness;
  std::unique_lock lock(mutex_);
  ++client_waits_;
  changed_.wait_until(lock, deadline, [&] {
    if (what != readiness::input && protocol_.wants_input()) return true;
    return ended() || (what != readiness::output && readable());
  });
  --client_waits_;
  return readable();
}

std::size_t local_session::unsent() const noexcept {
  return sending_.size() + protocol_.output_size();
}

// Other threads may take the calls that come after: each runs what it finds.
void local_session::attend() {
  // Of this thread's earlier calls. Empty while one runs.
  thread_local std::unique_ptr<call_room> kept;
  std::unique_ptr<call_room> room = std::move(kept);
  protocol::incoming_call call;
  for (bool more = true; more && take_next(call, more);) {
    if (has_pipes(call.interface, call.opnum)) {
      run_apart(std::move(call));
    } else if (run(call, room)) {
      gate_.leave();
    }
  }
  kept = std::move(room);
}

// False if no call waits to be run.
bool local_session::take_next(protocol::incoming_call& call, bool& more) {
  const std::lock_guard lock(mutex_);
  if (calls_.empty() || !gate_.enter()) return false;
  call = std::move(calls_.front());
  calls_.erase(calls_.begin());
  more = !calls_.empty();
  return true;
}

void local_session::run_apart(protocol::incoming_call call) {
  for (piped_call& each : take_done()) each.thread.join();
  std::unique_lock lock(mutex_);
  piped_call& made = piped_.emplace_back();
  made.call = std::move(call);
  try {
    made.thread = std::thread([this, &made] {
      std::unique_ptr<call_room> room;
      run(made.call, room);
      {
        const std::lock_guard guard(mutex_);
        made.done = true;
      }
      gate_.leave();
    });
  } catch (const std::system_error&) {  // the machine has no more threads
    protocol_.fault(made.call.ticket, status::nca_server_too_busy, true);
    answered(lock, 0);
    piped_.pop_back();
    gate_.leave();
  }
}

std::list<local_session::piped_call> local_session::take_done() {
  const std::lock_guard lock(mutex_);
  std::list<piped_call> done;
  for (auto each = piped_.begin(); each != piped_.end();) {
    const auto next = std::next(each);
    if (each->done) done.splice(done.end(), piped_, each);
    each = next;
  }
  return done;
}

// False if the call is answered later.
bool local_session::run(protocol::incoming_call& call, std::unique_ptr<call_room>& room) {
  try {
    if (!room) room = std::make_unique<call_room>();
    for (context_turn turn;; turn = await(*room)) {
      switch (dispatcher_.run(*this, call, *room, turn, std::chrono::steady_clock::now())) {
        case dispatcher::outcome::answered: return true;
        case dispatcher::outcome::deferred: {
          const auto later = std::exchange(room->deferred, nullptr);
          later->returned(*this, shared_from_this(), std::move(call), std::move(room));
          return false;
        }
        case dispatcher::outcome::waits: break;
      }
    }
  } catch (const std::bad_alloc&) {
    room.reset();  // the call may have been left half-way
    abandon("out of memory");
    return true;
  }
}

void local_session::answer(deferred_call& later) noexcept {
  const auto self = shared_from_this();  // outlives what the call has of it
  try {
    dispatcher_.answer(later);
  } catch (const std::bad_alloc&) {
    abandon("out of memory");
  }
  {
    const std::lock_guard lock(mutex_);
    wake_reader();
  }
  later.release();
  gate_.leave();
}

// A call runs on its caller's thread, which has nothing else to do.
context_turn local_session::await(call_room& room) {
  struct meeting {
    std::binary_semaphore come{0};
    context_turn turn;
  };
  const auto here = std::make_shared<meeting>();
  const bool waits = room.contexts.wait([here](context_turn turn) {
    here->turn = std::move(turn);
    here->come.release();
    return true;
  });
  if (waits) here->come.acquire();
  return here->turn;
}

void local_session::answered(std::unique_lock<std::mutex>&, std::size_t) { wake_client(); }

}  // namespace rpc::runtime
