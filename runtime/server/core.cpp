#include "core.h"

#include "acceptor.h"

#include <rpc/error.h>

#include <algorithm>
#include <cstdio>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

namespace rpc::runtime {
namespace {

// Read from a socket at a time.
constexpr std::size_t input_size = 128u << 10;

// Calls are looked after this soon after they came, and then ever more seldom.
constexpr std::chrono::milliseconds shortest_pause{1};
constexpr std::chrono::milliseconds longest_pause{4};

// How long a stopping server waits for clients that do not take their answers.
constexpr std::chrono::milliseconds farewell{1000};

// A part of the server, which outlives its reactor's work.
std::shared_ptr<transport::errand> part(transport::errand& of_server) {
  return {std::shared_ptr<void>(), &of_server};
}

void log_to_stderr(std::string_view line) {
  std::fprintf(stderr, "rpc: %.*s\n", static_cast<int>(line.size()), line.data());
}

server_options with_log(server_options options) {
  if (!options.log) options.log = log_to_stderr;
  return options;
}

}  // namespace

server_core::server_core(server_options options)
    : options_(with_log(std::move(options))),
      dispatcher_(options_),
      input_(input_size),
      pool_({options_.threads, options_.max_queued_calls, options_.spin},
            [this](job& next, call_room& room) { run_job(next, room); }) {}

server_core::~server_core() = default;

void server_core::add(service_entry entry) {
  const std::lock_guard lock(mutex_);
  auto larger = std::make_shared<catalogue>(*served_);
  for (const auto& [id, ndr64] : larger->offers)
    if (id.id == entry.offer.id.id && id.major == entry.offer.id.major)
      throw std::invalid_argument("the server serves " + std::string(entry.name) + " already");
  larger->offers.push_back(entry.offer);
  larger->entries.push_back(std::move(entry));
  served_ = std::move(larger);
}

endpoint server_core::listen(const endpoint& at) {
  const auto added = std::make_shared<acceptor>(*this, at);
  const endpoint where = added->where();
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
  auto made = std::make_shared<local_session>(local_calls_, dispatcher_, served_,
                                              settings(protocol::local_max_fragment), associations_,
                                              caller{"in this process", 0, ++connections_});
  std::erase_if(local_sessions_, [](const auto& session) { return session.expired(); });
  local_sessions_.push_back(made);
  return made;
}

/// `prepare` may fail: then nothing has begun.
template <class Prepare>
void server_core::begin(Prepare prepare) {
  const std::lock_guard lock(mutex_);
  if (state_ != state::idle) throw std::logic_error("a server serves only once");
  pool_.begin();
  prepare();
  state_ = state::serving;
  for (const auto& next : acceptors_) next->post_open();
}

void server_core::run() {
  begin([] {});
  serve();
}

void server_core::start() {
  begin([this] { thread_ = std::thread([this] { serve(); }); });
}

int server_core::run_until(std::span<const int> signals) {
  int received = 0;
  const auto handled = loop_.await_signals(signals, [&](int signal) {
    received = signal;
    on_stop_request();
  });
  run();
  stop();  // calls of this process as well
  return received;
}

void server_core::serve() {
  stop_requests_.open();
  loop_.run();
  const std::lock_guard lock(mutex_);
  state_ = state::stopped;
  stopped_.notify_all();
}

void server_core::stop() {
  std::thread ended;
  {
    std::unique_lock lock(mutex_);
    leave_service();
    if (dispatcher_.runs_here()) return;
    stopped_.wait(lock, [this] { return state_ == state::stopped; });
    ended.swap(thread_);
  }
  local_calls_.wait();
  associations_.wait();
  if (ended.joinable()) ended.join();
}

void server_core::on_stop_request() {
  const std::lock_guard lock(mutex_);
  leave_service();
}

// With the lock held.
void server_core::leave_service() {
  if (state_ == state::stopping || state_ == state::stopped) return;
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
  stop_requests_.close();
  for (const auto& next : acceptors_) next->close();
  for (call_queue left = pool_.close(); !left.empty();) {
    job next = left.pop();
    try {
      refuse(next);
    } catch (const std::bad_alloc&) {
      next.origin->abandon("out of memory");
    }
  }
  for (const auto& session : sessions_) session->finish();
  patience_ = farewell;
  wind_up();
}

// Comes again every millisecond until all calls are answered, and then as long as the patience
// lasts until all clients have taken their answers.
void server_core::wind_up() {
  const bool answered = pool_.calls() == 0;
  if (answered && (sessions_.empty() || patience_.count() <= 0)) {
    while (!sessions_.empty()) std::shared_ptr(*sessions_.begin())->drop();
    loop_.stop();
    return;
  }
  const std::chrono::milliseconds pause{1};
  if (answered) patience_ -= pause;
  loop_.after(pause, part(winding_up_));
}

void server_core::accept(transport::descriptor client, const endpoint& at) {
  if (sessions_.size() >= options_.max_connections) return;  // closes it
  const bool local = at.via == endpoint::transport::local;
  const auto limits =
      settings(local ? protocol::local_max_fragment : protocol::settings{}.max_fragment);
  std::shared_ptr<const catalogue> served;
  {
    const std::lock_guard lock(mutex_);
    served = served_;
  }
  caller from{transport::peer_name(client.get()), 0, ++connections_};
  const auto session = std::make_shared<socket_session>(
      *this, loop_, std::move(client), std::move(served), local ? at.path : std::to_string(at.port),
      limits, associations_, std::move(from));
  sessions_.insert(session);
  session->open();
}

void server_core::forget(const std::shared_ptr<socket_session>& ended, std::string_view reason) {
  sessions_.erase(ended);
  if (!reason.empty())
    log([&] {
      return "a client (" + ended->client().peer + ") was dropped: " + std::string(reason);
    });
}

void server_core::run(std::vector<job>& calls) {
  const std::size_t taken = pool_.submit(calls);
  for (job& next : std::span(calls).subspan(taken)) refuse(next);
  watch_calls();
}

void server_core::watch_calls() {
  // A single call needs nobody: its thread sends the answer at once.
  if (!watching_ && pool_.calls() > 1) {
    watching_ = true;
    pause_ = shortest_pause;
    loop_.after(pause_, part(looking_));
  }
}

// What ends contexts is not for the reactor's thread to run. If a call still uses the association,
// it is that call's thread which ends it. If there is no memory to pass it on, it ends here.
void server_core::release(std::shared_ptr<association> left) {
  if (left.use_count() > 1 || !left->has_contexts()) return;
  job ending{.origin = nullptr, .call = {}, .ended = std::move(left)};
  try {
    if (pool_.add(ending)) watch_calls();
  } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch)
  }
}

