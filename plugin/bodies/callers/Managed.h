//===- Managed.h - memory that goes with a scope --------------------------===//
#ifndef RPCGEN_BODIES_CALLERS_MANAGED_H
#define RPCGEN_BODIES_CALLERS_MANAGED_H

#include "clang/AST/Decl.h"

namespace rpcgen {

/// Whether something else than its pointers looks after the memory that calls
/// in the function allocate.
bool isManaged(const clang::FunctionDecl *F);

} // namespace rpcgen

#endif // RPCGEN_BODIES_CALLERS_MANAGED_H
