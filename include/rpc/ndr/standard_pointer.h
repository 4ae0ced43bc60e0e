#ifndef RPC_NDR_STANDARD_POINTER_H
#define RPC_NDR_STANDARD_POINTER_H

#include <rpc/ndr/dismantle.h>
#include <rpc/ndr/pointer_like.h>
#include <rpc/ndr/reader.h>

#include <memory>
#include <optional>

namespace rpc::ndr {

/// std::optional: [unique] to what it holds.
template <class T>
struct pointer_like<std::optional<T>> {
  using object = T;
  static const T* look(const std::optional<T>& value) { return value ? &*value : nullptr; }
  static T* make(reader&, std::optional<T>& value) {
    clear(value);
    return &value.emplace();
  }
  static void clear(std::optional<T>& value) {
    detail::dismantle(value);
    // In new memory lies no object yet if it needs no destructor: reset() would look at it.
    value = std::optional<T>();
  }
};

/// std::unique_ptr: [unique].
template <class T>
struct pointer_like<std::unique_ptr<T>> {
  using object = T;
  static const T* look(const std::unique_ptr<T>& value) { return value.get(); }
  static T* make(reader& r, std::unique_ptr<T>& value) {
    if (!r.charge(sizeof(T))) return nullptr;
    clear(value);
    value = std::make_unique<T>();
    return value.get();
  }
  static void clear(std::unique_ptr<T>& value) {
    detail::dismantle(value);
    value.reset();
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STANDARD_POINTER_H
