//===- UserCode.h - the code that serves and calls operations -------------===//
#ifndef RPCGEN_BODIES_USERCODE_H
#define RPCGEN_BODIES_USERCODE_H

#include "bodies/flow/ClientCalls.h"
#include "model/Interface.h"

#include <vector>

namespace clang {
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace rpcgen {

struct Implementation {
  const Operation *Of;
  const clang::FunctionDecl *Definition; ///< with its body
};

struct UserCode {
  std::vector<Implementation> Implementations;
  /// Functions, and bodies of lambdas, that call operations, or call such
  /// functions.
  std::vector<const clang::FunctionDecl *> Callers;
  ClientCalls Calls;
};

/// All that the translation unit defines outside of system headers, in the
/// order of the source. Operations that stay local have none.
UserCode findUserCode(clang::ASTContext &Context, const Model &M);

} // namespace rpcgen

#endif // RPCGEN_BODIES_USERCODE_H
