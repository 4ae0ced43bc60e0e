#include "dispatch.h"

#include "admission.h"
#include "session_stream.h"

#include <rpc/error.h>
#include <rpc/stop.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <utility>

namespace rpc::runtime {
namespace {

// What a call may allocate for each byte that the client itself has sent.
constexpr std::size_t memory_per_byte = 16;

// And of it what it does not share with others.
constexpr std::size_t own_memory = 64u << 10;

// A worker keeps the memory of its last response for the next one, unless it is larger than this.
constexpr std::size_t kept_capacity = 64u << 10;

/// What a fault says for an error: the local code for lack of memory has one of its own on the
/// wire.
status fault_code(status code) noexcept {
  switch (code) {
    case status::ok: return status::fault_unspec;
    case status::out_of_memory: return status::fault_remote_no_memory;
    default: return code;
  }
}

/// A call on this thread, or a rundown, which has no contexts. They nest where an implementation
/// calls a server in its own process.
struct running_call {
  explicit running_call(const dispatcher& by) noexcept
      : running_call(by, nullptr, nullptr, {}, nullptr) {}
  running_call(const dispatcher& by, const call_contexts* with, session* from,
               protocol::call_ticket number, const caller* made_by) noexcept;
  running_call(const running_call&) = delete;
  running_call& operator=(const running_call&) = delete;
  ~running_call();

