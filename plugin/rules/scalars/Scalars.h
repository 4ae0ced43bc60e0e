//===- Scalars.h - scalar types without a wire form ---------------------===//
#ifndef RPCGEN_RULES_SCALARS_SCALARS_H
#define RPCGEN_RULES_SCALARS_SCALARS_H

#include "rules/Rule.h"

namespace rpcgen {

/// "std::int" or "std::uint", for the width to follow.
inline std::string fixedInteger(const Type &T) {
  return T.Signed ? "std::int" : "std::uint";
}

} // namespace rpcgen

#endif // RPCGEN_RULES_SCALARS_SCALARS_H
