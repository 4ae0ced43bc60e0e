#ifndef RPC_NDR_FULL_H
#define RPC_NDR_FULL_H

#include <rpc/ndr/objects.h>
#include <rpc/ndr/pointer.h>

#include <cstddef>
#include <type_traits>

namespace rpc::ndr {

/// [ptr]: the first pointer to an object brings it, all others bring its id alone (C706 14.3.10).
/// So aliases and cycles are on the other side what they are on this one.
template <class Pointee, class T>
struct codec<full<Pointee>, T*> {
  template <class S>
  static constexpr form wire = codec<unique<Pointee>, T*>::template wire<S>;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_FULL_H
