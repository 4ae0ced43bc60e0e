#include "core.h"

#include "../memory/large_blocks.h"
#include "../transport/signals.h"
#include "acceptor.h"

#include <rpc/error.h>

#include <algorithm>
#include <limits>
#include <new>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

namespace rpc::runtime {
namespace {

// How long a stopping server waits for clients that do not take their answers.
constexpr std::chrono::milliseconds linger_timeout{1000};

// A part of the server, which outlives its reactor's work.
std::shared_ptr<transport::task> part(transport::task& of_server) {
  return {std::shared_ptr<void>(), &of_server};
}

}  // namespace

server_core::server_core(server_options options)
    : options_(complete(std::move(options))),
      tick_(tick_of(options_)),
      scheduler_({options_.threads, options_.threads_per_connection, options_.threads_per_peer,
                  options_.threads_for_pipes, options_.max_queued_calls, options_.thread_timeout},
                 *this, loop_) {
  if (options_.management) served_ = served_->with(management_of(*this));
}

server_core::~server_core() = default;

void server_core::add(service_entry entry) {
  const std::lock_guard lock(mutex_);
  served_ = served_->with(std::move(entry));
}

endpoint server_core::listen(const endpoint& at, const listen_options& options) {
  return add(std::make_unique<transport::listener>(at, options.access), options);
}

endpoint server_core::adopt(transport::descriptor listening, const listen_options& options) {
  return add(std::make_unique<transport::listener>(std::move(listening)), options);
}

endpoint server_core::add(std::unique_ptr<transport::listener> at, const listen_options& options) {
  const auto added = std::make_shared<acceptor>(*this, std::move(at), options);
  const endpoint where = added->where();
  if (added->beyond_loopback() && !options_.security && !options_.allow_anonymous)
    throw std::logic_error("a server at " + where.text() +
                           " is open to other machines: set server_options::security to "
                           "authenticate its clients, or allow_anonymous to serve anybody");
  const std::lock_guard lock(mutex_);
  if (state_ == state::stopping || state_ == state::stopped)
    throw std::logic_error("a stopped server cannot listen");
  acceptors_.push_back(added);
  if (state_ == state::serving) added->post_open();
  return where;
}

std::shared_ptr<transport::stream> server_core::connect() {
  const std::lock_guard lock(mutex_);
  if (state_ == state::stopping || state_ == state::stopped)
    throw error(status::server_unavailable, "the server in this process was stopped");
  auto limits = settings_of(options_, protocol::local_max_fragment);
  // Its threads run them.
  limits.max_calls = limits.max_call_bytes = std::numeric_limits<std::size_t>::max();
  limits.times = protocol::no_time_limits;
  auto made = std::make_shared<local_session>(
      local_calls_, dispatcher_, served_, limits, associations_,
      caller{std::string(caller::in_this_process), 0, ++connections_},
      local_admission_of(options_));
  std::erase_if(local_sessions_, [](const auto& session) { return session.expired(); });
  local_sessions_.push_back(made);
  return made->client_end();
}

/// `prepare` may fail: then nothing has begun.
template <class Prepare>
void server_core::begin(Prepare prepare) {
  const std::lock_guard lock(mutex_);
  if (state_ != state::idle) throw std::logic_error("a server serves only once");
  prepare();
  stop_requests_.open();
  scheduler_.begin();
  state_ = state::serving;
  for (const auto& next : acceptors_) next->post_open();
}

/// begin(), and the end.
template <class Prepare>
void server_core::serve(Prepare prepare) {
  begin([&] {
    if (acceptors_.empty())
      log_.write("rpc::server",
                 [] { return std::string("runs without an endpoint; call listen()"); });
    prepare();
  });
  std::unique_lock lock(mutex_);
  wait_until_stopped(lock);
}

void server_core::run() {
  serve([] {});
}

void server_core::start() {
  begin([] {});
}

int server_core::run_until(std::span<const int> signals) {
  int received = 0;
  std::optional<transport::signals> handled;
  serve([&] {
    handled.emplace(loop_, signals, [&](int signal) {
      received = signal;
      on_stop_request();
    });
  });
  stop();  // calls of this process as well
  return received;
}

void server_core::wait_until_stopped(std::unique_lock<std::mutex>& lock) {
  stopped_.wait(lock, [this] { return state_ == state::stopped; });
}

void server_core::on_left() {
  keep_very_large_blocks(false);
  const std::lock_guard lock(mutex_);
  state_ = state::stopped;
  stopped_.notify_all();
}

void server_core::stop() {
  {
    const std::lock_guard lock(mutex_);
    leave_service();
    if (dispatcher_.runs_here()) return;
  }
  if (!local_calls_.wait_until(drained_by_)) stop_local_calls();
  {
    std::unique_lock lock(mutex_);
    wait_until_stopped(lock);
  }
  local_calls_.wait();
  associations_.wait();
  log_.drain();
}

void server_core::on_stop_request() {
  const std::lock_guard lock(mutex_);
  leave_service();
}

// With the lock held.
void server_core::leave_service() {
  if (state_ == state::stopping || state_ == state::stopped) return;
  const auto limit = options_.drain_timeout;
  drained_by_ = limit.count() == 0 ? clock::time_point::max() : clock::now() + limit;
  local_calls_.close();
  for (const auto& next : local_sessions_)
    if (const auto session = next.lock()) session->close();
  if (state_ == state::idle) {
    for (const auto& next : acceptors_) next->close();
    state_ = state::stopped;
  } else {
    loop_.post(part(stopping_));
    state_ = state::stopping;
  }
}

void server_core::begin_stop() {
  stops_ = true;
  stop_requests_.close();
  for (const auto& next : acceptors_) next->close();
  scheduler_.close();
  sessions_.for_each([this](socket_session& each) {
    drop_calls(each, [this](job& left) { refuse(left); });
    each.finish();
  });
  if (options_.drain_timeout.count() != 0) loop_.after(options_.drain_timeout, part(ending_calls_));
  wind_up();
}

// Those that run on clients' threads.
void server_core::stop_local_calls() {
  std::vector<std::weak_ptr<local_session>> sessions;
  {
    const std::lock_guard lock(mutex_);
    sessions = local_sessions_;
  }
  for (const auto& each : sessions)
    if (const auto session = each.lock()) session->stop_calls();
}

std::shared_ptr<transport::task> server_core::on_idle() { return part(winding_up_); }

// Comes again when the last call has ended, when a session has, and when the time is over in which
// clients may take their answers.
void server_core::wind_up() {
  if (scheduler_.jobs() > 0) return;
  if (!sessions_.empty() && !drained_) return loop_.after(linger_timeout, part(draining_));
  sessions_.drop_all();
  scheduler_.leave();
}

// Calls still run: their answers are not awaited any more.
void server_core::end_calls() { sessions_.drop_all(); }

void server_core::end_drain() {
  drained_ = true;
  wind_up();
}

void server_core::accept(transport::descriptor client, const acceptor& by) {
  const endpoint& at = by.where();
  const auto process = transport::local_peer(client.get());
  caller from{transport::peer_name(client.get(), process), 0, ++connections_, process};
  const std::string& peer = from.peer;
  if (options_.may_connect && !options_.may_connect(from)) return;  // closes it
  const bool local = at.via == endpoint::transport::local;
  const auto place = sessions_.find_place(by.clients(), peer, local);
  if (!place || place->turned_away)
    log_.write(peer, [&] { return "refused at " + at.text() + ": too many connections"; });
  if (!place) return;
  auto limits = settings_of(
      options_, local ? protocol::local_max_fragment : protocol::settings{}.max_fragment);
  limits.turns_away = place->turned_away;
  std::shared_ptr<const catalogue> served;
  {
    const std::lock_guard lock(mutex_);
    served = served_;
  }
  served = catalogue_for(std::move(served), options_, by.options(), from);
  const auto session = std::make_shared<socket_session>(
      *this, loop_, std::move(client), std::move(served), local ? at.path : std::to_string(at.port),
      limits,
      socket_session::time_limits{options_.write_timeout, options_.min_rate, options_.idle_timeout},
      options_.max_memory / 2, associations_, std::move(from), place->threads,
      local ? local_admission_of(options_) : admission_of(options_, by.beyond_loopback()));
  sessions_.add(session, *place);
  ++sockets_;
  session->open();
  watch_times();
}

void server_core::watch_times() {
  loop_.after(tick_, part(timing_));
  keep_very_large_blocks(true);
}

void server_core::check_times() {
  const auto now = socket_session::clock::now();
  sessions_.for_each([&](socket_session& each) { each.check_times(now); });
  sessions_.forget_peers();
  const bool keeps_blocks = release_kept_blocks();
  const bool holds = keeps_blocks || scheduler_.jobs() != 0 || buffered_ != 0;
  if (heap_.trim(now, holds) || keeps_blocks || !sessions_.empty()) return watch_times();
  keep_very_large_blocks(false);
}

void server_core::count_buffered(std::ptrdiff_t more) {
  const std::ptrdiff_t all = buffered_ += more;
  if (all > 0 && static_cast<std::size_t>(all) > options_.max_buffered) loop_.post(part(reducing_));
}

void server_core::reduce_buffers() {
  while (buffered_ > 0 && static_cast<std::size_t>(buffered_) > options_.max_buffered) {
    const auto largest = sessions_.largest_buffer();
    if (!largest) return;
    largest->close("the server buffers more than it may, and this client most of it");
  }
}

void server_core::forget(const std::shared_ptr<socket_session>& ended, std::string_view reason) {
  drop_calls(*ended, [](job&) {});
  const auto place = sessions_.remove(ended);
  if (!place) return;
  --sockets_;
  if (!reason.empty() && !place->turned_away)
    log_.write(ended->client().peer,
               [&] { return "the connection was closed: " + std::string(reason); });
  if (stops_) loop_.post(part(winding_up_));
}

void server_core::submit(std::vector<job>& calls) {
  heap_.use();
  const std::size_t refused = scheduler_.submit(calls);
  for (job& next : std::span(calls).first(refused)) refuse(next);
}

// What ends contexts is not for a turn of the reactor to run. If a call still uses the association,
// it is that call's thread which ends it. If there is no memory to pass it on, it ends here.
void server_core::release(std::shared_ptr<association> left,
                          const std::shared_ptr<peer_share>& peer) {
  if (left.use_count() > 1 || !left->has_contexts()) return;
  try {
    job ending{.origin = nullptr, .of = peer_share::rundowns(peer), .call = {}};
    ending.again = std::make_unique<resumption>();
    ending.again->turn.in = std::move(left);
    scheduler_.add(ending);
  } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch)
  }
}

