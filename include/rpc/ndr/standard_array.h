#ifndef RPC_NDR_STANDARD_ARRAY_H
#define RPC_NDR_STANDARD_ARRAY_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/dismantle.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/pointer_like.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace rpc::ndr {

/// std::array: its elements, as of a fixed array (C706 14.3.3.1).
template <std::size_t N, class Element, class T>
struct codec<fixed<N, Element>, std::array<T, N>> {
  using run = elements<Element, T>;
  static_assert(N > 0, "an array of no size could be repeated without end");

  template <class S>
  static constexpr form wire = run::template array<S>(N);
};

template <class T, std::size_t N>
struct codec<plain, std::array<T, N>> : codec<fixed<N>, std::array<T, N>> {};

template <class T, class A>
struct pointer_like<std::vector<T, A>> {
  using object = std::vector<T, A>;
  static const object* look(const object& value) { return &value; }
  static object* make(reader&, object& value) { return &value; }
  static void clear(object& value) {
    detail::dismantle(value);
    value = object();
  }
};

/// std::vector: max_count and the elements (C706 14.3.3.2).
template <class Element, class T, class A>
struct codec<counted<Element>, std::vector<T, A>> {
  using run = elements<Element, T>;

  template <class S>
  static constexpr form wire{
      .alignment = sizeof(typename S::count), .size = sizeof(typename S::count), .fixed = false};
};

/// std::span: as std::vector. Received by a server it leads into the message or the memory of the
/// call; results go where the caller's span leads.
template <class T>
struct spanned {
  using object = std::remove_const_t<T>;

  template <class S>
  static constexpr form wire{
      .alignment = sizeof(typename S::count), .size = sizeof(typename S::count), .fixed = false};
};

template <class Element, class T>
struct codec<counted<Element>, std::span<T>> : spanned<T> {
  using run = elements<Element, std::remove_const_t<T>>;
};

/// With size_is, which tells a server how much a result may hold.
template <auto Size, class Element, class T>
struct codec<conformant<Size, Element>, std::span<T>> : spanned<T> {
  using run = elements<Element, std::remove_const_t<T>>;
};

template <class T>
struct pointer_like<std::span<T>> {
  using object = std::span<T>;
  static const object* look(const object& value) { return &value; }
  static object* make(reader&, object& value) { return &value; }
  static void clear(object& value) { value = {}; }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STANDARD_ARRAY_H
