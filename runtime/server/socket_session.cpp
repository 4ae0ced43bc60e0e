#include "socket_session.h"

#include <array>
#include <new>
#include <utility>

namespace rpc::runtime {
namespace {

// Reads of one connection before the others get their turn.
constexpr int most_reads = 16;

// Answers are held back while more calls of the same connection are about to be run, so that
// one write carries them all, but not beyond this many bytes.
constexpr std::size_t most_held_bytes = 32u << 10;

constexpr const char* out_of_memory = "out of memory";

}  // namespace

socket_session::socket_session(session_host& host, transport::reactor& loop,
                               transport::descriptor connected,
                               std::shared_ptr<const catalogue> served,
                               std::string secondary_address, const protocol::settings& limits,
                               association_table& associations, caller client)
    : session(std::move(served), std::move(secondary_address), limits, associations,
              std::move(client)),
      host_(host),
      loop_(loop),
      socket_(std::move(connected)),
      watch_(loop.add(socket_.fd())) {}

void socket_session::open() {
  const std::lock_guard lock(mutex_);
  paused_ = false;
  watch_->await_readable(shared_from_this());
}

void socket_session::on_readable() {
  try {
    read_all();
  } catch (const transport::connection_lost& lost) {
    abandon(lost.what());
  } catch (const std::bad_alloc&) {
    abandon(out_of_memory);
  }
  {
    // Everything that needs the lock comes before the calls, whose threads need it too.
    std::unique_lock lock(mutex_);
    write(lock);
    wake_pipes();
    paused_ = !wants_input();
    if (!paused_) watch_->await_readable(shared_from_this());
  }
  run_calls();
}

void socket_session::read_all() {
  const std::span<std::byte> room = host_.input_room();
  for (int reads = 0; reads < most_reads; ++reads) {
    {
      const std::lock_guard lock(mutex_);
      if (!wants_input()) return;
    }
    const std::optional<std::size_t> count = socket_.read_some(room);
    if (!count) return;
    const std::lock_guard lock(mutex_);
    if (*count == 0) {
      input_ended_ = true;
      return;
    }
    protocol_.receive(room.first(*count), events_);
    if (*count < room.size()) return;  // that was all: do not ask for more in vain
  }
}

void socket_session::run_calls() {
  try {
    for (protocol::server_event& event : events_)
      if (event.what == protocol::server_event::kind::call)
        calls_.push_back({shared_from_this(), std::move(event.call)});
    queued_ += calls_.size();
    if (!calls_.empty()) host_.run(calls_);
  } catch (const std::bad_alloc&) {
    abandon(out_of_memory);
  }
  events_.clear();
  calls_.clear();
}

void socket_session::on_writable() {
  std::unique_lock lock(mutex_);
  blocked_ = false;
  writing_ = false;
  write(lock);
}

void socket_session::answered(std::unique_lock<std::mutex>& lock, std::size_t bytes) {
  held_bytes_ += bytes + 1;
  if (queued_ == 0 || held_bytes_ > most_held_bytes) write(lock);
}

void socket_session::flush() {
  std::unique_lock lock(mutex_);
  if (held_bytes_ > 0) write(lock);
}

void socket_session::write(std::unique_lock<std::mutex>& lock) {
  if (writing_) return;  // whoever does will find what was added
  writing_ = true;
  while (lost_.empty() && (!sending_.empty() || protocol_.take_output(sending_))) {
    if (write_some(lock)) continue;
    if (!lost_.empty()) break;
    blocked_ = true;
    loop_.post({shared_from_this(), &awaiting_output_});
    return;
  }
  // Nothing is left, neither of what was held back before nor of what came meanwhile.
  held_bytes_ = 0;
  writing_ = false;
  next_step();
}

void socket_session::await_output() {
  const std::lock_guard lock(mutex_);
  if (!over_) watch_->await_writable(shared_from_this());
}

bool socket_session::write_some(std::unique_lock<std::mutex>& lock) {
  std::array<std::span<const std::byte>, 64> runs;
  const std::size_t count = sending_.gather(runs);
  std::size_t sent = 0;
  lock.unlock();
  try {
    sent = socket_.write_some(std::span(runs).first(count));
    lock.lock();
  } catch (const transport::connection_lost& lost) {
    lock.lock();
    lose(lost.what());
  } catch (const std::bad_alloc&) {
    lock.lock();
    lose(out_of_memory);
  }
  sending_.consume(sent);
  wake_pipes();
  return sent > 0;
}

void socket_session::finish() {
  std::unique_lock lock(mutex_);
  input_ended_ = true;
  wake_pipes();
  write(lock);
}

void socket_session::abandon(std::string_view reason) {
  const std::lock_guard lock(mutex_);
  if (lost_.empty()) lose(reason);
  next_step();
}

void socket_session::lose(std::string_view reason) noexcept {
  try {
    lost_ = reason;
  } catch (const std::bad_alloc&) {
    lost_ = out_of_memory;  // so short that it takes none
  }
}

std::size_t socket_session::unsent() const noexcept {
  return sending_.size() + protocol_.output_size();
}

bool socket_session::input_ended() const noexcept { return input_ended_ || output_ended(); }

bool socket_session::output_ended() const noexcept { return over_ || !lost_.empty(); }

bool socket_session::wants_input() const noexcept {
  return !over_ && !input_ended_ && !blocked_ && lost_.empty() && !protocol_.closing() &&
         protocol_.wants_input();
}

// After each change: whether the session ends, or goes on to read.
void socket_session::next_step() {
  const bool answered = !writing_ && sending_.empty() && held_bytes_ == 0;
  const bool ended = protocol_.closing() || (input_ended_ && protocol_.calls() == 0);
  if (over_) return;
  if (!lost_.empty() || (ended && answered)) {
    over_ = true;
    wake_pipes();
    loop_.post({shared_from_this(), &dropping_});
  } else if (paused_ && wants_input()) {
    paused_ = false;
    loop_.post({shared_from_this(), &reading_});
  }
}

void socket_session::drop() {
  std::string_view reason;
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
    wake_pipes();
    if (protocol_.closing()) reason = protocol_.reason();
  }
  watch_->release();
  socket_.shutdown();
  if (auto left = leave()) host_.release(std::move(left));
  host_.forget(shared_from_this(), reason);
}

}  // namespace rpc::runtime
