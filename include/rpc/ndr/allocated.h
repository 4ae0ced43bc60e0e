#ifndef RPC_NDR_ALLOCATED_H
#define RPC_NDR_ALLOCATED_H

#include <rpc/ndr/bounded.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/slot.h>

namespace rpc::ndr {

/// What a pointer with [force_allocate] or [allocate] leads to travels as without, but a server's
/// reader does not leave it in the message (server-stub-memory, "Memory Allocation for Inbound
/// Data"), and a client's puts all nodes of results into one block (allocation-rules, table 2).
template <allocation How, class Pointee, class T>
struct referent<allocated<How, Pointee>, T> : referent<Pointee, T> {
  template <class Reader, class Self>
  static void get(Reader& r, slot<T> into, const Self& self, room_of<Reader> old) {
    r.allocate_as(How, old, [&] { referent<Pointee, T>::get(r, into, self, old); });
  }
};

template <allocation How, class Pointee, class T>
  requires stands_in_place<Pointee, T>
struct codec<allocated<How, Pointee>, T> : codec<Pointee, T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_ALLOCATED_H
