//===- UserCode.cpp -------------------------------------------------------===//

#include "bodies/UserCode.h"
#include "bodies/Operations.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace rpcgen {
namespace {

class UserCodeVisitor : public RecursiveASTVisitor<UserCodeVisitor> {
public:
  explicit UserCodeVisitor(const Model &M) : Operations(M) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    const auto *F = dyn_cast_or_null<FunctionDecl>(D);
    const llvm::SaveAndRestore Inside(Around, F ? F : Around);
    return RecursiveASTVisitor::TraverseDecl(D);
  }
  bool TraverseLambdaExpr(LambdaExpr *E) {
    const FunctionDecl *Body = E->getCallOperator();
    const llvm::SaveAndRestore Inside(Around, Body);
    if (Body->hasBody() && !Body->isDependentContext())
      Defined.push_back(Body);
    return RecursiveASTVisitor::TraverseLambdaExpr(E);
  }

  bool VisitFunctionDecl(const FunctionDecl *F) {
    if (!F->doesThisDeclarationHaveABody() || F->isDependentContext() ||
        F->isInvalidDecl())
      return true;
    Defined.push_back(F);
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    const Operation *O = Method ? implementedBy(Method)
                                : Operations.find(F->getDeclContext(), F);
    if (O && O->Parameters.size() == F->getNumParams())
      Found.Implementations.push_back({O, F});
    return true;
  }

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
    const Operation *O = calledBy(Call);
    if (O && O->Parameters.size() == Call->getNumArgs()) {
      Found.Calls.add({O, Call, Dropped.contains(Call)});
      CallsOperation.insert(Around);
    }
    return true;
  }

  bool VisitCallExpr(const CallExpr *Call) {
    const FunctionDecl *Definition = nullptr, *F = Call->getDirectCallee();
    if (Around && F && F->hasBody(Definition))
      CalledIn[Around].insert(Definition);
    return true;
  }

  /// What has been found.
  UserCode take() {
    for (bool Changed = true; std::exchange(Changed, false);)
      for (const auto &[F, Callees] : CalledIn)
        if (llvm::any_of(Callees, [this](const FunctionDecl *Callee) {
              return CallsOperation.contains(Callee);
            }))
          Changed |= CallsOperation.insert(F).second;
    for (const FunctionDecl *F : Defined)
      if (CallsOperation.contains(F))
        Found.Callers.push_back(F);
    return std::move(Found);
  }

private:
  const Operation *implementedBy(const CXXMethodDecl *Method) const {
    for (const CXXMethodDecl *Base : Method->overridden_methods()) {
      const CXXRecordDecl *Class = Base->getParent();
      if (Class->getIdentifier() && Class->getName() == "service")
        if (const Operation *O = Operations.find(Class->getDeclContext(), Base))
          return O;
      if (const Operation *O = implementedBy(Base))
        return O;
    }
    return nullptr;
  }

  /// By the class client, or what it is made of.
  const Operation *calledBy(const CXXMemberCallExpr *Call) const {
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

  const OperationNames Operations;
  const FunctionDecl *Around = nullptr;
  UserCode Found;
  std::vector<const FunctionDecl *> Defined; ///< in the order of the source
  llvm::SmallPtrSet<const FunctionDecl *, 16> CallsOperation;
  std::map<const FunctionDecl *, llvm::SmallPtrSet<const FunctionDecl *, 4>>
      CalledIn;
  llvm::SmallPtrSet<const Stmt *, 16> Dropped;
};

} // namespace

UserCode findUserCode(ASTContext &Context, const Model &M) {
  UserCodeVisitor Search(M);
  if (M.Interfaces.empty())
    return {};
  const SourceManager &Sources = Context.getSourceManager();
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (!Sources.isInSystemHeader(D->getLocation()))
      Search.TraverseDecl(D);
  return Search.take();
}

} // namespace rpcgen