void server_core::answers_are_held() noexcept { scheduler_.remind(); }

void server_core::refuse(job& left) {
  if (!left.origin) return;  // an association, which ends here
  if (!left.again) left.origin->call_started();
  counters_.count_refused_call();
  left.origin->fault(left.call, status::nca_server_too_busy, true);
}

// Takes the calls that no thread has come to yet, and answers them.
template <class Answer>
void server_core::drop_calls(socket_session& of, Answer answer) {
  for (flow* const from : {&of.flows().calls, &of.flows().streams})
    for (job_queue left = scheduler_.withdraw(*from); !left.empty();) {
      job next = left.pop();
      try {
        answer(next);
      } catch (const std::bad_alloc&) {
        of.abandon("out of memory");
      }
      pass_turn(next);
    }
}

// The call will not use the context that it has waited for.
void server_core::pass_turn(const job& left) {
  if (left.again && left.again->turn.at) left.again->turn.in->pass(*left.again->turn.at);
}

scheduler_host::clock::time_point server_core::run(job& next, std::unique_ptr<call_room>& room,
                                                   clock::time_point now) {
  if (!next.origin) return {};
  const auto origin = next.origin;
  if (origin->over()) {  // the answer is not awaited
    pass_turn(next);
    return {};
  }
  context_turn turn;
  if (next.again) {
    room = std::move(next.again->room);
    turn = std::move(next.again->turn);
  } else {
    origin->call_started();
  }
  try {
    if (!room) room = std::make_unique<call_room>();
    room->ended = {};
    for (;;) {
      switch (dispatcher_.run(*origin, next.call, *room, turn, now)) {
        case dispatcher::outcome::answered: return room->ended;
        case dispatcher::outcome::deferred: defer(next, room); return {};
        case dispatcher::outcome::waits: break;
      }
      turn = {};
      if (park(next, room)) return {};
    }
  } catch (const std::bad_alloc&) {
    room.reset();  // the call may have been left half-way
    origin->abandon("out of memory");
    return {};
  }
}

