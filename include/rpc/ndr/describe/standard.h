#ifndef RPC_NDR_DESCRIBE_STANDARD_H
#define RPC_NDR_DESCRIBE_STANDARD_H

#include <rpc/ndr/deletions.h>
#include <rpc/ndr/describe/arrays.h>
#include <rpc/ndr/presented.h>
#include <rpc/ndr/standard_array.h>
#include <rpc/ndr/standard_pointer.h>
#include <rpc/ndr/standard_string.h>
#include <rpc/ndr/standard_variant.h>

#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace rpc::ndr {

template <class S, class Use>
void for_each_row(const sequence_rows& rows, Use use) {
  const auto* at = static_cast<const std::byte*>(rows.first);
  for (std::size_t i = 0; i < rows.count; ++i, at += rows.stride)
    use(i, *reinterpret_cast<S*>(const_cast<std::byte*>(at)));
}

template <class S>
constexpr sequence_descriptor sequence_of(descriptor base, const descriptor* element,
                                          correlated total = {}) {
  sequence_descriptor made{base,
                           element,
                           [](const void* sequence) -> sequence_view {
                             return {static_cast<const S*>(sequence)->data(),
                                     static_cast<const S*>(sequence)->size()};
                           },
                           [](const sequence_rows& rows, sequence_view* found) {
                             for_each_row<const S>(rows, [&](std::size_t i, const S& sequence) {
                               found[i] = {sequence.data(), sequence.size()};
                             });
                           },
                           nullptr,
                           nullptr,
                           nullptr,
                           nullptr,
                           total};
  if constexpr (requires(S& sequence) { sequence.resize(1); }) {
    made.resize = [](void* sequence, std::size_t count) -> void* {
      S& elements = *static_cast<S*>(sequence);
      pointer_like<S>::clear(elements);
      elements.resize(count);
      return elements.data();
    };
    if constexpr (arithmetic<typename S::value_type> &&
                  !std::is_same_v<typename S::value_type, bool>)
      made.set_rows = [](const sequence_rows& rows, const sequence_view* elements) {
        for_each_row<S>(rows, [&](std::size_t i, S& sequence) {
          const auto* const first = static_cast<const typename S::value_type*>(elements[i].first);
          sequence.assign(first, first + elements[i].count);
        });
      };
  } else {
    made.make = constructor_of<typename S::value_type>();
    made.refer = [](void* sequence, void* first, std::size_t count) {
      *static_cast<S*>(sequence) = {static_cast<typename S::pointer>(first), count};
    };
    made.set_rows = [](const sequence_rows& rows, const sequence_view* elements) {
      for_each_row<S>(rows, [&](std::size_t i, S& sequence) {
        auto* const first = const_cast<void*>(elements[i].first);
        sequence = {static_cast<typename S::pointer>(first), elements[i].count};
      });
    };
  }
  return made;
}
template <class Element, class T, class A, class Self>
struct described<counted<Element>, std::vector<T, A>, Self> {
  using sequence = std::vector<T, A>;
  static constexpr sequence_descriptor value = sequence_of<sequence>(
      base_of<codec<counted<Element>, sequence>, sequence>(construct::sequence),
      &element_description<Element, T, Self>::value);
};
template <class Element, class T, class Self>
struct described<counted<Element>, std::span<T>, Self> {
  using sequence = std::span<T>;
  static constexpr sequence_descriptor value = sequence_of<sequence>(
      base_of<codec<counted<Element>, sequence>, sequence>(construct::sequence),
      &element_description<Element, std::remove_const_t<T>, Self>::value);
};
template <auto Size, class Element, class T, class Self>
struct described<conformant<Size, Element>, std::span<T>, Self> {
  using sequence = std::span<T>;
  static constexpr sequence_descriptor value = sequence_of<sequence>(
      base_of<codec<conformant<Size, Element>, sequence>, sequence>(construct::sequence),
      &element_description<Element, std::remove_const_t<T>, Self>::value,
      expression_of<Size, Self>());
};

template <class Text>
  requires requires { typename Text::traits_type; }
struct described<string, Text, void> {
  using character = typename Text::value_type;
  static constexpr text_descriptor make() {
    text_descriptor made{base_of<codec<string, Text>, Text>(construct::text),
                         &description<plain, character, void>::value,
                         [](const void* text) {
                           const auto& characters = *static_cast<const Text*>(text);
                           return std::as_bytes(std::span(characters.data(), characters.size()));
                         },
                         nullptr,
                         nullptr,
                         nullptr};
    if constexpr (requires(Text& text) { text.resize(1); }) {
      made.resize = [](void* text, std::size_t count) -> void* {
        static_cast<Text*>(text)->resize(count);
        return static_cast<Text*>(text)->data();
      };
      made.assign = [](void* text, const void* first, std::size_t count) {
        static_cast<Text*>(text)->assign(static_cast<const character*>(first), count);
      };
    } else {
      made.refer = [](void* text, void* first, std::size_t count) {
        *static_cast<Text*>(text) = {static_cast<const character*>(first), count};
      };
    }
    return made;
  }
  static constexpr text_descriptor value = make();
};

template <class... Shapes, class... T, class Self>
struct described<alternatives<Shapes...>, std::variant<T...>, Self> {
  using variant = std::variant<T...>;
  template <class Shape, class Arm>
  static constexpr const descriptor* arm() {
    if constexpr (std::is_same_v<Arm, std::monostate>) {
      return nullptr;
    } else {
      return &description<Shape, Arm, Self>::value;
    }
  }
  template <std::size_t I>
  static void* emplace_one(variant& object) {
    return &object.template emplace<I>();
  }
  static void* emplace(void* object, std::size_t index) {
    auto& to = *static_cast<variant*>(object);
    detail::dismantle(to);
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      constexpr std::array<void* (*)(variant&), sizeof...(T)> each{&emplace_one<I>...};
      return each[index](to);
    }(std::index_sequence_for<T...>{});
  }
  static constexpr std::array<const descriptor*, sizeof...(T)> arms{arm<Shapes, T>()...};
  static constexpr variant_descriptor value{
      base_of<codec<alternatives<Shapes...>, variant>, variant>(construct::variant),
      [](const void* object) { return static_cast<const variant*>(object)->index(); },
      [](const void* object) {
        return std::visit([](const auto& held) -> const void* { return &held; },
                          *static_cast<const variant*>(object));
      },
      &emplace, arms};
};

template <class W, class Shape, class P>
struct described<presented<W, Shape>, P, void> {
  static void convert(writer& w, const void* object, const wire_user& user) {
    codec<presented<W, Shape>, P>::with_wire(w, *static_cast<const P*>(object),
                                             [&](const W& wire) { user.use(user, &wire); });
  }
  static void receive(reader& r, void* object, const wire_user& user) {
    codec<presented<W, Shape>, P>::from_wire(r, *static_cast<P*>(object),
                                             [&](W& wire) { user.use(user, &wire); });
  }
  static constexpr presented_descriptor value{
      base_of<codec<presented<W, Shape>, P>, P>(construct::presented), &convert, &receive,
      &description<Shape, W, W>::value};
};

template <>
struct described<deletions, object_table, void> {
  static constexpr descriptor value =
      base_of<codec<deletions, object_table>, object_table>(construct::deletions);
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_STANDARD_H
