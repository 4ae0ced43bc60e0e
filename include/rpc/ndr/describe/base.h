#ifndef RPC_NDR_DESCRIBE_BASE_H
#define RPC_NDR_DESCRIBE_BASE_H

#include <rpc/ndr/bounded.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/shape.h>

#include <cstddef>
#include <type_traits>

/// Makes descriptors of shapes and layouts. Every shape has a case and there is none for all
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
constexpr expression expression_of() {
  if constexpr (std::is_null_pointer_v<decltype(Expression)>) {
    return nullptr;
  } else {
    return &evaluate<Expression, Self>;
  }
}

/// What all descriptors of a shape and type have.
template <class Codec, class T>
constexpr descriptor base_of(construct kind) {
  std::size_t size = 0;
  if constexpr (!std::is_unbounded_array_v<T>) size = sizeof(T);
  return {kind, {Codec::template wire<ndr20>, Codec::template wire<ndr64>}, size};
}

/// An element of an array, which [ref] pointers travel differently as.
template <class Shape, class T, class Self>
struct described_element : described<Shape, T, Self> {};
template <class Shape, class T, class Self>
using element_description = described_element<Shape, T, self_of<Shape, Self>>;

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_BASE_H
