//===- OrphanClient.cpp - memory that a client has no pointer to ----------===//

#include "bodies/Places.h"
#include "bodies/callers/ClientMemory.h"
#include "bodies/callers/PointerUses.h"
#include "bodies/callers/Rules.h"

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

std::string newMemoryOf(const Loss &L) {
  return "'" + L.Variable->getNameAsString() + "' points to memory that '" +
         L.From->Of->Name + "' has allocated, which cannot be released after ";
}

void reportLoss(const Loss &L, Reporter &R) {
  if (!L.By)
    R.report(at(L.From->Call), newMemoryOf(L) + "the end of the variable");
  else if (L.Into)
    R.report(at(L.Into->Call),
             newMemoryOf(L) + "'" + L.Into->Of->Name + "' has changed it")
        .note(at(L.From->Call), "allocated by this call");
  else
    R.report(at(cast<Expr>(L.By)), newMemoryOf(L) + "it is changed")
        .note(at(L.From->Call), "allocated by this call");
}

void reportUnset(const CallSite &Site, const Parameter &P, const VarDecl &V,
                 Location Loc, Reporter &R) {
  auto Report =
      R.report(Loc, "'" + V.getNameAsString() + "' has no value, and '" +
                        Site.Of->Name + "' sends what it points to; " +
                        (P.T.Reseatable ? "let it point to an object"
                                        : "set it to nullptr"));
  if (!P.T.Reseatable)
    Report.insertBefore(endOf(V.getLocation(), V.getASTContext()),
                        " = nullptr");
}

} // namespace

void bodies::checkOrphanClient(const Caller &In, Reporter &R) {
  for (const CallSite &Site : In.Calls) {
    if (Site.Dropped && Site.Of->Return.K == Type::Kind::Pointer)
      R.report(at(Site.Call), "'" + Site.Of->Name +
                                  "' returns a pointer to new memory, which "
                                  "cannot be released if the pointer is "
                                  "dropped");
    for (std::size_t I = 0; I < Site.Of->Parameters.size(); ++I) {
      const Parameter &P = Site.Of->Parameters[I];
      const DeclRefExpr *Variable = variableIn(Site.Call->getArg(I));
      if (Variable && llvm::is_contained(Site.Unset, Variable) &&
          sendsPointer(P, Variable->getType()))
        reportUnset(Site, P, *cast<VarDecl>(Variable->getDecl()), at(Variable),
                    R);
    }
  }
  for (const Loss &L : findLosses(In))
    reportLoss(L, R);
}

} // namespace rpcgen
