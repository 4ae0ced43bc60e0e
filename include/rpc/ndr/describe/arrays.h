#ifndef RPC_NDR_DESCRIBE_ARRAYS_H
#define RPC_NDR_DESCRIBE_ARRAYS_H

#include <rpc/ndr/describe/pointers.h>
#include <rpc/ndr/string.h>
#include <rpc/ndr/varying.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace rpc::ndr {

template <std::size_t N, class Element, class T, class Self>
struct described<fixed<N, Element>, T[N], Self> {
  static constexpr array_descriptor value{
      base_of<codec<fixed<N, Element>, T[N]>, T[N]>(construct::array),
      &element_description<Element, T, Self>::value, N};
};
template <std::size_t N, class Element, class T, class Self>
struct described<fixed<N, Element>, std::array<T, N>, Self> {
  static constexpr array_descriptor value{
      base_of<codec<fixed<N, Element>, std::array<T, N>>, std::array<T, N>>(construct::array),
      &element_description<Element, T, Self>::value, N};
};
template <class T, std::size_t N>
struct described<plain, T[N], void> : described<fixed<N>, T[N], void> {};
template <class T, std::size_t N>
struct described<plain, std::array<T, N>, void> : described<fixed<N>, std::array<T, N>, void> {};

template <std::size_t N, auto Length, auto First, class Element, class T, class Self>
struct described<varying<N, Length, First, Element>, T[N], Self> {
  static constexpr array_descriptor value{
      base_of<codec<varying<N, Length, First, Element>, T[N]>, T[N]>(construct::varying),
      &element_description<Element, T, Self>::value, N, expression_of<Length, Self>(),
      expression_of<First, Self>()};
};
template <class C, std::size_t N>
struct described<string, C[N], void> {
  static constexpr array_descriptor value{base_of<codec<string, C[N]>, C[N]>(construct::characters),
                                          &description<plain, C, void>::value, N};
};

/// The array at the end of a structure, declared `T a[]` or `T a[1]`.
template <class Shape, class A, class Self>
struct described_tail;
template <auto Size, class Element, class A, class Self>
struct described_tail<conformant<Size, Element>, A, Self> {
  static constexpr array_descriptor value{
      base_of<codec<conformant<Size, Element>, A>, A>(construct::tail),
      &element_description<Element, std::remove_extent_t<A>, Self>::value,
      0,
      {},
      {},
      expression_of<Size, Self>()};
};
template <auto Size, auto Length, auto First, class Element, class A, class Self>
struct described_tail<conformant_varying<Size, Length, First, Element>, A, Self> {
  static constexpr array_descriptor value{
      base_of<codec<conformant_varying<Size, Length, First, Element>, A>, A>(
          construct::varying_tail),
      &element_description<Element, std::remove_extent_t<A>, Self>::value,
      0,
      expression_of<Length, Self>(),
      expression_of<First, Self>(),
      expression_of<Size, Self>()};
};
template <auto Size, class A, class Self>
struct described_tail<sized_string<Size>, A, Self> {
  static constexpr array_descriptor value{
      base_of<codec<sized_string<Size>, A>, A>(construct::string_tail),
      &description<plain, std::remove_extent_t<A>, void>::value,
      0,
      {},
      {},
      expression_of<Size, Self>()};
};
template <auto Size, class Element, class A, class Self>
  requires std::is_array_v<A>
struct described<conformant<Size, Element>, A, Self>
    : described_tail<conformant<Size, Element>, A, Self> {};
template <auto Size, auto Length, auto First, class Element, class A, class Self>
  requires std::is_array_v<A>
struct described<conformant_varying<Size, Length, First, Element>, A, Self>
    : described_tail<conformant_varying<Size, Length, First, Element>, A, Self> {};
template <auto Size, class A, class Self>
  requires std::is_array_v<A>
struct described<sized_string<Size>, A, Self> : described_tail<sized_string<Size>, A, Self> {};

template <qualifying_shape Shape, class T, class Self>
struct described<Shape, T, Self>
    : described<typename Shape::qualified, T, self_of<typename Shape::qualified, Self>> {};
template <std::int64_t Low, std::int64_t High, class Array, class T, class Self>
struct described<bounded<Low, High, Array>, T, Self> {
  static constexpr array_descriptor value = [] {
    array_descriptor array = described<Array, T, self_of<Array, Self>>::value;
    array.range = {true, Low, High};
    return array;
  }();
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_ARRAYS_H
