#ifndef RPC_NDR_LOST_H
#define RPC_NDR_LOST_H

#include <rpc/ndr/checked.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/member.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/slot.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace rpc::ndr {

/// Tells a client's reader of every pointer in an object of the caller that is about to be
/// overwritten as a whole: the arm of a union whose discriminant changes.
///
///   tell(reader&, T& value, const char* name, const Self&);
///
/// Every shape that may be in place says what it does: of another the arm does not compile.
template <class Shape>
struct lost;

/// Of what has no pointers, or owns their pointees.
struct lost_nothing {
  template <class Reader, class T, class Self>
  static void tell(Reader&, T&, const char*, const Self&) {}
};
template <std::int64_t Low, std::int64_t High>
struct lost<range<Low, High>> : lost_nothing {};
template <>
struct lost<int3264> : lost_nothing {};
template <>
struct lost<ignored> : lost_nothing {};
template <>
struct lost<string> : lost_nothing {};
template <auto Size>
struct lost<sized_string<Size>> : lost_nothing {};
template <class Element>
struct lost<counted<Element>> : lost_nothing {};
template <class... Alternatives>
struct lost<alternatives<Alternatives...>> : lost_nothing {};
template <class Wire, class Shape>
struct lost<presented<Wire, Shape>> : lost_nothing {};
template <name Type, context_trait... Traits>
struct lost<context_handle<Type, Traits...>> : lost_nothing {};

struct lost_pointer {
  template <class Reader, class T, class Self>
  static void tell(Reader& r, T& value, const char* name, const Self&) {
    if (const void* object = slot<const void>(&value).get()) r.orphan(object, name);
  }
};
template <class Pointee>
struct lost<ref<Pointee>> : lost_pointer {};
template <class Pointee>
struct lost<unique<Pointee>> : lost_pointer {};
template <class Pointee>
struct lost<full<Pointee>> : lost_pointer {};

template <std::size_t N, class Element>
struct lost<fixed<N, Element>> {
  template <class Reader, class T, class Self>
  static void tell(Reader& r, T& value, const char* name, const Self& self) {
    for (auto& element : value) lost<Element>::tell(r, element, name, self);
  }
};

/// Of elements that did not travel the pointers mean nothing.
template <std::size_t N, auto Length, auto First, class Element>
struct lost<varying<N, Length, First, Element>> {
  template <class Reader, class T, class Self>
  static void tell(Reader& r, T (&value)[N], const char* name, const Self& self) {
    checked first = 0;
    if constexpr (!std::is_null_pointer_v<decltype(First)>) first = First(self);
    const checked end = first + Length(self);
    if (!first.is_count() || !end.is_count()) return;
    const auto most = static_cast<std::int64_t>(N);
    for (std::int64_t i = first.value(); i < std::min(end.value(), most); ++i)
      lost<Element>::tell(r, value[i], name, self);
  }
};

template <std::int64_t Low, std::int64_t High, class Array>
struct lost<bounded<Low, High, Array>> : lost<Array> {};
template <class Array>
struct lost<disable_consistency_check<Array>> : lost<Array> {};
template <allocation How, class Pointee>
struct lost<allocated<How, Pointee>> : lost<Pointee> {};

template <class Arms>
struct lost_arm;
template <class... Arm>
struct lost_arm<arms<Arm...>> {
  template <class Reader, class T>
  static void tell(Reader& r, T& value, std::int64_t tag) {
    bool told = false;
    (void)detail::in_turn{
        0, (told = told || (Arm::selection::contain(tag) && (tell<Arm>(r, value), true)), 0)...};
  }

 private:
  template <class One, class Reader, class T>
  static void tell(Reader& r, T& value) {
    if constexpr (!One::empty)
      with_member<One>(value,
                       [&](auto& m) { lost<typename One::shape>::tell(r, m, One::name, value); });
  }
};

template <auto Tag>
struct lost<switched<Tag>> {
  template <class Reader, class T, class Self>
  static void tell(Reader& r, T& value, const char*, const Self& self) {
    if (const checked tag = Tag(self); tag.valid())
      lost_arm<typename layout<T>::arms>::tell(r, value, tag.value());
  }
};

template <>
struct lost<plain> {
  template <class Reader, class T, class Self>
  static void tell(Reader& r, T& value, const char* name, const Self& self) {
    if constexpr (std::is_array_v<T>) {
      for (auto& element : value) tell(r, element, name, self);
    } else if constexpr (requires { typename layout<T>::members; }) {
      each(r, value, typename layout<T>::members{});
    }
  }

 private:
  template <class Reader, class T, class... F>
  static void each(Reader& r, T& value, fields<F...>) {
    if constexpr (encapsulated<layout<T>>) {
      choice<F...>(r, value);
    } else {
      (void)detail::in_turn{
          0, (with_member<F>(value,
                             [&](auto& m) { lost<typename F::shape>::tell(r, m, F::name, value); }),
              0)...};
    }
  }
  template <class Tag, class Union, class Reader, class T>
  static void choice(Reader& r, T& value) {
    with_member<Tag>(value, [&](const auto& tag) {
      with_member<Union>(value, [&](auto& u) {
        lost_arm<typename layout<typename Union::type>::arms>::tell(r, u, checked(tag).value());
      });
    });
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_LOST_H
