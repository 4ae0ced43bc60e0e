#include "dispatch.h"

#include "admission.h"
#include "deferred_call.h"
#include "running_call.h"
#include "session_stream.h"

#include <rpc/error.h>

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
  const running_call* const call = running_call::innermost();
  return call == nullptr ? nullptr : call->origin;
}

bool dispatcher::runs_here() const noexcept {
  for (auto* call = running_call::innermost(); call != nullptr; call = call->outer)
    if (&call->runs == this) return true;
  return false;
}

bool dispatcher::holds_here(const context& what) const noexcept {
  for (auto* call = running_call::innermost(); call != nullptr; call = call->outer)
    if (call->room != nullptr && call->room->contexts.hold(what)) return true;
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
  work.taken = false;
  work.reached = server_call::phase::reading;
}

// What `act` does for a call. Whatever it throws becomes the code of a fault.
template <class Act>
status dispatcher::attempt(session& origin, const protocol::incoming_call& call, call_room& room,
                           Act act) const {
  const running_call here(*this, origin, call.ticket, room);
  try {
    act();
    return status::ok;
  } catch (const error& thrown) {
    // An implementation's rpc::error is an answer; the others are programming errors.
    if (room.call.reached != server_call::phase::running)
      log_.write(origin.client().peer, [&] { return std::string(thrown.what()); });
    return fault_code(thrown.code());
  } catch (const std::bad_alloc&) {
    report_implementation(origin, call, "out of memory");
    return status::fault_remote_no_memory;
  } catch (const std::exception& thrown) {
    report_implementation(origin, call, thrown.what());
  } catch (...) {
    report_implementation(origin, call, "an exception of unknown type");
  }
  return status::fault_unspec;
}

dispatcher::outcome dispatcher::run(session& origin, protocol::incoming_call& call, call_room& room,
                                    const context_turn& turn,
                                    std::chrono::steady_clock::time_point now) const {
  server_call& work = room.call;
  if (work.frame)
    room.contexts.resume(turn);
  else
    begin(origin, call, room, turn);
  if (room.begun == std::chrono::steady_clock::time_point{}) {
    room.begun = now;
    origin.counts(call).count_begun();
  }
  tell(options_.call_begins, origin, call, *work.from);
  session_stream stream(origin, call, work, options_);
  work.stream = &stream;
  const status failure = attempt(origin, call, room, [&] { run_operation(origin, call, work); });
  work.stream = nullptr;
  if (work.taken) {
    room.failure = failure;
    return outcome::deferred;
  }
  if (failure != status::ok || work.reached != server_call::phase::reading) {
    finish(origin, call, room, failure);
    return outcome::answered;
  }
  room.contexts.end(call_contexts::outcome::waits);
  tell(options_.call_ends, origin, call, *work.from,
       observed_end{std::nullopt, std::chrono::steady_clock::now() - room.begun});
  if (!work.frame) work.memory.release();
  return outcome::waits;
}

void dispatcher::run_operation(session& origin, const protocol::incoming_call& call,
                               server_call& work) const {
  const service_entry& served = origin.served(call);
  const bool known = call.opnum < served.operations.size();
  const protection stated =
      known ? served.operations[call.opnum].least_protection : protection::none;
  if (demands(origin.admits(), served.required.get(), stated))
    if (const std::string refused =
            refusal(origin.admits(), served.required.get(), stated, *work.from, call.opnum);
        !refused.empty())
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
}

void dispatcher::answer(deferred_call& later) const {
  session& origin = later.origin();
  call_room& room = later.in;
  if (room.failure == status::ok)
    room.failure = attempt(origin, later.call(), room, [&] {
      later.take_result();
      detail::put_answer(room.call);
    });
  finish(origin, later.call(), room, room.failure);
}

// The call has run, or was refused.
void dispatcher::finish(session& origin, protocol::incoming_call& call, call_room& room,
                        status failure) const {
  server_call& work = room.call;
  room.contexts.end(outcome_of(failure, work.reached));
  work.frame.reset();
  work.memory.release();
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
