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

template <class Element, class T, class S>
struct described_sequence {
  using object = std::remove_const_t<T>;
  static constexpr sequence_descriptor make(descriptor base, const descriptor* element,
                                            expression total) {
    return {
        base, element, [](const void* sequence) { return static_cast<const S*>(sequence)->size(); },
        [](const void* sequence) -> const void* { return static_cast<const S*>(sequence)->data(); },
        total};
  }
};
template <class Element, class T, class A, class Self>
struct described<counted<Element>, std::vector<T, A>, Self> {
  using sequence = std::vector<T, A>;
  static constexpr sequence_descriptor value = described_sequence<Element, T, sequence>::make(
      base_of<codec<counted<Element>, sequence>, sequence>(construct::sequence),
      &element_description<Element, T, Self>::value, nullptr);
};
template <class Element, class T, class Self>
struct described<counted<Element>, std::span<T>, Self> {
  using sequence = std::span<T>;
  static constexpr sequence_descriptor value = described_sequence<Element, T, sequence>::make(
      base_of<codec<counted<Element>, sequence>, sequence>(construct::sequence),
      &element_description<Element, std::remove_const_t<T>, Self>::value, nullptr);
};
template <auto Size, class Element, class T, class Self>
struct described<conformant<Size, Element>, std::span<T>, Self> {
  using sequence = std::span<T>;
  static constexpr sequence_descriptor value = described_sequence<Element, T, sequence>::make(
      base_of<codec<conformant<Size, Element>, sequence>, sequence>(construct::sequence),
      &element_description<Element, std::remove_const_t<T>, Self>::value,
      expression_of<Size, Self>());
};

template <class Text>
  requires requires { typename Text::traits_type; }
struct described<string, Text, void> {
  static constexpr text_descriptor value{
      base_of<codec<string, Text>, Text>(construct::text),
      &description<plain, typename Text::value_type, void>::value, [](const void* text) {
        const auto& characters = *static_cast<const Text*>(text);
        return std::as_bytes(std::span(characters.data(), characters.size()));
      }};
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
  static constexpr std::array<const descriptor*, sizeof...(T)> arms{arm<Shapes, T>()...};
  static constexpr variant_descriptor value{
      base_of<codec<alternatives<Shapes...>, variant>, variant>(construct::variant),
      [](const void* value) { return static_cast<const variant*>(value)->index(); },
      [](const void* value) {
        return std::visit([](const auto& held) -> const void* { return &held; },
                          *static_cast<const variant*>(value));
      },
      arms};
};

template <class W, class Shape, class P>
struct described<presented<W, Shape>, P, void> {
  static void convert(writer& w, const void* object, const wire_user& user) {
    codec<presented<W, Shape>, P>::with_wire(w, *static_cast<const P*>(object),
                                             [&](const W& wire) { user.use(user, &wire); });
  }
  static constexpr presented_descriptor value{
      base_of<codec<presented<W, Shape>, P>, P>(construct::presented), &convert,
      &description<Shape, W, W>::value};
};

template <>
struct described<deletions, object_table, void> {
  static constexpr descriptor value =
      base_of<codec<deletions, object_table>, object_table>(construct::deletions);
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_STANDARD_H
