#ifndef NDR_ROWS_H
#define NDR_ROWS_H

#include <rpc/ndr/descriptor.h>

#include <cstddef>
#include <span>
#include <type_traits>

#include "descriptors.h"

namespace rpc::ndr {

// Most arrays hold structures of fixed form that point to numbers and characters only: rows, which
// have columns. They are written and read in two passes, without the list of work: first the rows,
// then what they point to, row by row. That code does what is usual; where anything is not, it
// leaves the rows, or a pointee, to the rest of the engine, which does the same and says what is
// wrong.

/// Those of what may be a structure; none: it is no row.
inline std::span<const column> columns_in(const descriptor& d) {
  if (d.kind != construct::structure) return {};
  return as<structure_descriptor>(d).columns;
}

template <column_kind K>
using kind_constant = std::integral_constant<column_kind, K>;

/// Calls `use` with the kind as a constant.
template <class Use>
[[gnu::always_inline]] inline decltype(auto) with_kind(column_kind kind, Use use) {
  switch (kind) {
    case column_kind::string: return use(kind_constant<column_kind::string>());
    case column_kind::array: return use(kind_constant<column_kind::array>());
    case column_kind::sequence: return use(kind_constant<column_kind::sequence>());
    case column_kind::text: return use(kind_constant<column_kind::text>());
  }
  __builtin_unreachable();
}

/// How many are written or read step by step: few enough to stay in the cache.
inline constexpr std::size_t rows_at_once = 64;

/// In place of what a pointer points to: all that the rows of an array point to.
inline constexpr referent_descriptor pointees_of_rows{.kind = referent_kind::array,
                                                      .element = nullptr};

}  // namespace rpc::ndr

#endif  // NDR_ROWS_H
