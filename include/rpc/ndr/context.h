#ifndef RPC_NDR_CONTEXT_H
#define RPC_NDR_CONTEXT_H

#include <rpc/context.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/name.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/writer.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace rpc::ndr {

/// A context handle: 20 bytes that identify a pointer of the server's, in both syntaxes (C706
/// 14.2, MS-RPCE 2.2.5). The integers of the uuid are in the sender's byte order, as in any
/// structure.
template <name Type, context_trait... Traits, class T>
struct codec<context_handle<Type, Traits...>, T*> {
  static constexpr bool nullable = ((Traits == context_trait::nullable) || ...);
  static constexpr context_use use{
      .type = Type.text,
      .nullable = nullable,
      .shared = ((Traits == context_trait::shared) || ...),
      .any = nullable && std::is_void_v<T> && std::string_view(Type.text).empty()};

  template <class S>
  static constexpr form wire{.alignment = 4, .size = 20};
};

/// The shape of each of the objects that a pointer points to.
template <class Pointee>
struct element_of;
template <uncounted_shape Pointee>
struct element_of<Pointee> : std::type_identity<Pointee> {};
template <std::size_t N, class Element>
struct element_of<fixed<N, Element>> : std::type_identity<Element> {};
template <std::size_t N>
struct element_of<fixed_string<N>> : std::type_identity<plain> {};
template <auto Size, class Element>
struct element_of<conformant<Size, Element>> : std::type_identity<Element> {};
template <auto Size>
struct element_of<sized_string<Size>> : std::type_identity<plain> {};
template <std::size_t N, auto Length, auto First, class Element>
struct element_of<varying<N, Length, First, Element>> : std::type_identity<Element> {};
template <auto Size, auto Length, auto First, class Element>
struct element_of<conformant_varying<Size, Length, First, Element>> : std::type_identity<Element> {
};
template <qualifying_shape Pointee>
struct element_of<Pointee> : element_of<typename Pointee::qualified> {};

/// Whether a parameter of this shape and type is, holds or points to context handles.
template <class Shape, class T>
struct context_handles;
template <uncounted_shape Shape, class T>
  requires(!pointer_shape<Shape>)
struct context_handles<Shape, T> {
  static constexpr bool known = false;
};
template <auto Size, class Element, class T>
struct context_handles<conformant<Size, Element>, std::span<T>>
    : context_handles<counted<Element>, std::span<T>> {};
template <std::size_t N, class Element, class T>
struct context_handles<fixed<N, Element>, T>
    : context_handles<Element, std::remove_cvref_t<decltype(std::declval<T&>()[0])>> {};
template <std::size_t N, auto Length, auto First, class Element, class T>
struct context_handles<varying<N, Length, First, Element>, T>
    : context_handles<fixed<N, Element>, T> {};
template <qualifying_shape Shape, class T>
struct context_handles<Shape, T> : context_handles<typename Shape::qualified, T> {};
template <name Type, context_trait... Traits, class T>
struct context_handles<context_handle<Type, Traits...>, T*> {
  static constexpr bool known = true;
};
template <pointer_shape Shape, class T>
struct context_handles<Shape, T*>
    : context_handles<typename element_of<typename Shape::pointee>::type, std::remove_const_t<T>> {
};
template <pointer_shape Shape, class T>
  requires std::is_class_v<T>
struct context_handles<Shape, T> : context_handles<plain, T> {};
template <class Pointee, class T>
struct context_handles<reseatable<Pointee>, T**> : context_handles<ref<ref<Pointee>>, T**> {};

template <class P>
using contexts_of = context_handles<typename P::shape, typename P::type>;

}  // namespace rpc::ndr

#endif  // RPC_NDR_CONTEXT_H
