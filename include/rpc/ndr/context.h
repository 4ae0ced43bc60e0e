#ifndef RPC_NDR_CONTEXT_H
#define RPC_NDR_CONTEXT_H

#include <rpc/context.h>
#include <rpc/ndr/extent.h>
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

/// A context handle: 20 bytes that stand for a pointer of the server's, in both syntaxes (C706
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

  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, T*& value, const Self&) {
    wire_context handle;
    handle.attributes = r.template load<std::uint32_t>(at);
    std::array<std::uint8_t, 16> id;
    std::memcpy(id.data(), at + 4, id.size());
    handle.id = uuid::from_wire(id, r.swapped() == (std::endian::native == std::endian::big));
    if constexpr (Reader::tracing)
      r.leaf(at, 20, {}, [&] { return handle.null() ? "null" : handle.id.text(); });
    void* found = nullptr;  // a server's memory is new
    if constexpr (Reader::storage::keeps_existing)
      found = const_cast<std::remove_const_t<T>*>(value);
    if (auto* contexts = r.call().contexts; contexts != nullptr) {
      const status code = contexts->get(use, &value, handle, found);
      if (code != status::ok) r.fail(code, {});
    }
    value = static_cast<T*>(found);
  }
};

/// The context handles that a parameter of this shape and type is or leads to.
///
///   static constexpr bool known;                // whether there are any
///   static void each(const T&, const Self&, use);   // use(context_use, slot, value), if so
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
struct context_handles<fixed<N, Element>, T> {
  using one = context_handles<Element, std::remove_cvref_t<decltype(std::declval<T&>()[0])>>;
  static constexpr bool known = one::known;
  template <class Self, class Use>
  static void each(const T& value, const Self& self, Use&& use) {
    for (const auto& element : value) one::each(element, self, use);
  }
};
template <std::size_t N, auto Length, auto First, class Element, class T>
struct context_handles<varying<N, Length, First, Element>, T>
    : context_handles<fixed<N, Element>, T> {};
template <qualifying_shape Shape, class T>
struct context_handles<Shape, T> : context_handles<typename Shape::qualified, T> {};
template <name Type, context_trait... Traits, class T>
struct context_handles<context_handle<Type, Traits...>, T*> {
  static constexpr bool known = true;
  template <class Self, class Use>
  static void each(T* const& handle, const Self&, Use&& use) {
    use(codec<context_handle<Type, Traits...>, T*>::use, &handle,
        const_cast<std::remove_const_t<T>*>(handle));
  }
};
template <pointer_shape Shape, class T>
struct context_handles<Shape, T*> {
  using to = extent<typename Shape::pointee>;
  using one = context_handles<typename to::element, std::remove_const_t<T>>;
  static constexpr bool known = one::known;

  template <class Self, class Use>
  static void each(T* first, const Self& self, Use&& use) {
    if (first == nullptr) return;
    const checked count = to::of(self);
    for (std::int64_t i = 0; count.is_count() && i < count.value(); ++i)
      one::each(first[i], self, use);
  }
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
