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
#include <string_view>
#include <type_traits>

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

  template <class Writer, class Self>
  static void store(Writer& w, std::byte* at, T* const& value, const Self&) {
    wire_context handle;
    if (w.call().contexts != nullptr) {
      const status code = w.call().contexts->put(use, &value, value, handle);
      if (code != status::ok) w.fail(code, {});
    } else if (value != nullptr) {
      w.fail(status::fault_context_mismatch, {});
    }
    store_little(at, handle.attributes);
    const auto id = handle.id.to_wire();
    std::memcpy(at + 4, id.data(), id.size());
  }

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

/// Whether a parameter of this shape and type is a context handle or leads to one, and to which.
template <class Shape, class T>
struct context_parameter {
  static constexpr bool known = false;
};
template <name Type, context_trait... Traits, class T>
struct context_parameter<context_handle<Type, Traits...>, T*> {
  static constexpr bool known = true;
  static constexpr context_use use = codec<context_handle<Type, Traits...>, T*>::use;
  static const void* slot(T* const& handle) { return &handle; }
  static void* value(T* const& handle) { return const_cast<std::remove_const_t<T>*>(handle); }
};
template <class Pointee, class T>
struct context_parameter<ref<Pointee>, T*> : context_parameter<Pointee, T> {
  static const void* slot(T* to) { return to; }
  static void* value(T* to) { return context_parameter<Pointee, T>::value(*to); }
};

template <class P>
using context_of = context_parameter<typename P::shape, typename P::type>;

}  // namespace rpc::ndr

#endif  // RPC_NDR_CONTEXT_H
