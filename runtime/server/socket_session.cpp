#include "socket_session.h"

#include "../transport/rooms.h"
#include "../transport/unlocked.h"

#include <array>
#include <new>
#include <utility>

namespace rpc::runtime {
namespace {

// Answers are held back while more calls of the same connection are about to be run, so that
// one write carries them all, but not beyond this many bytes.
constexpr std::size_t most_held_bytes = 32u << 10;

// A connection keeps the memory of its calls for so long after the last one.
constexpr std::chrono::seconds busy{1};

constexpr const char* out_of_memory = "out of memory";

}  // namespace

socket_session::socket_session(session_host& host, transport::reactor& loop,
                               transport::descriptor connected,
                               std::shared_ptr<const catalogue> served,
                               std::string secondary_address, const protocol::settings& limits,
                               const time_limits& times, std::size_t max_memory,
                               association_table& associations, caller client,
                               std::shared_ptr<peer_share> threads, const admission& admits)
    : session(std::move(served), std::move(secondary_address), limits, associations,
              std::move(client), admits),
      host_(host),
      loop_(loop),
      socket_(std::move(connected)),
      flows_(std::make_shared<connection_flows>(std::move(threads))),
      memory_(max_memory, &host.memory()),
      times_(times),
      watch_(loop, socket_.fd()),
      waits_(times.write, times.rate) {}

// False, and the connection ends, if `act` fails. It may give the lock back meanwhile.
template <class Act>
bool socket_session::attempt(Act act) {
  try {
    act();
    return true;
  } catch (const transport::connection_lost& lost) {
    give_up(lost.what());
  } catch (const std::bad_alloc&) {
    give_up(out_of_memory);
  }
  return false;
}

void socket_session::open() {
  const std::lock_guard lock(mutex_);
  protocol_.advance(accepted_, true);
  paused_ = false;
  watch_.attach(shared_from_this());
  await();
}

void socket_session::on_readable() {
  bool stops = false;
  {
    std::unique_lock lock(mutex_);
    attempt([&] { read_some(lock); });
    // Everything that needs the lock comes before the calls, whose threads need it too.
    write(lock);
    count_buffers();
    wake_pipes();
    stops = stoppable();
    paused_ = !wants_input();
    await();
    if (!paused_ && !backlog_.empty()) loop_.post({shared_from_this(), &reading_});
  }
  if (stops) stop_given_up();
  run_calls();
}

// Once: then others have their turn.
void socket_session::read_some(std::unique_lock<std::mutex>& lock) {
  if (!take_backlog() || !wants_input()) return;
  auto& room = transport::input_room::of_thread();
  const auto input = std::span(room.places).first(protocol_.places(room.bytes, room.places));
  std::optional<std::size_t> count;
  {
    const transport::unlocked during(lock);  // for calls that end meanwhile
    count = socket_.read_some(input);
  }
  if (!count) return;
  if (*count == 0) {
    // It may still read, if it has only shut down its sending side. Most likely it is gone.
    input_ended_ = stops_calls_ = true;
    return;
  }
  protocol_.advance(clock::now(), true);
  backlog_.append(protocol_.receive(input, *count, read_));
  host_.counts().count_received(*count, protocol_.take_pdus());
}

// True if none is left.
bool socket_session::take_backlog() {
  if (backlog_.empty()) return true;
  if (!wants_input()) return false;
  protocol_.advance(clock::now(), false);
  backlog_taken_ += protocol_.receive(backlog_.bytes().subspan(backlog_taken_), read_);
  if (backlog_taken_ < backlog_.size()) return false;
  backlog_.clear();
  backlog_taken_ = 0;
  return true;
}

void socket_session::run_calls() {
  try {
    for (protocol::incoming_call& call : read_)
      jobs_.emplace_back(shared_from_this(), flow_of(call), std::move(call));
    queued_ += jobs_.size();
    if (!jobs_.empty()) host_.submit(jobs_);
  } catch (const std::bad_alloc&) {
    abandon(out_of_memory);
  }
  // A burst of input leaves no memory with a connection that may be idle from now on.
  constexpr std::size_t kept = 16;
  read_.clear();
  jobs_.clear();
  if (read_.capacity() > kept) read_ = std::vector<protocol::incoming_call>();
  if (jobs_.capacity() > kept) jobs_ = std::vector<job>();
}

void socket_session::on_writable() {
  std::unique_lock lock(mutex_);
  blocked_ = false;
  writing_ = false;
  write(lock);
  await();
}

// Nothing can be answered any more, so what was read before does not matter.
void socket_session::on_failed() {
  try {
    if (const std::string reason = socket_.failure(); !reason.empty()) abandon(reason);
  } catch (const std::bad_alloc&) {
    abandon(out_of_memory);
  }
}

void socket_session::answered(std::unique_lock<std::mutex>& lock, std::size_t bytes) {
  held_bytes_ += bytes + 1;
  if (queued_ == 0 || held_bytes_ > most_held_bytes) write(lock);
  count_buffers();
}

void socket_session::flush() {
  std::unique_lock lock(mutex_);
  if (held_bytes_ > 0) write(lock);
}

void socket_session::write(std::unique_lock<std::mutex>& lock) {
  if (writing_) return;  // the thread that writes will find what was added
  writing_ = true;
  while (!output_ended() && (!sending_.empty() || take_output())) {
    if (write_some(lock)) continue;
    if (output_ended()) break;
    blocked_ = true;
    if (stalled_ == clock::time_point{}) stalled_ = clock::now();
    return await();
  }
  // Nothing is left, neither of what was held back before nor of what came meanwhile.
  held_bytes_ = 0;
  writing_ = false;
  if (over_) release_buffers();
  next_step();
}

bool socket_session::take_output() {
  if (!protocol_.take_output(sending_)) return false;
  host_.counts().count_sent_pdus(sending_.pdus());
  return true;
}

void socket_session::await() { watch_.await(!paused_, blocked_); }

// False if the socket takes no more now.
bool socket_session::write_some(std::unique_lock<std::mutex>& lock) {
  const auto runs = transport::output_room();
  const std::size_t count = sending_.gather(runs);
  std::size_t size = 0;
  for (const auto& run : runs.first(count)) size += run.size();
  std::size_t sent = 0;
  attempt([&] {
    const transport::unlocked during(lock);
    sent = socket_.write_some(runs.first(count));
  });
  sending_.consume(sent);
  host_.counts().count_sent(sent);
  if (sent > 0) {
    if (stalled_ != clock::time_point{}) waits_.spend(clock::now() - stalled_);
    waits_.earn(sent);
    stalled_ = {};
  }
  count_buffers();
  wake_pipes();
  return sent == size;
}

// After each change of what is buffered.
void socket_session::count_buffers() {
  if (over_) return;
  const bool full = unsent() >= (held_ ? most_unsent / 2 : most_unsent);
  if (full != held_) {
    held_ = full;
    if (held_)
      host_.hold(flows_->calls);
    else
      host_.resume(flows_->calls);
  }
  const std::size_t now = unsent() + protocol_.buffered_input() + backlog_.size() - backlog_taken_;
  if (now == counted_) return;
  host_.count_buffered(static_cast<std::ptrdiff_t>(now - std::exchange(counted_, now)));
}

// The answers of calls that still run cannot be sent. Not while a thread writes.
void socket_session::release_buffers() noexcept {
  protocol_.disconnect();
  sending_ = protocol::output();
  backlog_ = buffer();
  backlog_taken_ = 0;
}

bool socket_session::takes_nothing(clock::time_point now) const noexcept {
  return blocked_ && waits_.exceeded_by(now - stalled_);
}

void socket_session::check_times(clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (over_ || protocol_.closing()) {
    if (takes_nothing(now)) end(protocol_.reason());
    return next_step();
  }
  protocol_.advance(now, !paused_);
  if (now - protocol_.last_input() > busy) trim();
  if (protocol_.closing()) {
    lose(protocol_.reason());
  } else if (takes_nothing(now)) {
    end("it does not take its answers within the time limit");
  } else if (!blocked_ && protocol_.idle_for(times_.idle)) {
    input_ended_ = !has_contexts();  // which is no fault of the client
  }
  next_step();
}

void socket_session::trim() noexcept {
  protocol_.trim();
  sending_.trim();
  if (backlog_.empty()) backlog_ = buffer();
  read_.shrink_to_fit();
  jobs_.shrink_to_fit();
}

void socket_session::close(std::string_view reason) {
  {
    const std::lock_guard lock(mutex_);
    end(reason);
  }
  drop();
}

void socket_session::end(std::string_view reason) {
  protocol_.close(reason);
  lose(reason);
}

std::optional<socket_session::clock::time_point> socket_session::unbound_since() {
  const std::lock_guard lock(mutex_);
  if (over_ || protocol_.bound()) return std::nullopt;
  return accepted_;
}

std::size_t socket_session::buffered() {
  const std::lock_guard lock(mutex_);
  return over_ ? 0 : counted_;
}

void socket_session::finish() {
  std::unique_lock lock(mutex_);
  input_ended_ = true;
  wake_pipes();
  write(lock);
}

void socket_session::abandon(std::string_view reason) {
  const std::lock_guard lock(mutex_);
  give_up(reason);
}

void socket_session::give_up(std::string_view reason) {
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
  return !over_ && !input_ended_ && !blocked_ && !held_ && lost_.empty() && !protocol_.closing() &&
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
    await();
    if (!backlog_.empty()) loop_.post({shared_from_this(), &reading_});
  }
}

void socket_session::drop() {
  std::string_view reason;
  if (std::exchange(dropped_, true)) return;
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
    wake_pipes();
    if (protocol_.closing()) reason = protocol_.reason();
    host_.count_buffered(-static_cast<std::ptrdiff_t>(std::exchange(counted_, 0)));
    watch_.release();
    if (!writing_ || blocked_) release_buffers();
  }
  stop_calls();
  socket_.shutdown();
  if (auto left = leave()) host_.release(std::move(left), flows_->peer);
  host_.forget(shared_from_this(), reason);
}

}  // namespace rpc::runtime
