//===- Enumerations.h - enumerations of system headers --------------------===//
#ifndef RPCGEN_RULES_ENUMERATIONS_ENUMERATIONS_H
#define RPCGEN_RULES_ENUMERATIONS_ENUMERATIONS_H

#include "rules/Rule.h"

namespace rpcgen {

/// The enumeration of a system header that a type is, which is reported where a
/// declaration of the user's has it; else null.
inline const Enumeration *asForeign(const Model &M, const Type &T) {
  return T.K == Type::Kind::Enumeration && M.Enumerations[T.Definition].Foreign
             ? &M.Enumerations[T.Definition]
             : nullptr;
}

/// Failures are exceptions.
inline std::string insteadOf(const Enumeration &E) {
  return E.Spelling == "::rpc::status"
             ? "throw an rpc::error, or use 'std::uint32_t'"
             : "use an integer, or an enumeration of your own";
}

} // namespace rpcgen

#endif // RPCGEN_RULES_ENUMERATIONS_ENUMERATIONS_H
