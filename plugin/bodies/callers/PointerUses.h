//===- PointerUses.h - what clients do with local pointers ----------------===//
#ifndef RPCGEN_BODIES_CALLERS_POINTERUSES_H
#define RPCGEN_BODIES_CALLERS_POINTERUSES_H

#include "bodies/UserCode.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/MapVector.h"

namespace rpcgen {

struct PointerUse {
  enum class Kind {
    Looks,    ///< compares or sends it
    Follows,  ///< reads or writes what it leads to
    Sets,     ///< to the result of the call By, or to Value
    Receives, ///< has the call By put the address of new memory into it
    Fills,    ///< likewise, if it was null
    LetsGo,   ///< gives what it leads to to code that is not seen
    Shares    ///< gives that the variable itself
  };
  Kind K;
  const clang::Stmt *At; ///< an element of the control flow graph
  const CallSite *By = nullptr;
  const clang::Expr *Value = nullptr;
};

/// Of the local variables of the caller that are pointers, in the order of the
/// source.
using PointerUses =
    llvm::MapVector<const clang::VarDecl *, std::vector<PointerUse>>;
PointerUses usesOfPointers(const Caller &In);

/// The variable that the argument is, or has the address of; null if it is
/// anything else.
const clang::DeclRefExpr *variableIn(const clang::Expr *Argument);

} // namespace rpcgen

#endif // RPCGEN_BODIES_CALLERS_POINTERUSES_H
