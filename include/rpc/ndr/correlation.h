#ifndef RPC_NDR_CORRELATION_H
#define RPC_NDR_CORRELATION_H

#include <rpc/ndr/checked.h>
#include <rpc/ndr/due.h>
#include <rpc/ndr/expression.h>
#include <rpc/ndr/shape.h>
#include <rpc/operation.h>
#include <rpc/status.h>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace rpc::ndr {

/// Whether Self is the frame of an operation: its members may arrive after what they size.
template <class Self>
concept frame = requires { operation<Self>::opnum; };

/// A size or discriminant expression over members of Self, for any Self.
template <auto Expression, class Self>
checked evaluate(const void* self, const void*) {
  return Expression(*static_cast<const Self*>(self));
}

/// When an expression over members of Self can be compared.
template <auto Expression, class Self>
constexpr due due_of() {
  constexpr known when = known_when<decltype(Expression(std::declval<const Self&>()))>;
  if (frame<Self>) return when == known::with_sizes ? due::last : due::at_end;
  return when == known::at_once          ? due::with_members
         : when == known::with_referents ? due::with_referents
                                         : due::with_sizes;
}

/// Fails because a size expression gives no count.
template <class Engine>
[[gnu::cold]] void fail_size(Engine& e, status code, checked size) {
  if (size.valid())
    e.fail(code, {"size_is is ", size.value()});
  else
    e.fail(code, {"size_is cannot be computed", why_invalid(size)});
}

/// The expressions of a shape: whether there are any, and those that tell how much room there is or
/// which arm a union holds, each as an expression over Self, handed to `use`.
template <class Shape>
struct expressions;
template <atomic_shape Shape>
struct expressions<Shape> {
  static constexpr bool any = false;
  template <class Self, class Use>
  static constexpr void each(Use&&) {}
};
template <pointer_shape Shape>
struct expressions<Shape> : expressions<typename Shape::pointee> {};
template <qualifying_shape Shape>
struct expressions<Shape> : expressions<typename Shape::qualified> {};
template <std::size_t N, class E>
struct expressions<fixed<N, E>> : expressions<E> {};
template <std::size_t N>
struct expressions<fixed_string<N>> : expressions<string> {};
template <class E>
struct expressions<counted<E>> : expressions<E> {};
template <class... Alternative>
struct expressions<alternatives<Alternative...>> {
  static constexpr bool any = (expressions<Alternative>::any || ...);
  template <class Self, class Use>
  static constexpr void each(Use&& use) {
    (expressions<Alternative>::template each<Self>(use), ...);
  }
};
template <auto Size, class E>
struct expressions<conformant<Size, E>> {
  static constexpr bool any = true;
  template <class Self, class Use>
  static constexpr void each(Use&& use) {
    use(expression{&evaluate<Size, Self>});
    expressions<E>::template each<Self>(use);
  }
};
template <auto Size>
struct expressions<sized_string<Size>> : expressions<conformant<Size>> {};
template <std::size_t N, auto Length, auto First, class E>
struct expressions<varying<N, Length, First, E>> : expressions<E> {
  static constexpr bool any = true;
};
template <auto Size, auto Length, auto First, class E>
struct expressions<conformant_varying<Size, Length, First, E>> : expressions<conformant<Size, E>> {
};
template <auto Tag>
struct expressions<switched<Tag>> {
  static constexpr bool any = true;
  template <class Self, class Use>
  static constexpr void each(Use&& use) {
    use(expression{&evaluate<Tag, Self>});
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_CORRELATION_H
