#ifndef TEST_PROPERTY_FILL_SCALARS_H
#define TEST_PROPERTY_FILL_SCALARS_H

#include <rpc/ndr/scalar.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include "fill_members.h"

namespace rpc::test {

template <ndr::arithmetic T>
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    if constexpr (std::is_same_v<T, bool>) {
      value = v.one_in(2);
    } else if constexpr (std::is_floating_point_v<T>) {
      using same_size = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
      value = std::bit_cast<T>(static_cast<same_size>(v.bits()));
    } else {
      value = v.integer<T>();
    }
  }
};

template <>
struct random_value<ndr::plain, std::byte> {
  template <class Self>
  static void fill(values& v, std::byte& value, const Self&) {
    value = static_cast<std::byte>(v.bits());
  }
};

/// Whether `number` is a value of the enumeration that travels.
template <class T>
bool is_enumerator(std::int64_t number) {
  using memory = std::underlying_type_t<T>;
  return std::in_range<memory>(number) && std::in_range<std::int32_t>(number) &&
         ndr::codec<ndr::plain, T>::template kind<ndr::ndr20>::allowed(number);
}

template <class T>
  requires std::is_enum_v<T>
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    std::int64_t number = 0;
    do number = v.integer<std::int32_t>();
    while (!is_enumerator<T>(number));
    value = static_cast<T>(number);
  }
};

template <std::int64_t Low, std::int64_t High, class T>
struct random_value<ndr::range<Low, High>, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    if constexpr (std::is_enum_v<T>) {
      std::int64_t number = 0;
      do number = v.between(Low, High);
      while (!is_enumerator<T>(number));
      value = static_cast<T>(number);
    } else {
      using limits = std::numeric_limits<T>;
      constexpr auto low = std::in_range<T>(Low) ? Low : std::int64_t{limits::min()};
      constexpr auto high =
          std::in_range<T>(High) ? High : static_cast<std::int64_t>(limits::max());
      value = static_cast<T>(v.between(low, high));
    }
  }
};

/// Values that travel in both syntaxes.
template <class T>
struct random_value<ndr::int3264, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    value = v.integer<std::conditional_t<std::is_signed_v<T>, std::int32_t, std::uint32_t>>();
  }
};

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_SCALARS_H
