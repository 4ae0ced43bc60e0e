//===- CallSites.cpp ------------------------------------------------------===//

#include "bodies/CallSites.h"
#include "bodies/Operations.h"
#include "bodies/UserCode.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace rpcgen {
namespace {

class Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(const Model &M) : Operations(M) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitCompoundStmt(const CompoundStmt *S) {
    for (const Stmt *Each : S->body())
      drop(Each);
    return true;
  }
  bool VisitIfStmt(const IfStmt *S) {
    drop(S->getThen());
    drop(S->getElse());
    return true;
  }
  bool VisitForStmt(const ForStmt *S) {
    drop(S->getInc());
    drop(S->getBody());
    return true;
  }
  bool VisitCXXForRangeStmt(const CXXForRangeStmt *S) {
    drop(S->getBody());
    return true;
  }
  bool VisitWhileStmt(const WhileStmt *S) {
    drop(S->getBody());
    return true;
  }
  bool VisitDoStmt(const DoStmt *S) {
    drop(S->getBody());
    return true;
  }

  bool VisitCXXMemberCallExpr(const CXXMemberCallExpr *Call) {
    const Operation *O = operationOf(Call);
    if (O && O->Parameters.size() == Call->getNumArgs())
      Found.push_back({O, Call, Dropped.contains(Call), {}});
    return true;
  }

  /// Arguments come behind their call, and in the order of the source.
  bool VisitDeclRefExpr(const DeclRefExpr *E) {
    const auto *V = dyn_cast<VarDecl>(E->getDecl());
    bool First = V && Mentioned.insert(V).second;
    if (First && V->hasLocalStorage() && !isa<ParmVarDecl>(V) &&
        !V->hasInit() && !Found.empty() && contains(Found.back().Call, E))
      Found.back().Unset.push_back(E);
    return true;
  }

  std::vector<CallSite> Found;

private:
  /// Of the class client, or of what it is made of.
  const Operation *operationOf(const CXXMemberCallExpr *Call) const {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (!Method || !Method->getIdentifier())
      return nullptr;
    const CXXRecordDecl *Class = Method->getParent();
    bool IsClient =
        Class->getIdentifier() &&
        (Class->getName() == "client" || Class->getName() == "basic_client");
    return IsClient ? Operations.find(Class->getDeclContext(), Method)
                    : nullptr;
  }

  void drop(const Stmt *S) {
    if (const auto *E = dyn_cast_or_null<Expr>(S))
      Dropped.insert(E->IgnoreImplicit()->IgnoreParens());
  }

  static bool contains(const CXXMemberCallExpr *Call, const DeclRefExpr *E) {
    return Call->getBeginLoc() <= E->getBeginLoc() &&
           E->getEndLoc() <= Call->getEndLoc();
  }

  const OperationNames Operations;
  llvm::SmallPtrSet<const Stmt *, 16> Dropped;
  llvm::SmallPtrSet<const VarDecl *, 32> Mentioned;
};

} // namespace

std::vector<CallSite> findCallSites(ASTContext &Context, const Model &M) {
  Finder Search(M);
  if (!M.Interfaces.empty())
    visitUserCode(Context, Search);
  return std::move(Search.Found);
}

} // namespace rpcgen
