#ifndef RPC_NDR_ALLOCATED_H
#define RPC_NDR_ALLOCATED_H

#include <rpc/ndr/bounded.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/slot.h>

namespace rpc::ndr {

/// The pointee of a pointer with [force_allocate] or [allocate] travels as without, but a server's
/// reader does not leave it in the message (server-stub-memory, "Memory Allocation for Inbound
/// Data"), and a client's puts all nodes of results into one block (allocation-rules, table 2).
template <allocation How, class Pointee, class T>
  requires stands_in_place<Pointee, T>
struct codec<allocated<How, Pointee>, T> : codec<Pointee, T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_ALLOCATED_H
