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

struct no_parameter {
  static constexpr bool is_result = false;
};

/// The one of Parameters that is the return value.
template <class Parameters>
struct result_parameter {
  using type = no_parameter;
};
template <class First, class... Rest>
struct result_parameter<ndr::parameters<First, Rest...>>
    : std::conditional_t<First::is_result, std::type_identity<First>,
                         result_parameter<ndr::parameters<Rest...>>> {};

/// Makes a call with pipes by `made`, a streamed_exchange.
template <class Frame, class Exchange>
void run_piped(ndr::syntax over, Exchange& made, Frame& frame, const ndr::call_state& state = {}) {
  using namespace ndr;  // NOLINT(google-build-using-namespace)
  constexpr const frame_descriptor& of = described_frame<Frame>;
  writer out(over, made.request(), request_limit(made.max_request()), state, table_of_next(frame));
  put_parameters(out, of, &frame, true);
  if (out.failed()) raise(of, out.failure());
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
  get_pipes<Frame>(in, piped_out, push_into(frame));
  window.set_unlimited(false);
  if (!in.failed()) get_parameters(in, of, &frame, false);
  if (!in.failed()) in.expect_end();
  if (in.failed()) raise(of, in.failure());
  storage.keep(of.name, known);
}

/// Makes a call without pipes.
void run_call(const binding& over, const ndr::frame_descriptor& of, void* frame);

/// Makes the call of `frame` and returns its result, if it has one.
template <class Frame>
auto make_call(const binding& over, Frame& frame) {
  using call = operation<Frame>;
  constexpr const ndr::frame_descriptor& of = ndr::described_frame<Frame>;
  if constexpr (least_protection<Frame>() > protection::none)
    over.require(least_protection<Frame>(), call::name);
  if constexpr (ndr::has_pipes<Frame>) {
    ndr::require_references(of, &frame);
    streamed_exchange made(over, of.opnum, of.name);
    ndr::call_state state;
    if constexpr (of.has_contexts) state.contexts = &made.contexts();
    run_piped(over.syntax(), made, frame, state);
    if constexpr (of.has_contexts) made.contexts().keep();
  } else {
    run_call(over, of, &frame);
  }
  using result = typename result_parameter<typename call::parameters>::type;
  if constexpr (result::is_result) return std::move(frame.*result::member);
}

template <class Frame>
concept takes_communication_errors = requires { operation<Frame>::comm_status; };
template <class Frame>
concept takes_faults = requires { operation<Frame>::fault_status; };

/// Stores the code where the member of the frame leads to, or returns it; Result is void or the
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
  if constexpr (detail::takes_communication_errors<Frame> || detail::takes_faults<Frame>) {
    using result = decltype(detail::make_call(over, frame));
    ndr::require_references(ndr::described_frame<Frame>, &frame);
    try {
      return detail::make_call(over, frame);
    } catch (const error& e) {
      return detail::deliver<result>(e, frame);
    }
  } else {
    return detail::make_call(over, frame);
  }
}

}  // namespace rpc

#endif  // RPC_CLIENT_H
