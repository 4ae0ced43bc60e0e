#ifndef RPC_NDR_STRING_H
#define RPC_NDR_STRING_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/slot.h>
#include <rpc/ndr/varying.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

namespace rpc::ndr {

/// What strings of all shapes share: offset, actual_count and the characters up to and including
/// the terminator (C706 14.3.4).
template <class C>
struct characters {
  using run = elements<plain, C>;

  static_assert(sizeof(C) == 1 || std::is_same_v<C, char16_t>, "strings are of bytes or char16_t");
};

/// [string] C[N] in place: varying, no max_count (C706 14.3.4.1).
template <class C, std::size_t N>
struct codec<string, C[N]> {
  using chars = characters<C>;

  template <class S>
  static constexpr form wire = varying_form<S, typename chars::run>;
};

/// [string, size_is(n)] as the last member of a structure.
template <auto Size, class C>
struct sized_string_tail : sparse_tail<Size, C> {
  using chars = characters<C>;

  template <class S>
  static constexpr form wire = varying_form<S, typename chars::run>;
};

template <auto Size, class C>
struct codec<sized_string<Size>, C[]> : sized_string_tail<Size, C> {};
template <auto Size, class C>
struct codec<sized_string<Size>, C[1]> : sized_string_tail<Size, C> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STRING_H
