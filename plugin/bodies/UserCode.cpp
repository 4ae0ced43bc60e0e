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

class Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(const Model &M) : Operations(M) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    const auto *F = dyn_cast_or_null<FunctionDecl>(D);
    const llvm::SaveAndRestore Inside(Around, F ? F : Around);
    return RecursiveASTVisitor::TraverseDecl(D);
  }
  bool TraverseLambdaExpr(LambdaExpr *E) {
    const FunctionDecl *Body = E->getCallOperator();
    const llvm::SaveAndRestore Inside(Around, Body);
    return RecursiveASTVisitor::TraverseLambdaExpr(E);
  }

  bool VisitFunctionDecl(const FunctionDecl *F) {
    if (!F->doesThisDeclarationHaveABody() || F->isDependentContext() ||
        F->isInvalidDecl())
      return true;
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
    if (O && O->Parameters.size() == Call->getNumArgs())
      add({O, Call, Dropped.contains(Call), {}});
    return true;
  }

  /// Arguments come behind their call, and in the order of the source.
  bool VisitDeclRefExpr(const DeclRefExpr *E) {
    const auto *V = dyn_cast<VarDecl>(E->getDecl());
    bool First = V && Mentioned.insert(V).second;
    if (!First || !V->hasLocalStorage() || isa<ParmVarDecl>(V) || V->hasInit())
      return true;
    if (CallSite *Last = lastCallHere(); Last && contains(Last->Call, E))
      Last->Unset.push_back(E);
    return true;
  }

  UserCode Found;

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

  void add(CallSite At) {
    auto [Known, IsNew] = CallerHere.try_emplace(Around, Found.Callers.size());
    if (IsNew)
      Found.Callers.push_back({Around, {}});
    Found.Callers[Known->second].Calls.push_back(std::move(At));
  }
  CallSite *lastCallHere() {
    auto Known = CallerHere.find(Around);
    return Known == CallerHere.end()
               ? nullptr
               : &Found.Callers[Known->second].Calls.back();
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
  const FunctionDecl *Around = nullptr;
  llvm::DenseMap<const FunctionDecl *, std::size_t>
      CallerHere; ///< by its index
  llvm::SmallPtrSet<const Stmt *, 16> Dropped;
  llvm::SmallPtrSet<const VarDecl *, 32> Mentioned;
};

} // namespace

UserCode findUserCode(ASTContext &Context, const Model &M) {
  Finder Search(M);
  if (M.Interfaces.empty())
    return {};
  const SourceManager &Sources = Context.getSourceManager();
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (!Sources.isInSystemHeader(D->getLocation()))
      Search.TraverseDecl(D);
  return std::move(Search.Found);
}

} // namespace rpcgen
