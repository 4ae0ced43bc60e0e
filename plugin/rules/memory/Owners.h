//===- Owners.h - objects with a destructor, and views without ----------===//
#ifndef RPCGEN_RULES_MEMORY_OWNERS_H
#define RPCGEN_RULES_MEMORY_OWNERS_H

#include "rules/Rule.h"

namespace rpcgen {

/// What an array consists of.
inline const Type &elementOf(const Type &T) {
  return T.K == Type::Kind::Array ? elementOf(T.element()) : T;
}

} // namespace rpcgen

#endif // RPCGEN_RULES_MEMORY_OWNERS_H
