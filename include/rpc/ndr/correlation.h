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

/// The expressions of a shape: whether there are any, and each as a `checked (*)(const void*)`
/// over Self, handed to `use`.
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
