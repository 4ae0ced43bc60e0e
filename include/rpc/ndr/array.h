#ifndef RPC_NDR_ARRAY_H
#define RPC_NDR_ARRAY_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/text.h>
#include <rpc/ndr/writer.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <type_traits>

namespace rpc::ndr {

/// How an object travels as an element of an array: as anywhere else.
template <class Shape, class T>
struct array_element : codec<Shape, T> {};

/// But NDR20 has no referent ids for an array of [ref] pointers, and no padding in their place:
/// only the referents, which come later (C706 14.3.12, as the code of DCE has it). A structure is
/// aligned as if there were ids.
template <class S>
constexpr form ref_element_form(const form& pointer) {
  return {.alignment = pointer.alignment,
          .size = S::ids_of_ref_elements ? pointer.size : 0,
          .fixed = S::ids_of_ref_elements};
}
template <class Pointee, class T>
struct array_element<ref<Pointee>, T> : codec<ref<Pointee>, T> {
  using pointer = codec<ref<Pointee>, T>;

  // Not used where they lie in a message (server-stub-memory, "Memory Allocation for Inbound
  // Data").
  template <class S>
  static constexpr form wire = ref_element_form<S>(pointer::template wire<S>);
};

/// Elements one after the other, of the form `one`, without a gap after the last.
constexpr form form_of_elements(form one, std::size_t count) {
  const std::size_t stride = align_up(one.size, one.alignment);
  one.size = count == 0 ? 0 : stride * (count - 1) + one.size;
  return one;
}

/// The conformant array at the end of a structure: its elements, of which there may be none. Of
/// arrays with another dimension, none is used in place (server-stub-memory, "Memory Allocation for
/// Inbound Data").
constexpr form tail_form(const form& one, bool of_arrays) {
  return {.alignment = one.alignment,
          .size = 0,
          .fixed = false,
          .in_place = one.in_place && !of_arrays,
          .verbatim = one.verbatim};
}

/// The elements of an array, one after the other: no counts.
template <class Shape, class T, class Element = array_element<Shape, T>>
struct elements {
  using element = Element;

  template <class S>
  static constexpr form one = element::template wire<S>;
  /// Bytes from one element to the next, where all are of one size.
  template <class S>
  static constexpr std::size_t stride = align_up(one<S>.size, one<S>.alignment);
  template <class S>
  static constexpr form array(std::size_t count) {
    return form_of_elements(one<S>, count);
  }
};

/// A fixed array: its elements (C706 14.3.3.1).
template <std::size_t N, class Element, class T>
struct codec<fixed<N, Element>, T[N]> {
  using run = elements<Element, T>;

  template <class S>
  static constexpr form wire = run::template array<S>(N);
};

template <class T, std::size_t N>
struct codec<plain, T[N]> : codec<fixed<N>, T[N]> {};

/// The conformant array at the end of a structure, declared `T a[]` or `T a[1]`. Its max_count has
/// been hoisted before the structure (C706 14.3.7.2).
template <auto Size, class Element, class T>
struct conformant_tail {
  using run = elements<Element, T>;
  static constexpr bool open = true;
  template <class S>
  static constexpr std::size_t elements_offset = 0;

  template <class S>
  static constexpr form wire = tail_form(run::template one<S>, std::is_array_v<T>);

  /// The number of elements.
  template <class Self>
  static checked open_count(const T*, const Self& self) {
    return Size(self);
  }
};

template <auto Size, class Element, class T>
struct codec<conformant<Size, Element>, T[]> : conformant_tail<Size, Element, T> {};
template <auto Size, class Element, class T>
struct codec<conformant<Size, Element>, T[1]> : conformant_tail<Size, Element, T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_ARRAY_H
