//===- Layout.h - where members are in an octet stream --------------------===//
#ifndef RPCGEN_WIRE_LAYOUT_H
#define RPCGEN_WIRE_LAYOUT_H

#include "wire/Forms.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace rpcgen::wire {

/// What an object takes in the octet stream of a message, without what its
/// pointers point to, which comes later.
struct Extent {
  std::size_t Alignment = 1;
  std::optional<std::size_t> Size; ///< nothing if values decide it
};

Extent extentOf(const Forms &All, const Construct &C, Syntax S);

struct Layout {
  /// Of the members, from the first one; nothing after a member without a size.
  std::vector<std::optional<std::size_t>> Offsets;
  Extent Whole;
};

/// Of a structure. The number of elements of a conformant array that ends it
/// comes before all members.
Layout layoutOf(const Forms &All, const Structure &Of, Syntax S);

} // namespace rpcgen::wire

#endif // RPCGEN_WIRE_LAYOUT_H