void server_core::defer(job& call, std::unique_ptr<call_room>& room) noexcept {
  const auto later = std::exchange(room->deferred, nullptr);
  scheduler_.detach();
  later->returned(*this, std::move(call.origin), std::move(call.call), std::move(room));
}

void server_core::answer(deferred_call& later) noexcept {
  try {
    dispatcher_.answer(later);
  } catch (const std::bad_alloc&) {
    later.origin().abandon("out of memory");
  }
  later.release();
  scheduler_.end_detached();
}

// False if the call can go on at once.
bool server_core::park(job& call, std::unique_ptr<call_room>& room) {
  auto again = std::make_unique<resumption>();
  const auto parked = std::make_shared<job>(std::move(call));
  parked->of = parked->origin->flow_of(parked->call);
  call_contexts& contexts = room->contexts;
  again->room = std::move(room);
  parked->again = std::move(again);
  const bool waits = contexts.wait([this, parked](context_turn turn) {
    if (parked->origin->over()) return false;
    parked->again->turn = std::move(turn);
    try {
      if (scheduler_.add(*parked)) return true;
      refuse(*parked);
    } catch (const std::bad_alloc&) {
      parked->origin->abandon("out of memory");
    }
    return false;
  });
  if (waits) return true;
  call = std::move(*parked);
  room = std::move(call.again->room);
  return false;
}

std::shared_ptr<transport::task> server_core::look_after_waiting() { return part(flushing_); }

// Answers wait for calls that became long.
void server_core::flush() {
  sessions_.for_each([](socket_session& each) { each.flush(); });
}

}  // namespace rpc::runtime