  const dispatcher& runs;
  const call_contexts* const contexts;
  session* const origin;
  const protocol::call_ticket ticket;
  const caller* const client;
  const running_call* const outer;
};

thread_local const running_call* innermost = nullptr;

running_call::running_call(const dispatcher& by, const call_contexts* with, session* from,
                           protocol::call_ticket number, const caller* made_by) noexcept
    : runs(by),
      contexts(with),
      origin(from),
      ticket(number),
      client(made_by),
      outer(std::exchange(innermost, this)) {}

running_call::~running_call() { innermost = outer; }

call_contexts::outcome outcome_of(status failure, server_call::phase reached) {
  if (failure == status::ok) return call_contexts::outcome::answered;
  switch (reached) {
    case server_call::phase::reading: return call_contexts::outcome::refused;
    case server_call::phase::running: return call_contexts::outcome::threw;
    default: return call_contexts::outcome::undelivered;
  }
}

std::string object_of(const protocol::incoming_call& call) {
  return call.object ? "the object " + call.object->text() : "calls without an object";
}

}  // namespace

void set_call_memory(arena& of, const server_options& options, std::size_t received,
                     common_budget* common) noexcept {
  const std::size_t earned = std::min(received, options.max_call_memory) * memory_per_byte;
  of.set_budget(std::min(options.max_call_memory, options.base_call_memory + earned),
                std::min(options.base_call_memory, own_memory), common);
}

const session* session_of_call() noexcept {
  return innermost == nullptr ? nullptr : innermost->origin;
}

bool dispatcher::runs_here() const noexcept {
  for (const running_call* call = innermost; call != nullptr; call = call->outer)
    if (&call->runs == this) return true;
  return false;
}

bool dispatcher::holds_here(const context& what) const noexcept {
  for (const running_call* call = innermost; call != nullptr; call = call->outer)
    if (call->contexts != nullptr && call->contexts->hold(what)) return true;
  return false;
}

void dispatcher::begin(session& origin, protocol::incoming_call& call, call_room& room,
                       const context_turn& turn) const {
  room.contexts.begin(*this, origin, call.by.get(), origin.served(call), options_.max_contexts,
                      turn);
  server_call& work = room.call;
  work.from = &origin.client();
  if (call.by != nullptr || call.object) {
    room.client = origin.client();
    room.client.identity = call.by;
    room.client.object = call.object.value_or(uuid());
    work.from = &room.client;
  }
  work.contexts = &room.contexts;
  work.syntax = call.syntax;
  work.sender = call.sender;
  work.request = call.stub.bytes();
  work.response.clear();
  set_call_memory(work.memory, options_, call.stub.size(), origin.memory());
  if (options_.record_memory) {
    room.memory.clear();
    work.memory.set_record(&room.memory);
  }
  work.max_request = options_.max_request;
  work.max_response = options_.max_response;
  work.reached = server_call::phase::reading;
}

bool dispatcher::run(session& origin, protocol::incoming_call& call, call_room& room,
                     const context_turn& turn) const {
  const service_entry& served = origin.served(call);
  server_call& work = room.call;
  if (work.received != nullptr)
    room.contexts.resume(turn);
  else
    begin(origin, call, room, turn);
  if (room.begun == std::chrono::steady_clock::time_point{}) {
    room.begun = std::chrono::steady_clock::now();
    origin.counts(call).count_begun();
  }
  tell(options_.call_begins, origin, call, *work.from);
  session_stream stream(origin, call, work, options_);
  work.stream = &stream;

  status failure = status::ok;
  try {
    const running_call here(*this, &room.contexts, &origin, call.ticket, work.from);
    const bool known = call.opnum < served.operations.size();
    const protection stated =
        known ? served.operations[call.opnum].least_protection : protection::none;
    const std::string refused =
        refusal(origin.admits(), served.required.get(), stated, *work.from, call.opnum);
    if (!refused.empty())
      throw error(status::access_denied,
                  origin.name_of(call.interface, call.opnum) + ": " + refused);
    if (options_.may_call && !options_.may_call(*work.from, served.offer.id, call.opnum))
      throw error(status::access_denied, origin.name_of(call.interface, call.opnum));
    if (served.implementation == nullptr)
      throw error(status::unsupported_type, origin.name_of(call.interface, call.opnum) +
                                                ": no implementation for " + object_of(call));
    if (!known || served.operations[call.opnum].run == nullptr)
      throw error(status::op_rng_error, origin.name_of(call.interface, call.opnum));
    served.operations[call.opnum].run(served.implementation, work);
  } catch (const error& thrown) {
    failure = fault_code(thrown.code());
    // An implementation's rpc::error is an answer; the others are programming errors.
    if (work.reached != server_call::phase::running)
      log_.write(origin.client().peer, [&] { return std::string(thrown.what()); });
  } catch (const std::bad_alloc&) {
    failure = status::fault_remote_no_memory;
    report_implementation(origin, call, "out of memory");
  } catch (const std::exception& thrown) {
    failure = status::fault_unspec;
    report_implementation(origin, call, thrown.what());
  } catch (...) {
    failure = status::fault_unspec;
    report_implementation(origin, call, "an exception of unknown type");
  }
  const bool waits = failure == status::ok && work.reached == server_call::phase::reading;
  room.contexts.end(waits ? call_contexts::outcome::waits : outcome_of(failure, work.reached));
  if (waits)
    tell(options_.call_ends, origin, call, *work.from,
         observed_end{std::nullopt, std::chrono::steady_clock::now() - room.begun});
  if (waits && work.received != nullptr) return false;
  work.memory.release();
  work.received = nullptr;
  if (waits) return false;
  notify(origin, call, failure == status::ok);
  room.ended = std::chrono::steady_clock::now();
  origin.counts(call).count_ended(failure, room.ended - room.begun);
  tell(options_.call_ends, origin, call, *work.from,
       observed_end{failure, room.ended - room.begun});
  room.begun = {};

  if (failure == status::ok)
    origin.respond(call, work.response);
  else
    origin.fault(call, failure, work.reached == server_call::phase::reading);
  if (work.response.capacity() > kept_capacity) work.response = buffer();
  return true;
}

void dispatcher::notify(const session& origin, const protocol::incoming_call& call,
                        bool succeeded) const {
  const service_entry& served = origin.served(call);
  if (served.implementation == nullptr || call.opnum >= served.operations.size()) return;
  const operation_entry& operation = served.operations[call.opnum];
  if (operation.notify == nullptr) return;
  const running_call here(*this);
  guard(origin, call, [&] { operation.notify(served.implementation, succeeded); });
}

template <class... More>
void dispatcher::tell(const std::function<void(const observed_call&, const More&...)>& hook,
                      const session& origin, const protocol::incoming_call& call, const caller& by,
                      const More&... more) const {
  if (!hook) return;
  const service_entry& served = origin.served(call);
  const char* const operation =
      call.opnum < served.operations.size() ? served.operations[call.opnum].name : nullptr;
  guard(origin, call, [&] {
    hook({by, served.offer.id, served.name, call.opnum, operation == nullptr ? "" : operation,
          static_cast<std::uint64_t>(call.ticket)},
         more...);
  });
}

template <class Act>
void dispatcher::guard(const session& origin, const protocol::incoming_call& call, Act act) const {
  try {
    act();
  } catch (const std::exception& thrown) {
    report_implementation(origin, call, thrown.what());
  } catch (...) {
    report_implementation(origin, call, "an exception of unknown type");
  }
}

void dispatcher::run_down(const context& left, const std::string& client) const {
  if (left.rundown_ == nullptr) return;
  const running_call here(*this);
  const auto report = [&](std::string_view what) {
    log_.write(client, [&] {
      return std::string(left.interface_name_)
          .append(": the rundown of ")
          .append(left.type_)
          .append(": ")
          .append(what);
    });
  };
  try {
    left.rundown_(left.value_);
  } catch (const std::exception& thrown) {
    report(thrown.what());
  } catch (...) {
    report("an exception of unknown type");
  }
}

void dispatcher::report_implementation(const session& origin, const protocol::incoming_call& call,
                                       std::string_view what) const {
  log_.write(origin.client().peer,
             [&] { return origin.name_of(call.interface, call.opnum).append(": ").append(what); });
}

}  // namespace rpc::runtime

namespace rpc {

const caller& current_call() {
  const runtime::running_call* const call = runtime::innermost;
  if (call == nullptr || call->client == nullptr)
    throw error(status::invalid_binding, "no call runs on this thread");
  return *call->client;
}

std::stop_token call_stop_token() {
  const runtime::running_call* const call = runtime::innermost;
  if (call == nullptr || call->origin == nullptr) return {};
  return call->origin->stop_token(call->ticket);
}

}  // namespace rpc
