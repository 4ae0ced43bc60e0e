#ifndef RPC_NDR_VARYING_H
#define RPC_NDR_VARYING_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/slot.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <type_traits>

namespace rpc::ndr {

/// The form of an array with offset and actual_count before its elements.
template <class S>
constexpr form varying_form_of(const form& one) {
  return {.alignment = std::max(sizeof(typename S::count), one.alignment),
          .size = 2 * sizeof(typename S::count),
          .fixed = false};
}
template <class S, class Run>
constexpr form varying_form = varying_form_of<S>(Run::template one<S>);

/// A varying array in place: T[N] (C706 14.3.3.3).
template <std::size_t N, auto Length, auto First, class Element, class T>
struct codec<varying<N, Length, First, Element>, T[N]> {
  using run = elements<Element, T>;

  template <class S>
  static constexpr form wire = varying_form<S, run>;
};

/// What arrays have in common that end a structure and of which not all elements need travel: a
/// max_count which no message bounds.
template <auto Size, class T>
struct sparse_tail {
  static constexpr bool open = true;
  template <class S>
  static constexpr std::size_t elements_offset = 0;

  template <class Self>
  static checked open_count(const T*, const Self& self) {
    return Size(self);
  }
};

/// A conformant and varying array at the end of a structure; max_count has been hoisted before the
/// structure, offset and actual_count stand before the elements (C706 14.3.7.2).
template <auto Size, auto Length, auto First, class Element, class T>
struct conformant_varying_tail : sparse_tail<Size, T> {
  using run = elements<Element, T>;

  template <class S>
  static constexpr form wire = varying_form<S, run>;
};

template <auto Size, auto Length, auto First, class Element, class T>
struct codec<conformant_varying<Size, Length, First, Element>, T[]>
    : conformant_varying_tail<Size, Length, First, Element, T> {};
template <auto Size, auto Length, auto First, class Element, class T>
struct codec<conformant_varying<Size, Length, First, Element>, T[1]>
    : conformant_varying_tail<Size, Length, First, Element, T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_VARYING_H
