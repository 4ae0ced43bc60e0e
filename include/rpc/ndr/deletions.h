#ifndef RPC_NDR_DELETIONS_H
#define RPC_NDR_DELETIONS_H

#include <rpc/ndr/form.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/text.h>
#include <rpc/ndr/writer.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace rpc::ndr {

/// [reflect_deletions]: after all results, how many objects the implementation has released and
/// their referent ids, as DCE 1.1 sends them; in NDR64 with its counts and ids. The client releases
/// its own objects of these ids when the call has succeeded.
template <>
struct codec<deletions, object_table> {
  template <class S>
  static constexpr form wire{
      .alignment = sizeof(typename S::count), .size = sizeof(typename S::count), .fixed = false};
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DELETIONS_H
