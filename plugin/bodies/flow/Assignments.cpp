//===- Assignments.cpp ----------------------------------------------------===//

#include "bodies/flow/Assignments.h"
#include "bodies/flow/Passing.h"

#include <set>

using namespace clang;

namespace rpcgen {
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
    }
  });
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
