//===- Exceptions.cpp -----------------------------------------------------===//

#include "bodies/flow/Exceptions.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace rpcgen {
namespace {

std::string thrownName(QualType T) {
  T = T.getNonReferenceType().getUnqualifiedType();
  const auto *Class = T->getAsCXXRecordDecl();
  return Class ? Class->getQualifiedNameAsString()
               : T.getCanonicalType().getAsString();
}

/// Whether a handler of that type takes what is thrown.
bool takes(QualType Handler, const ThrownNames &Thrown) {
  return Handler.isNull() || // catch (...)
         llvm::is_contained(Thrown, thrownName(Handler));
}

/// Whether the handler throws again what it has caught.
bool rethrows(const CXXCatchStmt *Handler) {
  class RethrowVisitor : public RecursiveASTVisitor<RethrowVisitor> {
  public:
    bool VisitCXXThrowExpr(CXXThrowExpr *E) {
      Found |= !E->getSubExpr();
      return true;
    }
    bool Found = false;
  } Look;
  Look.TraverseStmt(Handler->getHandlerBlock());
  return Look.Found;
}

class ThrowVisitor : public RecursiveASTVisitor<ThrowVisitor> {
public:
  ThrowVisitor(const Expr *Wanted, const ThrownNames &Thrown)
      : Wanted(Wanted), Thrown(Thrown) {}

  bool TraverseCXXTryStmt(CXXTryStmt *S) {
    Around.push_back(S);
    TraverseStmt(S->getTryBlock());
    Around.pop_back();
    for (unsigned I = 0; I < S->getNumHandlers(); ++I)
      TraverseStmt(S->getHandler(I));
    return true;
  }

  bool VisitExpr(Expr *E) {
    if (E == Wanted)
      for (const CXXTryStmt *S : Around)
        Caught |= catches(S);
    return true;
  }

  bool Caught = false;

private:
  /// The first handler that takes it decides.
  bool catches(const CXXTryStmt *S) const {
    for (unsigned I = 0; I < S->getNumHandlers(); ++I)
      if (takes(S->getHandler(I)->getCaughtType(), Thrown))
        return !rethrows(S->getHandler(I));
    return false;
  }

  const Expr *Wanted;
  const ThrownNames &Thrown;
  std::vector<const CXXTryStmt *> Around;
};

} // namespace

ThrownNames namesOf(QualType Thrown) {
  ThrownNames All = {thrownName(Thrown)};
  if (const auto *Class = Thrown->getAsCXXRecordDecl();
      Class && Class->hasDefinition())
    Class->forallBases([&](const CXXRecordDecl *Base) {
      All.push_back(Base->getQualifiedNameAsString());
      return true;
    });
  return All;
}

bool isCaught(const Expr *E, const ThrownNames &Thrown,
              const FunctionDecl *In) {
  ThrowVisitor Look(E, Thrown);
  Look.TraverseStmt(In->getBody());
  return Look.Caught;
}

} // namespace rpcgen