void server_core::refuse(job& left) {
  if (!left.origin) return;  // an association, which ends here
  if (!left.turn.at) left.origin->call_started();
  left.origin->fault(left.call, status::nca_server_too_busy, true);
}

void server_core::run_job(job& next, call_room& room) {
  if (!next.origin) return;
  const auto origin = next.origin;
  if (!next.turn.at) origin->call_started();
  try {
    while (!dispatcher_.run(*origin, next.call, room, next.turn)) {
      next.turn = {};
      if (park(next, room)) return;
    }
  } catch (const std::bad_alloc&) {
    origin->abandon("out of memory");
  }
}

// False if the call can begin at once.
bool server_core::park(job& call, call_room& room) {
  const auto parked = std::make_shared<job>(std::move(call));
  const bool waits = room.contexts.wait([this, parked](context_turn turn) {
    parked->turn = std::move(turn);
    try {
      if (pool_.add(*parked)) return true;
      refuse(*parked);
    } catch (const std::bad_alloc&) {
      parked->origin->abandon("out of memory");
    }
    return false;
  });
  if (!waits) call = std::move(*parked);
  return waits;
}

// Where calls wait behind long ones, and answers wait for calls that became long.
void server_core::look_after_calls() {
  pool_.spread();
  for (const auto& session : sessions_) session->flush();
  watching_ = pool_.calls() > 0;
  if (!watching_) return;
  pause_ = std::min(2 * pause_, longest_pause);
  loop_.after(pause_, part(looking_));
}

protocol::settings server_core::settings(std::uint16_t default_fragment) const {
  protocol::settings result;
  result.max_fragment = options_.max_fragment != 0 ? options_.max_fragment : default_fragment;
  result.request = protocol::message_limits(options_.max_request);
  result.max_calls = options_.max_calls_per_connection;
  result.ndr64 = options_.ndr64;
  return result;
}

}  // namespace rpc::runtime
