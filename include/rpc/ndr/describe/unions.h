#ifndef RPC_NDR_DESCRIBE_UNIONS_H
#define RPC_NDR_DESCRIBE_UNIONS_H

#include <rpc/ndr/describe/scalars.h>
#include <rpc/ndr/describe/structures.h>
#include <rpc/ndr/union.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

namespace rpc::ndr {

template <class Arm>
struct selection_of;
template <auto... Values>
struct selection_of<cases<Values...>> {
  static constexpr std::array<std::int64_t, sizeof...(Values)> values{
      static_cast<std::int64_t>(Values)...};
  static constexpr bool any_other = false;
};
template <>
struct selection_of<any_other> {
  static constexpr std::array<std::int64_t, 0> values{};
  static constexpr bool any_other = true;
};

template <class T, class Tag, bool Widest, class TagShape>
struct described_union {
  template <class Arm>
  static constexpr arm_descriptor arm() {
    using selection = selection_of<typename Arm::selection>;
    arm_descriptor made{.selection = selection::values, .any_other = selection::any_other};
    if constexpr (!Arm::empty) {
      made.name = Arm::name;
      made.member = &description<typename Arm::shape, typename Arm::type, T>::value;
    }
    return made;
  }
  template <class... Arm>
  static constexpr auto list(ndr::arms<Arm...>) {
    return std::array<arm_descriptor, sizeof...(Arm)>{arm<Arm>()...};
  }
  static constexpr std::int64_t low() {
    if constexpr (std::is_enum_v<Tag>)
      return described<plain, Tag, void>::bounds::low;
    else if constexpr (std::is_same_v<Tag, char>)
      return 0;
    else
      return std::numeric_limits<Tag>::min();
  }
  static constexpr std::int64_t high() {
    if constexpr (std::is_enum_v<Tag>)
      return described<plain, Tag, void>::bounds::high;
    else if constexpr (std::is_same_v<Tag, char>)
      return 255;
    else
      return std::numeric_limits<Tag>::max();
  }
  static constexpr auto arms = list(typename layout<T>::arms{});

  static constexpr union_descriptor make(descriptor base, correlated selector) {
    return {base,
            &description<TagShape, Tag, void>::value,
            [](const void* value) {
              Tag number;
              std::memcpy(&number, value, sizeof number);
              return checked(number);
            },
            low(),
            high(),
            Widest,
            arms,
            selector};
  }
};

template <auto Tag, class T, class Self>
  requires std::is_union_v<T>
struct described<switched<Tag>, T, Self> {
  static constexpr union_descriptor value =
      described_union<T, typename layout<T>::tag, has_ms_union<layout<T>>, plain>::make(
          base_of<codec<switched<Tag>, T>, T>(construct::switched), expression_of<Tag, Self>());
};

template <class T>
struct described_encapsulated {
  template <class Members>
  struct parts;
  template <class Tag, class Choice>
  struct parts<fields<Tag, Choice>> {
    using places = structure_steps<T>;
    static constexpr encapsulated_descriptor make() {
      std::size_t memory = 0;
      const step tag = places::template place<Tag>(memory);
      const step choice = places::template place<Choice>(memory);
      return {
          base_of<codec<plain, T>, T>(construct::encapsulated), tag, choice,
          described_union<typename Choice::type, typename Tag::type, false, typename Tag::shape>::
              make(base_of<codec<plain, T>, typename Choice::type>(construct::switched), {})};
    }
  };
  static const encapsulated_descriptor value;
};
template <class T>
constexpr encapsulated_descriptor described_encapsulated<T>::value =
    described_encapsulated<T>::template parts<typename layout<T>::members>::make();

template <class T>
  requires std::is_class_v<T> && encapsulated<layout<T>>
struct described<plain, T, void> : described_encapsulated<T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_UNIONS_H
