#ifndef RPC_NDR_DESCRIBE_BASE_H
#define RPC_NDR_DESCRIBE_BASE_H

#include <rpc/ndr/bounded.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/storage.h>

#include <cstddef>
#include <type_traits>

/// Makes descriptors of shapes and layouts. Every shape has a case, and no case is for all
/// others: a shape that is not known does not compile. A descriptor refers to others by address
/// alone, since structures may point to themselves.
namespace rpc::ndr {

/// The descriptor of a shape and type, `described<...>::value`. Expressions are over members of
/// Self.
template <class Shape, class T, class Self>
struct described;

/// Shapes without expressions have one descriptor, wherever they are.
template <class Shape, class Self>
using self_of = std::conditional_t<expressions<Shape>::any, Self, void>;
template <class Shape, class T, class Self>
using description = described<Shape, T, self_of<Shape, Self>>;

template <auto Expression, class Self>
constexpr correlated expression_of() {
  if constexpr (std::is_null_pointer_v<decltype(Expression)>) {
    return {};
  } else {
    return {{&evaluate<Expression, Self>}, due_of<Expression, Self>()};
  }
}

/// What a number is, for texts.
template <class T>
constexpr number_kind number_of() {
  if constexpr (std::is_same_v<T, std::byte>) return number_kind::octet;
  if constexpr (std::is_same_v<T, char> || std::is_same_v<T, char16_t>)
    return number_kind::character;
  if constexpr (std::is_floating_point_v<T>) return number_kind::floating;
  if constexpr (!std::is_integral_v<T>) return number_kind::none;
  return std::is_signed_v<T> ? number_kind::with_sign : number_kind::without_sign;
}

/// Constructs objects that own memory in that of an arena.
template <class T>
void* make_in(arena& owner, void* memory, std::size_t count) {
  return construct_in<T>(owner, memory, count);
}
template <class T>
constexpr constructor constructor_of() {
  if constexpr (std::is_unbounded_array_v<T> || std::is_trivially_destructible_v<T>) {
    return nullptr;
  } else {
    return &make_in<T>;
  }
}

/// What all descriptors of a shape and type have.
template <class Codec, class T>
constexpr descriptor base_of(construct kind) {
  descriptor made{.kind = kind,
                  .number = number_of<T>(),
                  .wire = {Codec::template wire<ndr20>, Codec::template wire<ndr64>},
                  .alignment = alignof(std::remove_all_extents_t<T>)};
  if constexpr (!std::is_unbounded_array_v<T>) {
    made.size = sizeof(T);
  }
  return made;
}

/// An element of an array, which [ref] pointers travel differently as.
template <class Shape, class T, class Self>
struct described_element : described<Shape, T, Self> {};
template <class Shape, class T, class Self>
using element_description = described_element<Shape, T, self_of<Shape, Self>>;

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_BASE_H
