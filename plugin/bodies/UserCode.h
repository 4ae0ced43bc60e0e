//===- UserCode.h - the code that serves and calls operations -------------===//
#ifndef RPCGEN_BODIES_USERCODE_H
#define RPCGEN_BODIES_USERCODE_H

#include "model/Interface.h"

#include <vector>

namespace clang {
class ASTContext;
class CXXMemberCallExpr;
class DeclRefExpr;
class FunctionDecl;
} // namespace clang

namespace rpcgen {

struct Implementation {
  const Operation *Of;
  const clang::FunctionDecl *Definition; ///< with its body
};

/// A call of an operation through the generated client.
struct CallSite {
  const Operation *Of;
  const clang::CXXMemberCallExpr *Call;
  bool Dropped = false; ///< nothing is done with the result
  /// Mentions of local variables that had no value yet: none is given to them
  /// where they are declared, and nothing has mentioned them before.
  std::vector<const clang::DeclRefExpr *> Unset;
};

/// A function, or the body of a lambda, and the calls in it.
struct Caller {
  const clang::FunctionDecl *F; ///< null outside of functions
  std::vector<CallSite> Calls;
};

struct UserCode {
  std::vector<Implementation> Implementations;
  std::vector<Caller> Callers;
};

/// All that the translation unit defines outside of system headers, in the
/// order of the source. Operations that stay local have none.
UserCode findUserCode(clang::ASTContext &Context, const Model &M);

} // namespace rpcgen

#endif // RPCGEN_BODIES_USERCODE_H
