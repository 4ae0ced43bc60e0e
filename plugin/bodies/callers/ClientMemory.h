//===- ClientMemory.h - what clients lose of the memory of results --------===//
#ifndef RPCGEN_BODIES_CALLERS_CLIENTMEMORY_H
#define RPCGEN_BODIES_CALLERS_CLIENTMEMORY_H

#include "bodies/UserCode.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

namespace rpcgen {

/// New memory that only a local variable leads to, and then nothing does.
struct Loss {
  const clang::VarDecl *Variable;
  const CallSite *From; ///< whose memory it is
  /// What gives the variable another value; null if it only ends.
  const clang::Stmt *By = nullptr;
  const CallSite *Into = nullptr; ///< the call that does, if it is one
};

/// Those that happen in every case.
std::vector<Loss> findLosses(const Caller &In);

} // namespace rpcgen

#endif // RPCGEN_BODIES_CALLERS_CLIENTMEMORY_H
