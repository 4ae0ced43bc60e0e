#ifndef TEST_PROPERTY_FILL_ARRAYS_H
#define TEST_PROPERTY_FILL_ARRAYS_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/bounded.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/string.h>
#include <rpc/ndr/varying.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "fill_members.h"

namespace rpc::test {

template <std::size_t N, class Element, class T>
struct random_value<ndr::fixed<N, Element>, T[N]> {
  template <class Self>
  static void fill(values& v, T (&value)[N], const Self& self) {
    fill_elements<Element>(v, value, N, self);
  }
};
template <class T, std::size_t N>
struct random_value<ndr::plain, T[N]> : random_value<ndr::fixed<N>, T[N]> {};

/// The elements that travel of an array of `most`; the rest keeps the pattern.
template <auto Length, auto First, class Element, class T, class Self>
void fill_part(values& v, T* first, std::size_t most, const Self& self) {
  ndr::checked from = 0;
  if constexpr (!std::is_null_pointer_v<decltype(First)>) from = First(self);
  const ndr::checked count = Length(self), end = from + count;
  if (!from.is_count() || !count.is_count() || !end.valid() ||
      static_cast<std::uint64_t>(end.value()) > most) {
    v.reject();
    return;
  }
  fill_elements<Element>(v, first + from.value(), static_cast<std::size_t>(count.value()), self);
}

template <std::size_t N, auto Length, auto First, class Element, class T>
struct random_value<ndr::varying<N, Length, First, Element>, T[N]> {
  template <class Self>
  static void fill(values& v, T (&value)[N], const Self& self) {
    fill_part<Length, First, Element>(v, value, N, self);
  }
};

/// At the end of a structure, for which there is room for values::most() elements.
template <auto Size, class Element, class T>
struct random_tail {
  template <class Self>
  static void fill(values& v, T* first, const Self& self) {
    fill_elements<Element>(v, first, count_of(v, Size(self)), self);
  }
};
template <auto Size, class Element, class T>
struct random_value<ndr::conformant<Size, Element>, T[]> : random_tail<Size, Element, T> {};
template <auto Size, class Element, class T>
struct random_value<ndr::conformant<Size, Element>, T[1]> : random_tail<Size, Element, T> {};

template <auto Size, auto Length, auto First, class Element, class T>
struct random_part_tail {
  template <class Self>
  static void fill(values& v, T* first, const Self& self) {
    fill_part<Length, First, Element>(v, first, count_of(v, Size(self)), self);
  }
};
template <auto Size, auto Length, auto First, class Element, class T>
struct random_value<ndr::conformant_varying<Size, Length, First, Element>, T[]>
    : random_part_tail<Size, Length, First, Element, T> {};
template <auto Size, auto Length, auto First, class Element, class T>
struct random_value<ndr::conformant_varying<Size, Length, First, Element>, T[1]>
    : random_part_tail<Size, Length, First, Element, T> {};

// Behind pointers.

template <std::size_t N, class Element, class T>
struct random_referent<ndr::fixed<N, Element>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    T* first = v.room<T>(N);
    fill_elements<Element>(v, first, N, self);
    return first;
  }
};

template <auto Size, class Element, class T>
struct random_referent<ndr::conformant<Size, Element>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    const std::size_t count = count_of(v, Size(self));
    T* first = v.room<T>(count);
    fill_elements<Element>(v, first, count, self);
    return first;
  }
};

template <std::size_t N, auto Length, auto First, class Element, class T>
struct random_referent<ndr::varying<N, Length, First, Element>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    T* first = v.room<T>(N);
    fill_part<Length, First, Element>(v, first, N, self);
    return first;
  }
};

template <auto Size, auto Length, auto First, class Element, class T>
struct random_referent<ndr::conformant_varying<Size, Length, First, Element>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    const std::size_t most = count_of(v, Size(self));
    T* first = v.room<T>(most);
    fill_part<Length, First, Element>(v, first, most, self);
    return first;
  }
};

// Bounds, of strings too.

template <std::int64_t Low, std::int64_t High>
bool within(std::uint64_t count) {
  return std::cmp_greater_equal(count, Low) && std::cmp_less_equal(count, High);
}

/// Characters up to and including the terminator.
template <class C>
std::uint64_t length_of(const C* first) {
  std::uint64_t length = 1;
  while (*first++ != C{}) ++length;
  return length;
}

template <std::int64_t Low, std::int64_t High, class Array, class T>
struct random_referent<ndr::bounded<Low, High, Array>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    const ndr::referent_descriptor& to = ndr::referent_description<Array, T, Self>::value;
    if (to.size) {
      if (!within<Low, High>(count_of(v, to.size(&self)))) v.reject();
      return random_referent<Array, T>::make(v, self);
    }
    T* first = nullptr;
    do first = random_referent<Array, T>::make(v, self);
    while (!within<Low, High>(length_of(first)));
    return first;
  }
};

template <std::int64_t Low, std::int64_t High, class Array, class T>
  requires ndr::open_ended<ndr::codec<Array, T>>
struct random_value<ndr::bounded<Low, High, Array>, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self& self) {
    const ndr::checked size = ndr::codec<Array, T>::open_count(value, self);
    if (!within<Low, High>(count_of(v, size))) v.reject();
    random_value<Array, T>::fill(v, value, self);
  }
};

template <class Array, class T>
struct random_referent<ndr::disable_consistency_check<Array>, T> : random_referent<Array, T> {};

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_ARRAYS_H
