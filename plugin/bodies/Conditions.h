//===- Conditions.h - tests of pointers -----------------------------------===//
#ifndef RPCGEN_BODIES_CONDITIONS_H
#define RPCGEN_BODIES_CONDITIONS_H

#include "clang/AST/Expr.h"

namespace rpcgen {

/// The pointer that is tested by p, !p, p == nullptr or p != nullptr; null for
/// all other conditions. From whether the condition holds, Holds becomes
/// whether the pointer is not null then.
const clang::Expr *testedPointer(const clang::Expr *Condition, bool &Holds);

} // namespace rpcgen

#endif // RPCGEN_BODIES_CONDITIONS_H
