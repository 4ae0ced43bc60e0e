//===- ThrowUnmapped.cpp --------------------------------------------------===//

#include "bodies/Rules.h"
#include "bodies/Words.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

bool isOther(const CXXRecordDecl *Class) {
  return Class->getQualifiedNameAsString() != "rpc::error";
}

/// Whether it is, or is derived from, what carries a status to the client.
bool isError(const CXXRecordDecl *Class) {
  return Class && (!isOther(Class) ||
                   (Class->hasDefinition() && !Class->forallBases(isOther)));
}

/// Whether a handler of that type takes what is thrown.
bool takes(QualType Handler, QualType Thrown) {
  if (Handler.isNull()) // catch (...)
    return true;
  Handler = Handler.getNonReferenceType();
  if (Handler->getCanonicalTypeUnqualified() ==
      Thrown->getCanonicalTypeUnqualified())
    return true;
  const auto *Base = Handler->getAsCXXRecordDecl();
  const auto *Class = Thrown->getAsCXXRecordDecl();
  return Base && Class && Class->hasDefinition() && Class->isDerivedFrom(Base);
}

class Search : public RecursiveASTVisitor<Search> {
public:
  explicit Search(const CXXThrowExpr *Wanted) : Wanted(Wanted) {}

  bool TraverseCXXTryStmt(CXXTryStmt *S) {
    Around.push_back(S);
    TraverseStmt(S->getTryBlock());
    Around.pop_back();
    for (unsigned I = 0; I < S->getNumHandlers(); ++I)
      TraverseStmt(S->getHandler(I));
    return true;
  }

  bool VisitCXXThrowExpr(const CXXThrowExpr *E) {
    QualType Thrown = Wanted->getSubExpr()->getType();
    if (E == Wanted)
      for (const CXXTryStmt *S : Around)
        for (unsigned I = 0; I < S->getNumHandlers(); ++I)
          Caught |= takes(S->getHandler(I)->getCaughtType(), Thrown);
    return true;
  }

  bool Caught = false;

private:
  const CXXThrowExpr *Wanted;
  std::vector<const CXXTryStmt *> Around;
};

bool escapes(const Body &B, const CXXThrowExpr *E) {
  Search Look(E);
  Look.TraverseStmt(B.F->getBody());
  return !Look.Caught;
}

} // namespace

void bodies::checkThrowUnmapped(const Body &B, Reporter &R) {
  for (const Throw &T : B.Throws) {
    if (!T.At->getSubExpr())
      continue;
    QualType Thrown = T.At->getSubExpr()->getType();
    if (!isError(Thrown->getAsCXXRecordDecl()) && escapes(B, T.At))
      R.report(at(T.At), "an exception of type '" +
                             Thrown.getUnqualifiedType().getAsString() +
                             "' reaches the client only as a failed call")
          .note(B.O.Loc, "throw rpc::error with a status for the client");
  }
}

} // namespace rpcgen
