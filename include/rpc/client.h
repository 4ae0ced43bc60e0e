#ifndef RPC_CLIENT_H
#define RPC_CLIENT_H

#include <rpc/binding.h>
#include <rpc/ndr/call.h>
#include <rpc/operation.h>

#include <utility>

namespace rpc {

namespace detail {

struct no_parameter {
  static constexpr bool is_result = false;
};

template <class Parameters>
struct last_parameter {
  using type = no_parameter;
};
template <class First, class... Rest>
struct last_parameter<ndr::parameters<First, Rest...>> : last_parameter<ndr::parameters<Rest...>> {
};
template <class Last>
struct last_parameter<ndr::parameters<Last>> {
  using type = Last;
};

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
  exchange made(over, call::opnum, call::name);
  ndr::call_state state;
  if constexpr (has_contexts) state.contexts = &made.contexts();
  ndr::marshal_request(over.syntax(), frame, made.request(), ndr::default_message_limit, state);
  made.run();
  ndr::unmarshal_response(over.syntax(), made.sender(), made.response(), frame, state);
  if constexpr (has_contexts) made.contexts().keep();
  // The return value, if there is one, is the last parameter.
  using last = typename detail::last_parameter<typename call::parameters>::type;
  if constexpr (last::is_result) return std::move(frame.*last::member);
}

}  // namespace rpc

#endif  // RPC_CLIENT_H
