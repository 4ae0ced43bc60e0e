#ifndef RPC_NDR_SHARED_POINTER_H
#define RPC_NDR_SHARED_POINTER_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/dismantle.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/text.h>
#include <rpc/ndr/writer.h>

#include <cstddef>
#include <memory>

namespace rpc::ndr {

/// std::shared_ptr: [ptr], whose objects have one owner in all pointers to them. Plain pointers,
/// which own nothing, point to others.
template <class Pointee, class T>
struct codec<full<Pointee>, std::shared_ptr<T>> {
  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::referent),
                             .size = sizeof(typename S::referent)};
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_SHARED_POINTER_H
