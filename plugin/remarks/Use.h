//===- Use.h - what a server does with the memory of a parameter ----------===//
//
// What a server reads is used where it was received if it lies there as in
// memory, and is allocated otherwise (server-stub-memory, "Unmarshaling Inbound
// Data"). The runtime decides that object by object; so does this, for all that
// is reachable from a parameter.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_REMARKS_USE_H
#define RPCGEN_REMARKS_USE_H

#include "wire/Memory.h"

#include <optional>
#include <string>

namespace rpcgen {

struct Use {
  enum class Kind {
    NoMemory,       ///< it points to none
    Reuses,         ///< all that it points to stays in the received message
    Allocates,      ///< nothing does
    AllocatesInPart ///< some does
  };
  Kind K = Kind::NoMemory;
  /// Unless it Reuses: the first that decides, next to the parameter first.
  wire::Reason Why;
  /// An array at the end of a structure that may be too short for the memory
  /// of the structure to lie in the message; then there is memory allocated.
  struct ShortEnd {
    std::string Path;
    std::size_t Least = 0; ///< elements, for which it is not
    friend bool operator==(const ShortEnd &, const ShortEnd &) = default;
  };
  std::optional<ShortEnd> Unless;
};

/// Of one parameter of a resolved operation without errors, for requests in one
/// syntax from senders of the server's byte order. From others, all that there
/// is to allocate is.
Use useOf(const wire::Forms &All, const Operation &O, const Parameter &P,
          wire::Syntax S);

} // namespace rpcgen

#endif // RPCGEN_REMARKS_USE_H
