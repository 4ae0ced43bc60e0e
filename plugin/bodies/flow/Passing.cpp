//===- Passing.cpp --------------------------------------------------------===//

#include "bodies/flow/Passing.h"

using namespace clang;

namespace rpcgen {

const Expr *passedOn(const Expr *E) {
  if (const Expr *Inner = E->IgnoreParens(); Inner != E)
    return Inner;
  if (const auto *F = dyn_cast<FullExpr>(E))
    return F->getSubExpr();
  if (const auto *T = dyn_cast<MaterializeTemporaryExpr>(E))
    return T->getSubExpr();
  if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(E))
    return B->getSubExpr();
  if (const auto *O = dyn_cast<OpaqueValueExpr>(E))
    return O->getSourceExpr();
  if (const auto *D = dyn_cast<CXXDefaultArgExpr>(E))
    return D->getExpr();
  if (const auto *D = dyn_cast<CXXDefaultInitExpr>(E))
    return D->getExpr();
  if (const auto *R = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return R->getSemanticForm();
  if (const auto *L = dyn_cast<InitListExpr>(E))
    return L->getNumInits() == 1 && !L->getType()->isRecordType()
               ? L->getInit(0)
               : nullptr;
  return nullptr;
}

const Expr *stripped(const Expr *E) {
  while (true) {
    const auto *Cast = dyn_cast<CastExpr>(E);
    const Expr *Inner = Cast ? Cast->getSubExpr() : passedOn(E);
    if (!Inner)
      return E;
    E = Inner;
  }
}

const VarDecl *variableOf(const Expr *E) {
  const auto *Mention = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Mention ? dyn_cast<VarDecl>(Mention->getDecl()) : nullptr;
}

} // namespace rpcgen
