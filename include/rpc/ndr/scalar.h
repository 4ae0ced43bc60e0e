#ifndef RPC_NDR_SCALAR_H
#define RPC_NDR_SCALAR_H

#include <rpc/ndr/form.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/text.h>
#include <rpc/ndr/writer.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace rpc::ndr {

/// Integers, characters, booleans and floating-point numbers.
template <class T>
concept arithmetic = std::is_arithmetic_v<T>;

/// They are aligned to their size (C706 14.2).
template <arithmetic T>
struct codec<plain, T> {
  template <class S>
  static constexpr form wire{
      .alignment = sizeof(T),
      .size = sizeof(T),
      .fixed = true,
      .in_place = true,
      .verbatim = !std::is_same_v<T, bool>,  // its byte need not be 0 or 1 (C706 14.2.3)
      .dense = true};
};

/// std::byte: an octet that is neither a number nor a character.
template <>
struct codec<plain, std::byte> {
  template <class S>
  static constexpr form wire{
      .alignment = 1, .size = 1, .fixed = true, .in_place = true, .verbatim = true, .dense = true};
};

/// What enumerations of both widths share: Low and High bound the values that T may hold.
template <class T, class S, class Wire, std::int64_t Low, std::int64_t High>
struct enumeration {
  static constexpr form wire{
      .alignment = sizeof(Wire), .size = sizeof(Wire), .in_place = sizeof(Wire) == sizeof(T)};
  static constexpr std::int64_t low = Low;
  static constexpr std::int64_t high = High;

  static constexpr bool allowed(std::int64_t value) { return value >= Low && value <= High; }
};

template <class T, class S, class Kind>
struct enumeration_of;
template <class T, class S, std::int64_t Low, std::int64_t High>
struct enumeration_of<T, S, enum16<Low, High>>
    : enumeration<T, S, typename S::enumeration, (Low > 0 ? Low : 0),
                  (High < 32767 ? High : 32767)> {};
template <class T, class S, std::int64_t Low, std::int64_t High>
struct enumeration_of<T, S, enum32<Low, High>> : enumeration<T, S, std::int32_t, Low, High> {};

template <class T>
  requires std::is_enum_v<T>
struct codec<plain, T> {
  template <class S>
  using kind = enumeration_of<T, S, typename layout<T>::wire>;
  template <class S>
  static constexpr form wire = kind<S>::wire;
};

/// [int3264]: 4 bytes under NDR20, extended by its sign or by zeros when read, and 8 under NDR64
/// (MS-RPCE 2.2.4.1.3 and 2.2.5.3.2, which leave room for doubt: no capture is known).
template <class T>
  requires(std::integral<T> && sizeof(T) == 8)
struct codec<int3264, T> {
  template <class S>
  using wire_type =
      std::conditional_t<S::value == syntax::ndr64, T,
                         std::conditional_t<std::is_signed_v<T>, std::int32_t, std::uint32_t>>;
  template <class S>
  static constexpr form wire{.alignment = sizeof(wire_type<S>),
                             .size = sizeof(wire_type<S>),
                             .fixed = true,
                             .in_place = sizeof(wire_type<S>) == sizeof(T),
                             .verbatim = sizeof(wire_type<S>) == sizeof(T),
                             .dense = sizeof(wire_type<S>) == sizeof(T)};
};

/// [range]: nothing on the wire, a check by the receiver (MS-RPCE 3.1.1.5.3.2). It is read field by
/// field (server-stub-memory, "Memory Allocation for Inbound Data").
template <std::int64_t Low, std::int64_t High, class T>
struct codec<range<Low, High>, T> {
  using base = codec<plain, T>;

  template <class S>
  static constexpr form wire{.alignment = base::template wire<S>.alignment,
                             .size = base::template wire<S>.size};
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_SCALAR_H
