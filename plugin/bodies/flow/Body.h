//===- Body.h - everything that a function does ---------------------------===//
#ifndef RPCGEN_BODIES_FLOW_BODY_H
#define RPCGEN_BODIES_FLOW_BODY_H

#include "bodies/flow/ClientCalls.h"
#include "bodies/flow/Events.h"
#include "bodies/flow/Subject.h"

#include "clang/AST/ASTContext.h"

namespace rpcgen {

/// One function, followed along its control flow graph, and into the
/// functions that it calls, until a fixpoint is reached. If none is, nothing
/// has happened.
class Body : public Subject, public Events {
public:
  Body(const Model &M, const Operation &Implemented,
       const clang::FunctionDecl *Definition, const ClientCalls &Calls);

  clang::ASTContext &context() const { return F->getASTContext(); }

  /// What R holds there.
  Values load(const State &At, const Region *R) const {
    return At.load(R,
                   [this](const Region *Any) { return initial(Known, Any); });
  }
  const Region *sibling(const Region *R, const Expression &Operand) const {
    return Subject::sibling(Known, R, Operand);
  }
  const Region *field(const Region *R, const clang::FieldDecl *D) const {
    return Known.field(R, D);
  }
  const Region *pointee(const Region *R, clang::QualType T) const {
    return Known.pointee(R, T);
  }
  const Region *variable(const clang::VarDecl *D) const {
    return Known.variable(D);
  }

private:
  mutable Regions Known; ///< which grows while one looks
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_BODY_H
