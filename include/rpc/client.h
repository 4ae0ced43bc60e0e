#ifndef RPC_CLIENT_H
#define RPC_CLIENT_H

#include <rpc/binding.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/pipes.h>
#include <rpc/ndr/streamed.h>
#include <rpc/operation.h>

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
template <class Syntax, class Frame, class Exchange>
void run_piped(Exchange& made, Frame& frame, const ndr::call_state& state = {}) {
  using namespace ndr;  // NOLINT(google-build-using-namespace)
  using known_objects = decltype(objects_of(frame));
  writer<Syntax, known_objects> out(made.request(), default_message_limit, state,
                                    objects_of_next(frame));
  put_parameters(out, frame, travels_in);
  if (out.failed()) raise(operation<Frame>::name, out.failure());
  put_pipes(out, frame, piped_in, [&] {
    out.forget(made.send(out.written()));
    return !made.answered();  // an answer that comes before ends it
  });
  if (out.failed()) raise(operation<Frame>::name, out.failure());
  made.finish(out.written());

  streamed<client_storage> storage(made, made.max_response(), result_memory);
  reader<Syntax, streamed<client_storage>, no_trace, known_objects> in(
      {}, made.sender(), storage, state, objects_of_next(frame));
  storage.set_unlimited(true);
  get_pipes<Frame>(in, piped_out, push_into(frame));
  storage.set_unlimited(false);
  get_results(in, frame);
  in.expect_end();
  if (in.failed()) raise(operation<Frame>::name, in.failure());
  storage.keep(operation<Frame>::name, objects_of(frame));
}

}  // namespace detail

/// Makes one call: sends the [in] parameters of `frame`, waits, and stores the [out] parameters
/// where the frame points to. Returns the operation's result, if it has one.
///
/// What the server allocated arrives as new memory of rpc::allocate. Throws rpc::error whose
/// text names the operation and, where there is one, the field. Many threads may call over one
/// binding.
template <class Frame>
auto invoke(const binding& over, Frame frame) {
  using call = operation<Frame>;
  constexpr bool has_contexts = call::parameters::have_contexts;
  const ndr::owned_parameters<Frame> owned(frame);
  ndr::call_state state;
  if constexpr (ndr::has_pipes<Frame>) {
    ndr::require_references(frame);
    streamed_exchange made(over, call::opnum, call::name);
    if constexpr (has_contexts) state.contexts = &made.contexts();
    ndr::with_syntax(over.syntax(), [&]<class S>(S) { detail::run_piped<S>(made, frame, state); });
    if constexpr (has_contexts) made.contexts().keep();
  } else {
    exchange made(over, call::opnum, call::name);
    if constexpr (has_contexts) state.contexts = &made.contexts();
    ndr::marshal_request(over.syntax(), frame, made.request(), ndr::default_message_limit, state);
    made.run();
    ndr::unmarshal_response(over.syntax(), made.sender(), made.response(), frame, state);
    if constexpr (has_contexts) made.contexts().keep();
  }
  using result = typename detail::result_parameter<typename call::parameters>::type;
  if constexpr (result::is_result) return std::move(frame.*result::member);
}

}  // namespace rpc

#endif  // RPC_CLIENT_H
