//===- UserCode.h - what is not in system headers -------------------------===//
#ifndef RPCGEN_BODIES_USERCODE_H
#define RPCGEN_BODIES_USERCODE_H

#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

namespace rpcgen {

/// Has a RecursiveASTVisitor see all that stands outside of system headers, in
/// the order of the source.
template <class Visitor>
void visitUserCode(const clang::ASTContext &Context, Visitor &V) {
  const clang::SourceManager &Sources = Context.getSourceManager();
  for (clang::Decl *D : Context.getTranslationUnitDecl()->decls())
    if (!Sources.isInSystemHeader(D->getLocation()))
      V.TraverseDecl(D);
}

} // namespace rpcgen

#endif // RPCGEN_BODIES_USERCODE_H
