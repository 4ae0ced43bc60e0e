#ifndef RPC_CLIENT_H
#define RPC_CLIENT_H

#include <rpc/binding.h>
#include <rpc/error.h>
#include <rpc/least_protection.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/message_window.h>
#include <rpc/ndr/pipes.h>
#include <rpc/operation.h>
#include <rpc/status.h>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace rpc {

namespace detail {

/// Makes a call with pipes by `made`, a streamed_exchange. Notes when it uses the first pipe.
template <class Frame, class Exchange>
void run_piped(ndr::syntax over, Exchange& made, Frame& frame, bool& used,
               const ndr::call_state& state = {}) {
  using namespace ndr;  // NOLINT(google-build-using-namespace)
  constexpr const frame_descriptor& of = described_frame<Frame>;
  writer out(over, made.request(), request_limit(made.max_request()), state, table_of_next(frame));
  put_parameters(out, of, &frame, true);
  if (out.failed()) raise(of, out.failure());
  used = operation<Frame>::parameters::in_pipes > 0;
  put_pipes(out, frame, piped_in, [&] {
    out.forget(made.send(out.written()));
    return !made.answered();  // an answer that comes before ends it
  });
  if (out.failed()) raise(of, out.failure());
  made.finish(out.written());

  message_window window(made, made.max_response(), status::out_args_too_big);
  client_storage storage(result_memory);
  object_table* const known = table_of_next(frame);
  reader in(over, {}, made.sender(), storage, state, known);
  in.receive_by(window);
  window.set_unlimited(true);
  used = true;
  get_pipes<Frame>(in, piped_out, push_into(frame));
  window.set_unlimited(false);
  if (!in.failed()) get_parameters(in, of, &frame, false);
  if (!in.failed()) in.expect_end();
  if (in.failed()) raise(of, in.failure());
  storage.keep(of.name, known);
}

/// Writes the request of a call without pipes.
void put_request(exchange& made, const binding& over, const ndr::frame_descriptor& of,
                 const void* frame);
/// Reads its response.
void get_response(exchange& made, const binding& over, const ndr::frame_descriptor& of,
                  void* frame);
/// Makes the call.
void run_call(const binding& over, const ndr::frame_descriptor& of, void* frame);

template <class Frame>
void require_protection(const binding& over) {
  if constexpr (least_protection<Frame>() > protection::none)
    over.require(least_protection<Frame>(), operation<Frame>::name);
}

/// Makes the call of `frame`, once.
template <class Frame>
void make_once(const binding& over, Frame& frame, bool& pipes_used) {
  constexpr const ndr::frame_descriptor& of = ndr::described_frame<Frame>;
  require_protection<Frame>(over);
  if constexpr (ndr::has_pipes<Frame>) {
    ndr::require_references(of, &frame);
    streamed_exchange made(over, of.opnum, of.name);
    ndr::call_state state;
    if constexpr (of.has_contexts) state.contexts = &made.contexts();
    run_piped(over.syntax(), made, frame, pipes_used, state);
    if constexpr (of.has_contexts) made.contexts().keep();
  } else {
    run_call(over, of, &frame);
  }
}

template <class Frame>
concept is_idempotent = requires { requires operation<Frame>::idempotent; };

/// What decides whether a call may be made again.
struct repetition {
  bool idempotent;
  bool has_pipes;
  void (*once)(const binding& over, void* frame, bool& pipes_used);
};
/// Makes a call over a binding that reconnects, as often as rpc/reconnecting.h says.
void make_repeatedly(const binding& over, const repetition& of, void* frame);

/// Makes the call of `frame` and returns its result, if it has one.
template <class Frame>
auto make_call(const binding& over, Frame& frame) {
  bool used = false;
  if (over.reconnects())
    make_repeatedly(over,
                    {is_idempotent<Frame>, ndr::has_pipes<Frame>,
                     [](const binding& at, void* of, bool& pipes_used) {
                       make_once(at, *static_cast<Frame*>(of), pipes_used);
                     }},
                    &frame);
  else
    make_once(over, frame, used);
  return ndr::result_in(frame);
}

template <class Frame>
concept takes_communication_errors = requires { operation<Frame>::comm_status; };
template <class Frame>
concept takes_faults = requires { operation<Frame>::fault_status; };

/// Stores the code where the member of the frame points to, or returns it; Result is void or the
/// type of the operation's.
template <class Result, class Frame, class T>
Result store_status(status code, Frame& frame, T Frame::* member) {
  const auto number = static_cast<std::uint32_t>(code);
  if constexpr (std::is_pointer_v<T>) {
    *(frame.*member) = number;
    if constexpr (!std::is_void_v<Result>) return Result{};
  } else {
    return number;
  }
}

/// The same for the operation's place for such codes; throws `e` again if there is none, or if its
/// code would say that the call succeeded.
template <class Result, class Frame>
Result deliver(const error& e, Frame& frame) {
  if (e.code() == status::ok) throw;
  if constexpr (takes_communication_errors<Frame>)
    if (is_communication_error(e.code()))
      return store_status<Result>(e.code(), frame, operation<Frame>::comm_status);
  if constexpr (takes_faults<Frame>)
    if (!is_communication_error(e.code()))
      return store_status<Result>(e.code(), frame, operation<Frame>::fault_status);
  throw;  // NOLINT(bugprone-exception-rethrow): called by handlers
}

}  // namespace detail

namespace detail {

/// Ends a call by `act`, which returns its result: failures for which the operation has a place
/// are delivered there.
template <class Frame, class Act>
auto deliver_failures(Frame& frame, Act act) {
  if constexpr (takes_communication_errors<Frame> || takes_faults<Frame>) {
    try {
      return act();
    } catch (const error& e) {
      return deliver<decltype(act())>(e, frame);
    }
  } else {
    return act();
  }
}

/// Demands that the operation's places for failures are there.
template <class Frame>
void require_places(const Frame& frame) {
  if constexpr (takes_communication_errors<Frame> || takes_faults<Frame>)
    ndr::require_references(ndr::described_frame<Frame>, &frame);
}

}  // namespace detail

/// Makes one call: sends the [in] parameters of `frame`, waits, and stores the [out] parameters
/// where the frame points to. Returns the operation's result, if it has one.
///
/// What the server allocated arrives as new memory of rpc::allocate. Throws rpc::error whose
/// text names the operation and, where there is one, the field, unless the operation has a place
/// for its code: [comm_status], [fault_status]. Null pointers to such places are errors that throw.
/// Many threads may call over one binding.
template <class Frame>
auto invoke(const binding& over, Frame frame) {
  const ndr::owned_parameters<Frame> owned(frame);
  detail::require_places(frame);
  return detail::deliver_failures(frame, [&] { return detail::make_call(over, frame); });
}

/// The same over a binding whose calls do not wait: see rpc/async.h, which has to be included by
/// those who use it, before or after stubs.
class async_binding;
template <class Frame>
auto invoke(const async_binding& over, Frame frame);

/// A copy of a client, each of whose calls has these options. It costs no more than a copy, so one
/// may be made for a single call:
///
///     rpc::with(echo, {.timeout = 2s, .stop = token}).add_one(1, &two);
///
template <template <class> class Client>
[[nodiscard]] Client<binding> with(const Client<binding>& client, const call_options& options) {
  return Client<binding>(static_cast<const binding&>(client).with(options));
}

/// What an operation that returns Result returns to the client of a Binding.
template <class Binding, class Result>
using returned = typename Binding::template returned<Result>;

}  // namespace rpc

#endif  // RPC_CLIENT_H
