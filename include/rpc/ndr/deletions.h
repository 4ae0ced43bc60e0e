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

/// [reflect_deletions]: behind all results, how many objects the implementation has released and
/// their referent ids, as DCE 1.1 sends them; in NDR64 with its counts and ids. The client releases
/// its own objects of these ids when the call has succeeded.
template <>
struct codec<deletions, object_table> {
  template <class S>
  static constexpr form wire{
      .alignment = sizeof(typename S::count), .size = sizeof(typename S::count), .fixed = false};

  template <class Reader, class Self>
  static void get(Reader& r, object_table& table, const Self&) {
    using id_type = typename Reader::referent_type;
    std::vector<std::uint64_t> ids;
    const std::size_t count = r.elements(r.take_count("count"), sizeof(id_type));
    for (std::size_t i = 0; i < count; ++i) {
      const std::byte* const at = r.take(sizeof(id_type), sizeof(id_type));
      if (at == nullptr) return;
      ids.push_back(r.template load<id_type>(at));
      if constexpr (Reader::tracing)
        r.leaf(at, sizeof(id_type), "referent", [&] { return text_of_referent(ids.back()); });
    }
    if constexpr (Reader::storage::keeps_existing) {
      if (auto objects = table.sent(ids)) return r.release_later(std::move(*objects));
      r.fail(status::bad_stub_data,
             {"an object is said to be released that was not sent, or that results point to"});
    }
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DELETIONS_H
