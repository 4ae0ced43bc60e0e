//===- Implementations.h - finds the implementations of operations --------===//
#ifndef RPCGEN_BODIES_IMPLEMENTATIONS_H
#define RPCGEN_BODIES_IMPLEMENTATIONS_H

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

/// All that the translation unit defines outside of system headers, in the
/// order of the source. Operations that stay local have none.
std::vector<Implementation> findImplementations(clang::ASTContext &Context,
                                                const Model &M);

} // namespace rpcgen

#endif // RPCGEN_BODIES_IMPLEMENTATIONS_H
