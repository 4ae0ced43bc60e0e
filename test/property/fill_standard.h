#ifndef TEST_PROPERTY_FILL_STANDARD_H
#define TEST_PROPERTY_FILL_STANDARD_H

#include <rpc/ndr/shared_pointer.h>
#include <rpc/ndr/standard_array.h>
#include <rpc/ndr/standard_pointer.h>
#include <rpc/ndr/standard_string.h>
#include <rpc/ndr/standard_variant.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "fill_members.h"
#include "fill_strings.h"

// Random values of classes of the standard library.

namespace rpc::test {

template <class C, class A>
struct random_value<ndr::string, std::basic_string<C, std::char_traits<C>, A>> {
  template <class Self>
  static void fill(values& v, std::basic_string<C, std::char_traits<C>, A>& value, const Self&) {
    value.resize(1 + v.below(v.most()));
    fill_string(v, value.data(), value.size());
    value.resize(value.find(C{}));
  }
};

template <class C>
struct random_value<ndr::string, std::basic_string_view<C>> {
  template <class Self>
  static void fill(values& v, std::basic_string_view<C>& value, const Self& self) {
    value = random_referent<ndr::string, C>::make(v, self);
  }
};

/// A string behind a pointer is one object, not characters.
template <class C, class A>
struct random_referent<ndr::string, std::basic_string<C, std::char_traits<C>, A>>
    : random_object<ndr::string, std::basic_string<C, std::char_traits<C>, A>> {};

template <class C>
struct random_referent<ndr::string, std::basic_string_view<C>>
    : random_object<ndr::string, std::basic_string_view<C>> {};

template <class Element, class T, class A>
struct random_value<ndr::counted<Element>, std::vector<T, A>> {
  template <class Self>
  static void fill(values& v, std::vector<T, A>& value, const Self& self) {
    value.clear();
    value.resize(v.length());
    fill_elements<Element>(v, value.data(), value.size(), self);
  }
};

template <class Element, class T, class Self>
std::span<T> random_span(values& v, std::size_t count, const Self& self) {
  auto* first = v.room<std::remove_const_t<T>>(count);
  fill_elements<Element>(v, first, count, self);
  return {first, count};
}
template <class Element, class T>
struct random_value<ndr::counted<Element>, std::span<T>> {
  template <class Self>
  static void fill(values& v, std::span<T>& value, const Self& self) {
    value = random_span<Element, T>(v, v.length(), self);
  }
};
template <auto Size, class Element, class T>
struct random_value<ndr::conformant<Size, Element>, std::span<T>> {
  template <class Self>
  static void fill(values& v, std::span<T>& value, const Self& self) {
    value = random_span<Element, T>(v, count_of(v, Size(self)), self);
  }
};

template <std::size_t N, class Element, class T>
struct random_value<ndr::fixed<N, Element>, std::array<T, N>> {
  template <class Self>
  static void fill(values& v, std::array<T, N>& value, const Self& self) {
    fill_elements<Element>(v, value.data(), N, self);
  }
};
template <class T, std::size_t N>
struct random_value<ndr::plain, std::array<T, N>> : random_value<ndr::fixed<N>, std::array<T, N>> {
};

/// What stands for a pointer: the object that is always there, or one that may be.
template <class Pointee, class H>
struct random_holder {
  template <class Self>
  static void fill(values& v, H& value, const Self& self) {
    using object = typename ndr::pointer_like<H>::object;
    if constexpr (std::is_same_v<object, H>) {
      random_value<Pointee, H>::fill(v, value, self);
    } else {
      value.reset();
      if (!v.leads_on()) return;
      if constexpr (requires { value.emplace(); }) {
        value.emplace();
      } else {
        value.reset(new object());
      }
      random_value<Pointee, object>::fill(v, *value, self);
    }
  }
};
template <class Pointee, class H>
  requires ndr::stands_for_pointer<H>
struct random_value<ndr::unique<Pointee>, H> : random_holder<Pointee, H> {};
template <class Pointee, class H>
  requires ndr::stands_for_pointer<H>
struct random_value<ndr::ref<Pointee>, H> : random_holder<Pointee, H> {};

/// May lead to an object that another one leads to, and so into a cycle. `values` owns the objects.
template <class Pointee, class T>
struct random_value<ndr::full<Pointee>, std::shared_ptr<T>> {
  template <class Self>
  static void fill(values& v, std::shared_ptr<T>& value, const Self& self) {
    T* object = nullptr;
    if (void* const known = v.any_kept(&type); known != nullptr && v.one_in(3)) {
      object = static_cast<T*>(known);
    } else if (v.leads_on()) {
      object = v.room<T>(1);
      v.keep(&type, object);
      random_value<Pointee, T>::fill(v, *object, self);
    }
    value.reset(object, [](T*) {});
    if (object == nullptr) value.reset();
  }

 private:
  static constexpr char type = 0;  // its address stands for the type
};

template <class... Shapes, class... T>
struct random_value<ndr::alternatives<Shapes...>, std::variant<T...>> {
  template <class Self>
  static void fill(values& v, std::variant<T...>& value, const Self& self) {
    const std::uint64_t index = v.below(sizeof...(T));
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ((index == I ? fill_arm<Shapes>(v, value.template emplace<I>(), self) : void()), ...);
    }(std::index_sequence_for<T...>{});
  }

 private:
  template <class Shape, class Arm, class Self>
  static void fill_arm(values& v, Arm& arm, const Self& self) {
    if constexpr (!std::is_same_v<Arm, std::monostate>)
      random_value<Shape, Arm>::fill(v, arm, self);
  }
};

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_STANDARD_H
