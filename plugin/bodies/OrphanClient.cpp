//===- OrphanClient.cpp - memory that a client has no pointer to ----------===//

#include "bodies/Rules.h"
#include "bodies/Words.h"

#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether the operation sends what the pointer in the argument leads to: an
/// [in, out] parameter 'T **' or 'T *&'.
bool sendsPointer(const Parameter &P, QualType Variable) {
  if (!P.Dir.In || !P.Dir.Out || !Variable->isAnyPointerType())
    return false;
  return P.T.Reseatable || (P.T.K == Type::Kind::Pointer &&
                            P.T.element().K == Type::Kind::Pointer);
}

/// The variable itself, or its address.
const DeclRefExpr *variableIn(const Expr *Argument) {
  const Expr *E = Argument->IgnoreParenImpCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = Address->getSubExpr()->IgnoreParenImpCasts();
  return dyn_cast<DeclRefExpr>(E);
}

} // namespace

void bodies::checkOrphanClient(const CallSite &At, Reporter &R) {
  if (At.Dropped && At.Of->Return.K == Type::Kind::Pointer)
    R.report(at(At.Call), "what '" + At.Of->Name +
                              "' returns leads to new memory, which nobody "
                              "can release if the pointer is dropped");
  for (std::size_t I = 0; I < At.Of->Parameters.size(); ++I) {
    const DeclRefExpr *Variable = variableIn(At.Call->getArg(I));
    if (Variable && llvm::is_contained(At.Unset, Variable) &&
        sendsPointer(At.Of->Parameters[I], Variable->getType()))
      R.report(at(Variable), "'" + Variable->getDecl()->getNameAsString() +
                                 "' has no value, and '" + At.Of->Name +
                                 "' sends what it leads to; set it to nullptr");
  }
}

} // namespace rpcgen
