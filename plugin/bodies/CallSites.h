//===- CallSites.h - finds the calls that clients make --------------------===//
#ifndef RPCGEN_BODIES_CALLSITES_H
#define RPCGEN_BODIES_CALLSITES_H

#include "model/Interface.h"

#include <vector>

namespace clang {
class ASTContext;
class CXXMemberCallExpr;
class DeclRefExpr;
} // namespace clang

namespace rpcgen {

/// A call of an operation through the generated client.
struct CallSite {
  const Operation *Of;
  const clang::CXXMemberCallExpr *Call;
  bool Dropped = false; ///< nothing is done with the result
  /// Mentions of local variables that had no value yet: none is given to them
  /// where they are declared, and nothing has mentioned them before.
  std::vector<const clang::DeclRefExpr *> Unset;
};

/// All outside of system headers, in the order of the source.
std::vector<CallSite> findCallSites(clang::ASTContext &Context, const Model &M);

} // namespace rpcgen

#endif // RPCGEN_BODIES_CALLSITES_H
