#ifndef RPC_NDR_DESCRIBE_ROWS_H
#define RPC_NDR_DESCRIBE_ROWS_H

#include <rpc/ndr/describe/base.h>
#include <rpc/ndr/describe/nodes.h>
#include <rpc/ndr/describe/pointers.h>
#include <rpc/ndr/describe/steps.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/pointer_like.h>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

/// The columns of structures that point to numbers and characters only (descriptor.h).
namespace rpc::ndr {

/// A member of type M that points to such; this one does not.
template <class Shape, class M, class Self>
struct described_column {
  static constexpr bool exists = false;
};

template <class E>
constexpr column elements_of(column_kind kind) {
  return {.kind = kind,
          .width = sizeof(E),
          .alignment = codec<plain, E>::template wire<ndr20>.alignment,
          .memory_alignment = alignof(E)};
}

template <class Shape, class E, class Self>
  requires std::same_as<typename Shape::pointee, string> && std::is_scalar_v<E>
struct described_column<Shape, E*, Self> {
  static constexpr bool exists = true;
  static constexpr column make() {
    column made = elements_of<std::remove_const_t<E>>(column_kind::string);
    made.to = &referent_description<string, E, Self>::value;
    return made;
  }
};
template <class Shape, class E, class Self>
  requires(node_pointee<typename Shape::pointee, std::remove_const_t<E>, Self>::kind ==
           pointee_kind::array)
struct described_column<Shape, E*, Self> {
  static constexpr bool exists = true;
  static constexpr column make() {
    column made = elements_of<std::remove_const_t<E>>(column_kind::array);
    made.to = &referent_description<typename Shape::pointee, E, Self>::value;
    return made;
  }
};

/// A class in place of a pointer that holds itself: a sequence or a text.
template <class H>
concept holds_itself = std::same_as<typename pointer_like<H>::object, H>;

template <class Shape, holds_itself H, class Self>
  requires std::same_as<typename Shape::pointee, counted<>> && arithmetic<typename H::value_type> &&
           (!std::same_as<typename H::value_type, bool>)
struct described_column<Shape, H, Self> {
  static constexpr bool exists = true;
  static constexpr column make() {
    column made = elements_of<typename H::value_type>(column_kind::sequence);
    made.to = &description<Shape, H, Self>::to;
    made.sequence = &description<counted<>, H, Self>::value;
    return made;
  }
};
template <class Shape, holds_itself H, class Self>
  requires std::same_as<typename Shape::pointee, string>
struct described_column<Shape, H, Self> {
  static constexpr bool exists = true;
  static constexpr column make() {
    column made = elements_of<typename H::value_type>(column_kind::text);
    made.to = &description<Shape, H, Self>::to;
    made.text = &description<string, H, Self>::value;
    return made;
  }
};

template <class T>
struct structure_columns {
  template <class Field>
  static constexpr bool is_column = [] {
    using type = typename Field::type;
    if constexpr (pointer_shape<typename Field::shape>)
      return (!std::is_pointer_v<type> || structure_steps<T>::template plain_pointer<Field>) &&
             described_column<typename Field::shape, type, T>::exists;
    return false;
  }();

  template <class Field, std::size_t I>
  static constexpr void add(auto& list) {
    if constexpr (is_column<Field>) {
      column made = described_column<typename Field::shape, typename Field::type, T>::make();
      made.name = Field::name;
      made.memory = members_of<T, ndr20>[I].memory;
      made.wire[0] = members_of<T, ndr20>[I].wire;
      made.wire[1] = members_of<T, ndr64>[I].wire;
      if constexpr (std::is_pointer_v<typename Field::type>)
        made.required = description<typename Field::shape, typename Field::type, T>::of_class ==
                        pointer_kind::ref;
      list.columns[list.count++] = made;
    }
  }

  // Whether all that is not copied is a column.
  template <class S>
  static constexpr bool complete(std::size_t columns) {
    std::size_t others = 0;
    for (const step& s : steps_of<T, S>.steps)
      if (s.what == action::pointer || s.member != nullptr) ++others;
    return others == columns;
  }

  template <std::size_t Most>
  struct column_list {
    std::array<column, Most> columns{};
    std::size_t count = 0;
  };
  template <class... F, std::size_t... I>
  static constexpr auto list(fields<F...>, std::index_sequence<I...>) {
    // Not as a fold, whose depth compilers limit.
    constexpr std::array<bool, sizeof...(F)> columns{is_column<F>...};
    constexpr auto most =
        static_cast<std::size_t>(std::count(columns.begin(), columns.end(), true));
    column_list<most> found;
    if constexpr (most != 0 && structure_steps<T>::lies_naturally &&
                  codec<plain, T>::template wire<ndr20>.fixed &&
                  codec<plain, T>::template wire<ndr64>.fixed) {
      if (!complete<ndr20>(most) || !complete<ndr64>(most)) return found;
      (void)detail::in_turn{0, (add<F, I>(found), 0)...};
    }
    return found;
  }
  template <class... F>
  static constexpr auto list(fields<F...> all) {
    return list(all, std::index_sequence_for<F...>());
  }
};

template <class T>
inline constexpr auto columns_of = structure_columns<T>::list(typename layout<T>::members{});

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_ROWS_H
