#ifndef RPC_NDR_EXTENT_H
#define RPC_NDR_EXTENT_H

#include <rpc/ndr/checked.h>
#include <rpc/ndr/shape.h>

#include <cstddef>
#include <cstdint>

namespace rpc::ndr {

/// What a [ref] pointer leads to, by its shape: one object, or as many as that tells.
///
///   using element;                      // the shape of each
///   static checked of(const Self&);     // how many
///   static constexpr bool separate;     // only with [allocate] or [force_allocate]
///   static constexpr bool kept;         // likewise: after the call
template <class Pointee>
struct extent;
template <uncounted_shape Pointee>
struct extent<Pointee> {
  using element = Pointee;
  template <class Self>
  static checked of(const Self&) {
    return 1;
  }
};
template <std::size_t N, class Element>
struct extent<fixed<N, Element>> {
  using element = Element;
  template <class Self>
  static checked of(const Self&) {
    return N;
  }
};
template <std::size_t N>
struct extent<fixed_string<N>> : extent<fixed<N>> {};
template <auto Size, class Element>
struct extent<conformant<Size, Element>> {
  using element = Element;
  template <class Self>
  static checked of(const Self& self) {
    return Size(self);
  }
};
template <auto Size>
struct extent<sized_string<Size>> : extent<conformant<Size>> {};
template <std::size_t N, auto Length, auto First, class Element>
struct extent<varying<N, Length, First, Element>> : extent<fixed<N, Element>> {};
template <auto Size, auto Length, auto First, class Element>
struct extent<conformant_varying<Size, Length, First, Element>>
    : extent<conformant<Size, Element>> {};
template <qualifying_shape Pointee>
struct extent<Pointee> : extent<typename Pointee::qualified> {};
template <allocation How, class Pointee>
struct extent<allocated<How, Pointee>> : extent<Pointee> {
  static constexpr bool separate = How != allocation::together;
  static constexpr bool kept = How == allocation::kept;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_EXTENT_H
