//===- Conditions.h - tests of pointers -----------------------------------===//
#ifndef RPCGEN_BODIES_FLOW_CONDITIONS_H
#define RPCGEN_BODIES_FLOW_CONDITIONS_H

#include "clang/AST/Expr.h"

#include <vector>

namespace rpcgen {

struct PointerTest {
  const clang::Expr *Pointer; ///< stripped of casts
  bool NotNull;
};

/// What p, !p, p == nullptr and p != nullptr say of pointers, and && and || of
/// those, when the condition has turned out so.
std::vector<PointerTest> testsOfPointers(const clang::Expr *Condition,
                                         bool Holds);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_CONDITIONS_H
