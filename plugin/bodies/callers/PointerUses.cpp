//===- PointerUses.cpp ----------------------------------------------------===//

#include "bodies/callers/PointerUses.h"
#include "bodies/flow/Statements.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"

#include "llvm/ADT/DenseMap.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = PointerUse::Kind;

/// Whether the pointer leads to memory of its own when a call has set it. A
/// full one may lead to an object that the client has sent.
bool leadsToNewMemory(const Type &T) {
  return T.K == Type::Kind::Pointer && !T.Ignored &&
         T.Class != PointerClass::Full;
}

struct Argument {
  const CallSite *Of;
  const Parameter *As;
  bool IsVariable; ///< and not its value
};

class Search {
public:
  explicit Search(const Caller &In) : Parents(In.F->getBody()) {
    for (const CallSite &Site : In.Calls) {
      Called[Site.Call] = &Site;
      for (unsigned I = 0; I < Site.Call->getNumArgs(); ++I)
        send(Site, I);
    }
    forEachStatement(In.F->getBody(), [&](const Stmt *S) {
      if (const auto *D = dyn_cast<DeclStmt>(S))
        for (const Decl *Each : D->decls())
          declare(dyn_cast<VarDecl>(Each), D);
      if (const auto *E = dyn_cast<DeclRefExpr>(S))
        mention(E);
    });
  }

  PointerUses Found;

private:
  void send(const CallSite &Site, unsigned I) {
    const Expr *E = Site.Call->getArg(I);
    if (const DeclRefExpr *Variable = variableIn(E))
      Arguments[Variable] = {&Site, &Site.Of->Parameters[I],
                             E->isGLValue() ||
                                 isa<UnaryOperator>(E->IgnoreParenImpCasts())};
  }

  void declare(const VarDecl *V, const DeclStmt *At) {
    if (!V || !V->hasLocalStorage() || !V->getType()->isAnyPointerType())
      return;
    std::vector<PointerUse> &Uses = Found[V];
    if (const Expr *Value = V->getInit())
      Uses.push_back({Kind::Sets, At, returning(Value), Value});
  }

  void mention(const DeclRefExpr *E) {
    auto Known = Found.find(dyn_cast<VarDecl>(E->getDecl()));
    if (Known != Found.end())
      Known->second.push_back(useOf(E));
  }

  PointerUse useOf(const DeclRefExpr *E) const {
    if (auto Sent = Arguments.find(E); Sent != Arguments.end())
      return sent(E, Sent->second);
    const Expr *Parent = parentOf(E);
    if (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Parent);
        Cast && Cast->getCastKind() == CK_LValueToRValue)
      return {useOfValue(Cast), E};
    const auto *Assigned = dyn_cast_or_null<BinaryOperator>(Parent);
    if (Assigned && Assigned->getOpcode() == BO_Assign &&
        Assigned->getLHS()->IgnoreParens() == E && isDropped(Assigned))
      return {Kind::Sets, Assigned, returning(Assigned->getRHS()),
              Assigned->getRHS()};
    return {Kind::Shares, E};
  }

  PointerUse sent(const DeclRefExpr *E, const Argument &A) const {
    const Type &T = A.As->T;
    if (T.K != Type::Kind::Pointer ||
        find(A.Of->Of->Attributes, "reflect_deletions"))
      return {Kind::Shares, E};
    if (!A.IsVariable || !A.As->Dir.Out)
      return {Kind::Looks, E};
    if (T.Reseatable)
      return {Kind::Receives, A.Of->Call, A.Of};
    if (!leadsToNewMemory(T.element()))
      return {Kind::Shares, E};
    return {A.As->Dir.In ? Kind::Fills : Kind::Receives, A.Of->Call, A.Of};
  }

  Kind useOfValue(const Expr *E) const {
    const Expr *Parent = parentOf(E);
    if (!Parent)
      return Kind::LetsGo;
    if (const auto *Cast = dyn_cast<CastExpr>(Parent))
      switch (Cast->getCastKind()) {
      case CK_NoOp:
        return useOfValue(Cast);
      case CK_PointerToBoolean:
      case CK_ToVoid:
        return Kind::Looks;
      default:
        return Kind::LetsGo;
      }
    if (const auto *Binary = dyn_cast<BinaryOperator>(Parent);
        Binary && Binary->isComparisonOp())
      return Kind::Looks;
    const auto *Unary = dyn_cast<UnaryOperator>(Parent);
    if (Unary && Unary->getOpcode() == UO_Deref)
      return useOfObject(Unary);
    if (isa<MemberExpr, ArraySubscriptExpr>(Parent))
      return useOfObject(Parent);
    return Kind::LetsGo;
  }

  /// Of what the pointer leads to, or a part of it.
  Kind useOfObject(const Expr *E) const {
    while (true) {
      if (const auto *Member = dyn_cast<MemberExpr>(E);
          Member && !isa<FieldDecl>(Member->getMemberDecl()))
        return Kind::LetsGo;
      const Expr *Parent = parentOf(E);
      if (!Parent)
        return Kind::LetsGo;
      if (const auto *Cast = dyn_cast<CastExpr>(Parent)) {
        if (Cast->getCastKind() == CK_LValueToRValue)
          return Kind::Follows;
        if (Cast->getCastKind() != CK_NoOp &&
            Cast->getCastKind() != CK_ArrayToPointerDecay)
          return Kind::LetsGo;
      } else if (const auto *Binary = dyn_cast<BinaryOperator>(Parent)) {
        return Binary->isAssignmentOp() ? Kind::Follows : Kind::LetsGo;
      } else if (const auto *Unary = dyn_cast<UnaryOperator>(Parent)) {
        return Unary->isIncrementDecrementOp() ? Kind::Follows : Kind::LetsGo;
      } else if (const auto *Copied = dyn_cast<CXXConstructExpr>(Parent)) {
        return Copied->getConstructor()->isCopyConstructor() &&
                       Copied->getConstructor()->isTrivial()
                   ? Kind::Follows
                   : Kind::LetsGo;
      } else if (!isa<MemberExpr, ArraySubscriptExpr>(Parent)) {
        return Kind::LetsGo;
      }
      E = Parent;
    }
  }

  /// The call that the value is the result of; null if that is no new memory.
  const CallSite *returning(const Expr *Value) const {
    const CallSite *Site =
        Called.lookup(Value->IgnoreImplicit()->IgnoreParenCasts());
    return Site && leadsToNewMemory(Site->Of->Return) ? Site : nullptr;
  }

  const Stmt *around(const Expr *E) const {
    const Stmt *Parent = Parents.getParentIgnoreParens(E);
    while (isa_and_nonnull<FullExpr>(Parent))
      Parent = Parents.getParentIgnoreParens(Parent);
    return Parent;
  }
  /// The expression that it is a part of; null if it is a whole one.
  const Expr *parentOf(const Expr *E) const {
    return dyn_cast_or_null<Expr>(around(E));
  }
  bool isDropped(const Expr *E) const {
    return !isa_and_nonnull<Expr, DeclStmt, ReturnStmt>(around(E));
  }

  ParentMap Parents;
  llvm::DenseMap<const Expr *, const CallSite *> Called;
  llvm::DenseMap<const DeclRefExpr *, Argument> Arguments;
};

} // namespace

PointerUses usesOfPointers(const Caller &In) {
  return std::move(Search(In).Found);
}

const DeclRefExpr *variableIn(const Expr *Argument) {
  const Expr *E = Argument->IgnoreParenImpCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = Address->getSubExpr()->IgnoreParenImpCasts();
  return dyn_cast<DeclRefExpr>(E);
}

} // namespace rpcgen
