#ifndef RPC_NDR_POINTER_H
#define RPC_NDR_POINTER_H

#include <rpc/ndr/form.h>
#include <rpc/ndr/shape.h>

namespace rpc::ndr {

/// Pointers of both classes: a referent id where they stand, the referent later (C706 14.3.12).
template <class T>
struct pointer {
  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::referent),
                             .size = sizeof(typename S::referent),
                             .in_place = sizeof(typename S::referent) == sizeof(T*)};
};

/// [ignore]: the slot of a pointer, zero and without meaning. The server's pointer is null, the
/// client's stays what it is.
template <class T>
struct codec<ignored, T*> {
  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::referent),
                             .size = sizeof(typename S::referent)};
};

template <class Pointee, class T>
struct codec<ref<Pointee>, T*> : pointer<T> {};
template <class Pointee, class T>
struct codec<unique<Pointee>, T*> : pointer<T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_POINTER_H
