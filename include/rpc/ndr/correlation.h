#ifndef RPC_NDR_CORRELATION_H
#define RPC_NDR_CORRELATION_H

#include <rpc/ndr/checked.h>
#include <rpc/ndr/due.h>
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
checked evaluate(const void* self) {
  return Expression(*static_cast<const Self*>(self));
}

/// The same where a pointer to an array is null: what is not there counts nothing.
template <auto Expression, class Self>
checked evaluate_absent(const void* self) {
  const checked value = Expression(*static_cast<const Self*>(self));
  return value.absent() ? checked(0) : value;
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

/// Demands that Expression over `self` is `found`, as soon as its operands are there
/// (MS-RPCE 3.1.1.5.3.2: peers that check correlation; here always).
template <auto Expression, class Reader, class Self>
void correlate(Reader& r, const Self& self, std::uint64_t found, const char* what) {
  r.correlate({&evaluate<Expression, Self>, &self, static_cast<std::int64_t>(found), what,
               due_of<Expression, Self>()});
}

/// Demands that an array has no elements by Expression, since a pointer to it is null (MS-RPCE
/// 3.1.1.5.3.2.1.1). Interfaces that are older than this check have [disable_consistency_check].
template <auto Expression, class Reader, class Self>
void correlate_null(Reader& r, const Self& self) {
  r.correlate({&evaluate_absent<Expression, Self>, &self, 0, nullptr, due_of<Expression, Self>()});
}

/// Fails because a size expression gives no count.
template <class Engine>
[[gnu::cold]] void fail_size(Engine& e, status code, checked size) {
  if (size.valid())
    e.fail(code, {"size_is is ", size.value()});
  else
    e.fail(code, {"size_is cannot be computed", why_invalid(size)});
}

/// The size_is of a pointer's referent, if it is an array that has one.
template <class Referent>
struct array_size;
template <uncounted_shape Referent>
struct array_size<Referent> {
  static constexpr bool known = false;
};
template <std::size_t N, auto Length, auto First, class E>
struct array_size<varying<N, Length, First, E>> {
  static constexpr bool known = false;
};
template <auto Size, class E>
struct array_size<conformant<Size, E>> {
  static constexpr bool known = true;
  template <class Self>
  static constexpr auto of = &evaluate<Size, Self>;
};
template <auto Size>
struct array_size<sized_string<Size>> : array_size<conformant<Size>> {};
template <auto Size, auto Length, auto First, class E>
struct array_size<conformant_varying<Size, Length, First, E>> : array_size<conformant<Size>> {};
template <qualifying_shape Referent>
struct array_size<Referent> : array_size<typename Referent::qualified> {};

/// Demands what must hold where a pointer to Referent is null.
template <class Referent>
struct null_array;
template <uncounted_shape Referent>
struct null_array<Referent> {
  template <class Reader, class Self>
  static void correlate(Reader&, const Self&) {}
};
template <auto Size, class E>
struct null_array<conformant<Size, E>> {
  template <class Reader, class Self>
  static void correlate(Reader& r, const Self& self) {
    correlate_null<Size>(r, self);
  }
};
template <auto Size>
struct null_array<sized_string<Size>> : null_array<conformant<Size>> {};
template <std::size_t N, auto Length, auto First, class E>
struct null_array<varying<N, Length, First, E>> : null_array<conformant<Length>> {};
template <auto Size, auto Length, auto First, class E>
struct null_array<conformant_varying<Size, Length, First, E>> {
  template <class Reader, class Self>
  static void correlate(Reader& r, const Self& self) {
    correlate_null<Size>(r, self);
    correlate_null<Length>(r, self);
  }
};
template <qualifying_shape Referent>
struct null_array<Referent> : null_array<typename Referent::qualified> {};
template <class Array>
struct null_array<disable_consistency_check<Array>> : null_array<plain> {};

/// The expressions of a shape: whether there are any, and those that tell how much room there is or
/// which arm a union holds, each as a `checked (*)(const void*)` over Self, handed to `use`.
template <class Shape>
struct expressions;
template <atomic_shape Shape>
struct expressions<Shape> {
  static constexpr bool any = false;
  template <class Self, class Use>
  static void each(Use&&) {}
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
  static void each(Use&& use) {
    (expressions<Alternative>::template each<Self>(use), ...);
  }
};
template <auto Size, class E>
struct expressions<conformant<Size, E>> {
  static constexpr bool any = true;
  template <class Self, class Use>
  static void each(Use&& use) {
    use(array_size<conformant<Size>>::template of<Self>);
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
  static void each(Use&& use) {
    use(&evaluate<Tag, Self>);
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_CORRELATION_H
