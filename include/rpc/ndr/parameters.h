#ifndef RPC_NDR_PARAMETERS_H
#define RPC_NDR_PARAMETERS_H

#include <rpc/ndr/allocated.h>
#include <rpc/ndr/bounded.h>
#include <rpc/ndr/context.h>
#include <rpc/ndr/deletions.h>
#include <rpc/ndr/failure.h>
#include <rpc/ndr/full.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/presented.h>
#include <rpc/ndr/scalar.h>
#include <rpc/ndr/shared_pointer.h>
#include <rpc/ndr/slot.h>
#include <rpc/ndr/standard_array.h>
#include <rpc/ndr/standard_pointer.h>
#include <rpc/ndr/standard_string.h>
#include <rpc/ndr/standard_variant.h>
#include <rpc/ndr/string.h>
#include <rpc/ndr/structure.h>
#include <rpc/ndr/union.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace rpc {

template <class T>
class pipe;

}  // namespace rpc

namespace rpc::ndr {

/// One parameter of an operation, or its return value: a member of the frame.
template <name Name, auto Member, class Shape, bool In, bool Out, bool Result = false>
struct parameter : field<Name, Member, Shape> {
  static constexpr bool is_in = In;
  static constexpr bool is_out = Out;
  static constexpr bool is_result = Result;
};

template <name Name, auto Member, class Shape = plain>
using in = parameter<Name, Member, Shape, true, false>;
template <name Name, auto Member, class Shape = plain>
using out = parameter<Name, Member, Shape, false, true>;
template <name Name, auto Member, class Shape = plain>
using in_out = parameter<Name, Member, Shape, true, true>;
/// The return value travels after the parameters.
template <name Name, auto Member, class Shape = plain>
using result = parameter<Name, Member, Shape, false, true, true>;

/// Whether a parameter is a pipe; then of what elements.
template <class Shape, class T>
struct pipe_of {
  static constexpr bool known = false;
};
template <class Element, class T>
struct pipe_of<ref<pipe<Element>>, rpc::pipe<T>*> {
  static constexpr bool known = true;
  using shape = Element;
  using type = T;
};
template <class P>
inline constexpr bool is_pipe = pipe_of<typename P::shape, typename P::type>::known;

/// Whether it is the list of deletions.
template <class P>
inline constexpr bool is_deletions = std::is_same_v<typename P::shape, deletions>;

/// Whether its memory is prepared for the implementation although it is [in] as well.
template <class P>
inline constexpr bool is_partly_ignored = false;
template <name Name, auto Member, class Pointee>
inline constexpr bool is_partly_ignored<in_out<Name, Member, partial_ignore<Pointee>>> = true;

/// The parameters of an operation in order of declaration, then the return value, then deletions.
template <class... P>
struct parameters {
  static constexpr std::size_t count = sizeof...(P);
  /// Whether there are context handles among them.
  static constexpr bool have_contexts = detail::any_of<contexts_of<P>::known...>;
  /// Whether what the implementation releases is released by the client as well.
  static constexpr bool reflect_deletions = detail::any_of<is_deletions<P>...>;

  template <class Use>
  static void each(Use&& use) {
    (void)detail::in_turn{0, (use(P{}), 0)...};
  }

  static constexpr unsigned in_pipes = detail::count_of<(is_pipe<P> && P::is_in)...>;
  static constexpr unsigned out_pipes = detail::count_of<(is_pipe<P> && P::is_out)...>;
};

struct no_parameter {
  static constexpr bool is_result = false;
};

/// The one of Parameters that is the return value.
template <class Parameters>
struct result_parameter {
  using type = no_parameter;
};
template <class First, class... Rest>
struct result_parameter<parameters<First, Rest...>>
    : std::conditional_t<First::is_result, std::type_identity<First>,
                         result_parameter<parameters<Rest...>>> {};

/// The result in the frame of a call that has ended, if the operation has one.
template <class Frame>
auto result_in(Frame& frame) {
  using result = typename result_parameter<typename operation<Frame>::parameters>::type;
  if constexpr (result::is_result) return std::move(frame.*result::member);
}
template <class Frame>
using result_type = decltype(result_in(std::declval<Frame&>()));

}  // namespace rpc::ndr

#endif  // RPC_NDR_PARAMETERS_H
