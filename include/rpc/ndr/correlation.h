#ifndef RPC_NDR_CORRELATION_H
#define RPC_NDR_CORRELATION_H

#include <rpc/ndr/checked.h>
#include <rpc/ndr/shape.h>
#include <rpc/operation.h>

#include <cstddef>
#include <cstdint>

namespace rpc::ndr {

/// Whether Self is the frame of an operation: its members may arrive after what they size.
template <class Self>
concept frame = requires { operation<Self>::opnum; };

/// A size or discriminant expression over members of Self, for any Self.
template <auto Expression, class Self>
checked evaluate(const void* self) {
  return Expression(*static_cast<const Self*>(self));
}

/// Demands that Expression over `self` is `found`, as soon as its operands are there
/// (MS-RPCE 3.1.1.5.3.2: peers that check correlation; here always).
template <auto Expression, class Reader, class Self>
void correlate(Reader& r, const Self& self, std::uint64_t found, const char* what) {
  r.correlate({&evaluate<Expression, Self>, &self, static_cast<std::int64_t>(found), what});
}

/// The size_is of a pointer's referent, if it is an array that has one.
template <class Referent>
struct array_size {
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
template <std::int64_t Low, std::int64_t High, class Array>
struct array_size<bounded<Low, High, Array>> : array_size<Array> {};
template <class Array>
struct array_size<disable_consistency_check<Array>> : array_size<Array> {};
template <allocation How, class Pointee>
struct array_size<allocated<How, Pointee>> : array_size<Pointee> {};

/// The expressions that must be zero where a pointer to Referent is null (MS-RPCE
/// 3.1.1.5.3.2.1.1), handed to `use` as `checked (*)(const void*)` over Self.
template <class Referent>
struct array_counts {
  template <class Self, class Use>
  static void each(Use&& use) {
    if constexpr (array_size<Referent>::known) use(array_size<Referent>::template of<Self>);
  }
};
template <std::size_t N, auto Length, auto First, class E>
struct array_counts<varying<N, Length, First, E>> {
  template <class Self, class Use>
  static void each(Use&& use) {
    use(&evaluate<Length, Self>);
  }
};
template <auto Size, auto Length, auto First, class E>
struct array_counts<conformant_varying<Size, Length, First, E>> {
  template <class Self, class Use>
  static void each(Use&& use) {
    use(&evaluate<Size, Self>);
    use(&evaluate<Length, Self>);
  }
};
template <std::int64_t Low, std::int64_t High, class Array>
struct array_counts<bounded<Low, High, Array>> : array_counts<Array> {};
template <allocation How, class Pointee>
struct array_counts<allocated<How, Pointee>> : array_counts<Pointee> {};
template <class Array>
struct array_counts<disable_consistency_check<Array>> {
  template <class Self, class Use>
  static void each(Use&&) {}
};

/// The expressions of a shape: whether there are any, and those that tell how much room there is or
/// which arm a union holds, each as a `checked (*)(const void*)` over Self, handed to `use`.
template <class Shape>
struct expressions {
  static constexpr bool any = false;
  template <class Self, class Use>
  static void each(Use&&) {}
};
template <class P>
struct expressions<ref<P>> : expressions<P> {};
template <class P>
struct expressions<unique<P>> : expressions<P> {};
template <class P>
struct expressions<partial_ignore<P>> : expressions<P> {};
template <class P>
struct expressions<full<P>> : expressions<P> {};
template <class P>
struct expressions<reseatable<P>> : expressions<P> {};
template <std::size_t N, class E>
struct expressions<fixed<N, E>> : expressions<E> {};
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
template <std::int64_t Low, std::int64_t High, class Array>
struct expressions<bounded<Low, High, Array>> : expressions<Array> {};
template <class Array>
struct expressions<disable_consistency_check<Array>> : expressions<Array> {};
template <allocation How, class Pointee>
struct expressions<allocated<How, Pointee>> : expressions<Pointee> {};
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
