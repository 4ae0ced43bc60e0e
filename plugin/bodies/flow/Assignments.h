//===- Assignments.h - what local variables are made of -------------------===//
#ifndef RPCGEN_BODIES_FLOW_ASSIGNMENTS_H
#define RPCGEN_BODIES_FLOW_ASSIGNMENTS_H

#include "bodies/flow/Statements.h"

#include "clang/AST/Expr.h"

#include <functional>
#include <map>

namespace rpcgen {

/// The initializer of each local variable of a function, all that is assigned
/// to it, and what else is given to functions that may change it.
class Assignments {
public:
  explicit Assignments(const clang::Stmt *Body);

  /// Visits the expressions that the value of `E` depends on, through local
  /// variables too.
  void
  forEachSource(const clang::Expr *E,
                const std::function<void(const clang::Expr *)> &Visit) const;

  /// Whether the variable is one of them.
  bool dependsOn(const clang::Expr *E, const clang::VarDecl *D) const;

  /// What a variable holds that is never assigned to; else null.
  const clang::Expr *onlyValue(const clang::VarDecl *D) const;

private:
  void addCall(const clang::CallExpr &Call);

  std::map<const clang::VarDecl *, std::vector<const clang::Expr *>> Of;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_ASSIGNMENTS_H
