#ifndef TEST_PROPERTY_FILL_H
#define TEST_PROPERTY_FILL_H

#include <rpc/ndr/call.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include "values.h"

// Random values of every shape: the one place to extend for a new one, which does not compile
// before.
//
// What a size or a discriminant expression depends on is filled first, like any number; then the
// expression is evaluated, and the object that holds both starts again if it is no count or
// selects no arm.

namespace rpc::test {

/// fill(values&, T&, const Self&): a value that has T's place already.
template <class Shape, class T>
struct random_value;

/// make(values&, const Self&): what a pointer leads to.
template <class Shape, class T>
struct random_referent;

template <class Member, bool Dependent, class Self>
void fill_member(values& v, Self& self) {
  if constexpr (ndr::expressions<typename Member::shape>::any == Dependent)
    if (!v.rejected())
      random_value<typename Member::shape, typename Member::type>::fill(v, self.*Member::member,
                                                                        self);
}

/// All members of a structure or a frame.
template <template <class...> class List, class... Member, class Self>
void fill_members(values& v, Self& self, List<Member...>) {
  v.retry([&] {
    (fill_member<Member, false>(v, self), ...);
    (fill_member<Member, true>(v, self), ...);
  });
}

template <class Element, class T, class Self>
void fill_elements(values& v, T* first, std::size_t count, const Self& self) {
  for (std::size_t i = 0; i < count && !v.rejected(); ++i)
    random_value<Element, T>::fill(v, first[i], self);
}

/// The value of a size expression; zero and a rejection if there cannot be so many elements.
inline std::size_t count_of(values& v, ndr::checked size) {
  if (size.is_count() && static_cast<std::uint64_t>(size.value()) <= v.most())
    return static_cast<std::size_t>(size.value());
  v.reject();
  return 0;
}

// Scalars.

template <class T>
  requires std::is_arithmetic_v<T>
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

// Structures and unions.

template <class T>
  requires std::is_class_v<T>
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
    if constexpr (!Arm::empty)
      random_value<typename Arm::shape, typename Arm::type>::fill(v, value.*Arm::member, value);
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
  requires std::is_class_v<T> && ndr::encapsulated<ndr::layout<T>>
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    fill(v, value, typename ndr::layout<T>::members{});
  }

 private:
  template <class Tag, class Choice>
  static void fill(values& v, T& value, ndr::fields<Tag, Choice>) {
    v.retry([&] {
      random_value<typename Tag::shape, typename Tag::type>::fill(v, value.*Tag::member, value);
      random_union<typename Tag::type, typename Choice::type>::fill(
          v, value.*Choice::member, ndr::checked(value.*Tag::member));
    });
  }
};

// Arrays.

template <std::size_t N, class Element, class T>
struct random_value<ndr::fixed<N, Element>, T[N]> {
  template <class Self>
  static void fill(values& v, T (&value)[N], const Self& self) {
    fill_elements<Element>(v, value, N, self);
  }
};
template <class T, std::size_t N>
struct random_value<ndr::plain, T[N]> : random_value<ndr::fixed<N>, T[N]> {};

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

// Strings.

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

// Pointers.

/// One object, which may have an open end.
template <class Shape, class T>
struct random_referent {
  template <class Self>
  static T* make(values& v, const Self& self) {
    using object = ndr::codec<Shape, T>;
    std::size_t size = 0;
    if constexpr (ndr::open_ended<object>) {
      size = object::open_size(v.most());
    } else {
      size = sizeof(T);
    }
    T* made = static_cast<T*>(v.bytes(size));
    random_value<Shape, T>::fill(v, *made, self);
    return made;
  }
};

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

template <class Pointee, class T>
struct random_value<ndr::ref<Pointee>, T*> {
  template <class Self>
  static void fill(values& v, T*& value, const Self& self) {
    value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }
};

template <class Pointee, class T>
struct random_value<ndr::unique<Pointee>, T*> {
  template <class Self>
  static void fill(values& v, T*& value, const Self& self) {
    value = nullptr;
    if (has_elements(self) || v.leads_on())
      value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }

 private:
  // A null array has no elements.
  template <class Self>
  static bool has_elements(const Self& self) {
    if constexpr (ndr::array_size<Pointee>::known) {
      const ndr::checked size = ndr::array_size<Pointee>::template of<Self>(&self);
      return !size.valid() || size.value() != 0;
    } else {
      return false;
    }
  }
};

template <class Pointee, class T>
struct random_value<ndr::reseatable<Pointee>, T**> {
  template <class Self>
  static void fill(values& v, T**& value, const Self& self) {
    value = v.room<T*>(1);
    *value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }
};

// Calls.

/// Fills all parameters of an operation and its result.
template <class Frame>
void fill_frame(values& v, Frame& frame) {
  fill_members(v, frame, typename operation<Frame>::parameters{});
}

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_H
