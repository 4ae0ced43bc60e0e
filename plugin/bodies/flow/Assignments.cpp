//===- Assignments.cpp ----------------------------------------------------===//

#include "bodies/flow/Assignments.h"
#include "bodies/flow/Passing.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

#include <set>

using namespace clang;

namespace rpcgen {
namespace {

/// The variable that the callee may change through this argument; or null.
const VarDecl *changedBy(const Expr *Argument) {
  if (const auto *Address = dyn_cast<UnaryOperator>(Argument);
      Address && Address->getOpcode() == UO_AddrOf)
    Argument = Address->getSubExpr();
  else if (!Argument->isGLValue())
    return nullptr;
  return Argument->getType().isConstQualified() ? nullptr
                                                : variableOf(Argument);
}

} // namespace

Assignments::Assignments(const Stmt *Body) {
  forEachStatement(Body, [&](const Stmt *S) {
    if (const auto *Declared = dyn_cast<DeclStmt>(S)) {
      for (const Decl *D : Declared->decls())
        if (const auto *V = dyn_cast<VarDecl>(D); V && V->getInit())
          Of[V].push_back(V->getInit());
    } else if (const auto *B = dyn_cast<BinaryOperator>(S);
               B && B->isAssignmentOp()) {
      if (const VarDecl *V = variableOf(B->getLHS()))
        Of[V].push_back(B->getRHS());
    } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
      addCall(*Call);
    }
  });
}

/// An object that is changed is made of the other arguments from then on.
void Assignments::addCall(const CallExpr &Call) {
  llvm::SmallVector<const Expr *> Arguments(Call.arguments());
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call);
      Member && Member->getMethodDecl() && !Member->getMethodDecl()->isConst())
    Arguments.push_back(Member->getImplicitObjectArgument());
  for (const Expr *Changed : Arguments)
    if (const VarDecl *V = changedBy(Changed))
      for (const Expr *Other : Arguments)
        if (Other != Changed)
          Of[V].push_back(Other);
}

bool Assignments::dependsOn(const Expr *E, const VarDecl *D) const {
  bool Found = false;
  forEachSource(E, [&](const Expr *Part) {
    const auto *Mention = dyn_cast<DeclRefExpr>(Part);
    Found |= Mention && Mention->getDecl() == D;
  });
  return Found;
}

void Assignments::forEachSource(
    const Expr *E, const std::function<void(const Expr *)> &Visit) const {
  std::set<const VarDecl *> Seen;
  std::vector<const Expr *> ToDo = {E};
  while (!ToDo.empty()) {
    const Expr *Next = ToDo.back();
    ToDo.pop_back();
    forEachStatement(Next, [&](const Stmt *S) {
      const auto *Part = dyn_cast<Expr>(S);
      if (!Part)
        return;
      Visit(Part);
      const VarDecl *V = variableOf(Part);
      auto Made = Of.find(V);
      if (Made != Of.end() && Seen.insert(V).second)
        ToDo.insert(ToDo.end(), Made->second.begin(), Made->second.end());
    });
  }
}

const Expr *Assignments::onlyValue(const VarDecl *D) const {
  auto Made = Of.find(D);
  return Made != Of.end() && Made->second.size() == 1 && D->hasInit() &&
                 D->getType().isConstQualified()
             ? Made->second.front()
             : nullptr;
}

} // namespace rpcgen
