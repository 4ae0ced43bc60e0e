//===- Allocations.h - allocate and force_allocate ----------------------===//
#ifndef RPCGEN_RULES_MEMORY_ALLOCATIONS_H
#define RPCGEN_RULES_MEMORY_ALLOCATIONS_H

#include "rules/Rule.h"

#include <algorithm>

namespace rpcgen {

inline bool says(const Attribute *A, const char *Word) {
  return A && std::ranges::count(A->Words, Word);
}

} // namespace rpcgen

#endif // RPCGEN_RULES_MEMORY_ALLOCATIONS_H
