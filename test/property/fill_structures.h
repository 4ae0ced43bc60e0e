#ifndef TEST_PROPERTY_FILL_STRUCTURES_H
#define TEST_PROPERTY_FILL_STRUCTURES_H

#include <rpc/ndr/member.h>
#include <rpc/ndr/presented.h>
#include <rpc/ndr/structure.h>
#include <rpc/ndr/union.h>

#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "fill_members.h"
#include "fill_scalars.h"

namespace rpc::test {

template <class T>
concept structure = requires { typename ndr::layout<T>::members; };

template <class T>
  requires(structure<T> && !ndr::encapsulated<ndr::layout<T>>)
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    fill_members(v, value, typename ndr::layout<T>::members{});
  }
};

/// An arm of the union that `tag` selects, or a rejection.
template <class Tag, class T>
struct random_union {
  static void fill(values& v, T& value, ndr::checked tag) {
    if (!tag.valid() || !travels(tag.value()) ||
        !select(v, value, tag.value(), typename ndr::layout<T>::arms{}))
      v.reject();
  }

 private:
  static bool travels(std::int64_t tag) {
    if constexpr (std::is_enum_v<Tag>) {
      return is_enumerator<Tag>(tag);
    } else if constexpr (std::is_same_v<Tag, char>) {
      return std::in_range<unsigned char>(tag);  // unsigned on the wire
    } else {
      return tag >= std::int64_t{std::numeric_limits<Tag>::min()} &&
             tag <= std::int64_t{std::numeric_limits<Tag>::max()};
    }
  }

  template <class... Arm>
  static bool select(values& v, T& value, std::int64_t tag, ndr::arms<Arm...>) {
    return ((Arm::selection::contain(tag) && (fill_arm<Arm>(v, value), true)) || ...);
  }
  template <class Arm>
  static void fill_arm(values& v, T& value) {
    if constexpr (!Arm::empty) fill_member<Arm>(v, value);
  }
};

template <auto Tag, class T>
  requires std::is_union_v<T>
struct random_value<ndr::switched<Tag>, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self& self) {
    random_union<typename ndr::layout<T>::tag, T>::fill(v, value, Tag(self));
  }
};

template <class T>
  requires(structure<T> && ndr::encapsulated<ndr::layout<T>>)
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    fill(v, value, typename ndr::layout<T>::members{});
  }

 private:
  template <class Tag, class Choice>
  static void fill(values& v, T& value, ndr::fields<Tag, Choice>) {
    std::vector<std::int64_t> hints;
    add_discriminants<typename Choice::type>(hints);
    const values::object scope(v, std::move(hints));
    do {
      random_value<typename Tag::shape, typename Tag::type>::fill(v, value.*Tag::member, value);
      random_union<typename Tag::type, typename Choice::type>::fill(
          v, value.*Choice::member, ndr::checked(value.*Tag::member));
    } while (v.was_rejected());
  }
};

/// A member of a packed structure or union.
template <class Shape, class T>
struct random_value<Shape, ndr::misplaced<T>> {
  template <class Self>
  static void fill(values& v, ndr::misplaced<T>& value, const Self& self) {
    T aligned;
    random_value<Shape, T>::fill(v, aligned, self);
    std::memcpy(&value, &aligned, sizeof aligned);
  }
};

/// What a random object on the wire is to the program, if that accepts it.
template <class Wire, class Shape, class T>
struct random_value<ndr::presented<Wire, Shape>, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    for (bool accepted = false; !accepted;) {
      Wire wire{};
      random_value<Shape, Wire>::fill(v, wire, wire);
      try {
        value = wire_form<T>::from_wire(wire);
        accepted = true;
      } catch (const std::domain_error&) {
        // Once more.
      }
    }
  }
};

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_STRUCTURES_H
