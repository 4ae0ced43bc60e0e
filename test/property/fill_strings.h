#ifndef TEST_PROPERTY_FILL_STRINGS_H
#define TEST_PROPERTY_FILL_STRINGS_H

#include <rpc/ndr/string.h>

#include <cstddef>

#include "fill_members.h"

namespace rpc::test {

template <class C>
void fill_string(values& v, C* first, std::size_t room) {
  const std::size_t length = v.below(room);
  for (std::size_t i = 0; i < length; ++i) {
    do first[i] = static_cast<C>(v.bits());
    while (first[i] == C{});
  }
  first[length] = C{};
}

template <class C, std::size_t N>
struct random_value<ndr::string, C[N]> {
  template <class Self>
  static void fill(values& v, C (&value)[N], const Self&) {
    fill_string(v, value, N);
  }
};

template <auto Size, class C>
struct random_string_tail {
  template <class Self>
  static void fill(values& v, C* first, const Self& self) {
    const std::size_t room = count_of(v, Size(self));
    if (room == 0) v.reject();  // there is always a terminator
    if (room > 0) fill_string(v, first, room);
  }
};
template <auto Size, class C>
struct random_value<ndr::sized_string<Size>, C[]> : random_string_tail<Size, C> {};
template <auto Size, class C>
struct random_value<ndr::sized_string<Size>, C[1]> : random_string_tail<Size, C> {};

// Behind pointers.

template <class C>
struct random_referent<ndr::string, C> {
  template <class Self>
  static C* make(values& v, const Self&) {
    const std::size_t room = 1 + v.below(v.most());
    C* first = v.room<C>(room);
    fill_string(v, first, room);
    return first;
  }
};

template <auto Size, class C>
struct random_referent<ndr::sized_string<Size>, C> {
  template <class Self>
  static C* make(values& v, const Self& self) {
    const std::size_t room = count_of(v, Size(self));
    if (room == 0) v.reject();  // there is always a terminator
    C* first = v.room<C>(room);
    if (room > 0) fill_string(v, first, room);
    return first;
  }
};

template <std::size_t N, class C>
struct random_referent<ndr::fixed_string<N>, C> {
  template <class Self>
  static C* make(values& v, const Self&) {
    C* first = v.room<C>(N);
    fill_string(v, first, N);
    return first;
  }
};

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_STRINGS_H
