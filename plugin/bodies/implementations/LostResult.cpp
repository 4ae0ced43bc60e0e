//===- LostResult.cpp - stores that neither the client nor the body reads -===//

#include "bodies/flow/Flow.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace rpcgen {
namespace {

const llvm::StringSet<> Writers = {"assign",       "append", "push_back",
                                   "emplace_back", "insert", "resize"};

const llvm::StringSet<> Counters = {"size", "length", "empty"};

/// The variable through which an lvalue is reached, and whether a pointer or
/// reference lies between.
struct Path {
  const DeclRefExpr *Base = nullptr;
  bool Indirect = false, Element = false;
};

Path pathOf(const Expr *E) {
  Path P;
  while (true) {
    E = E->IgnoreParenCasts();
    if (const auto *M = dyn_cast<MemberExpr>(E)) {
      P.Indirect |= M->isArrow();
      E = M->getBase();
    } else if (const auto *S = dyn_cast<ArraySubscriptExpr>(E)) {
      P.Indirect = P.Element = true;
      E = S->getBase();
    } else if (const auto *U = dyn_cast<UnaryOperator>(E);
               U &&
               (U->getOpcode() == UO_Deref || U->isIncrementDecrementOp())) {
      P.Indirect |= U->getOpcode() == UO_Deref;
      E = U->getSubExpr();
    } else if (const auto *O = dyn_cast<CXXOperatorCallExpr>(E);
               O &&
               (O->getOperator() == OO_Subscript ||
                O->getOperator() == OO_Star || O->getOperator() == OO_Arrow)) {
      P.Indirect = true;
      P.Element |= O->getOperator() == OO_Subscript;
      E = O->getArg(0);
    } else {
      P.Base = dyn_cast<DeclRefExpr>(E);
      P.Indirect |= P.Base && P.Base->getDecl()->getType()->isReferenceType();
      return P;
    }
  }
}

/// What the expression writes to; null if it writes to nothing.
const Expr *targetOf(const Expr *E) {
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return B->isAssignmentOp() ? B->getLHS() : nullptr;
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return U->isIncrementDecrementOp() ? U->getSubExpr() : nullptr;
  if (const auto *O = dyn_cast<CXXOperatorCallExpr>(E))
    return O->isAssignmentOp() ? O->getArg(0) : nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(E))
    if (const KnownFunction *F = knownFunction(Call->getDirectCallee());
        F && F->Does == Effect::CopyBytes && Call->getNumArgs() > 1 &&
        Call->getArg(1)->getType()->isAnyPointerType())
      return Call->getArg(0); // not memset, whose bytes are no result
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(E))
    if (const auto *Callee = M->getMethodDecl();
        Callee && Callee->getDeclName().isIdentifier() &&
        Callee->getParent()->isInStdNamespace() &&
        Writers.contains(Callee->getName()))
      return M->getImplicitObjectArgument();
  return nullptr;
}

/// Whether an array is wiped, as one does with what is secret.
bool wipes(const Expr *E, const Path &To, const ASTContext &Context) {
  const auto *B = dyn_cast<BinaryOperator>(E);
  Expr::EvalResult Zero;
  return B && To.Element && B->getRHS()->EvaluateAsInt(Zero, Context) &&
         Zero.Val.getInt() == 0;
}

/// How one parameter is used, by its name and by those of local variables that
/// point to the same.
class Uses : public RecursiveASTVisitor<Uses> {
public:
  /// `Depth` is how many calls there are around.
  Uses(ASTContext &Context, const ParmVarDecl *Of, unsigned Depth = 0)
      : Context(Context), Depth(Depth) {
    Names.insert(Of);
  }

  bool VisitExpr(Expr *E) {
    const Expr *Target = targetOf(E);
    Path To = Target ? pathOf(Target) : Path();
    To.Indirect |= isa<CallExpr>(E) && !isa<CXXMemberCallExpr>(E) &&
                   !isa<CXXOperatorCallExpr>(E);
    if (To.Base && Names.contains(To.Base->getDecl()) && To.Indirect) {
      Bases.insert(To.Base);
      if (!wipes(E, To, Context))
        Stores.push_back(E);
    }
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    if (Ref && Names.contains(Ref->getDecl()) && !Bases.contains(Ref))
      add(Ref);
    return true;
  }

  /// Names come after what they are names of.
  bool TraverseVarDecl(VarDecl *D) {
    Init = D->hasLocalStorage() && (D->getType()->isAnyPointerType() ||
                                    D->getType()->isReferenceType())
               ? D
               : nullptr;
    return RecursiveASTVisitor::TraverseVarDecl(D);
  }

  /// A loop names each element of what is known by a name.
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *Loop) {
    const Path Over = pathOf(Loop->getRangeInit());
    VarDecl *Each = Loop->getLoopVariable();
    if (!Over.Base || !Names.contains(Over.Base->getDecl()) || !Each ||
        !Each->getType()->isReferenceType())
      return RecursiveASTVisitor::TraverseCXXForRangeStmt(Loop);
    Names.insert(Each);
    return TraverseStmt(Loop->getBody());
  }

  std::vector<const Expr *> Stores;
  llvm::SmallPtrSet<const Stmt *, 8> Reads;
  bool Escapes = false; ///< others may read what is stored

private:
  /// Follows the expression outwards, to where a number is read, or a pointer
  /// is compared with null.
  void add(const DeclRefExpr *Ref) {
    const Expr *E = Ref;
    while (true) {
      DynTypedNodeList Parents = Context.getParents(*E);
      const Expr *Outer =
          Parents.size() == 1 ? Parents[0].get<Expr>() : nullptr;
      if (const auto *Cast = dyn_cast_or_null<CastExpr>(Outer)) {
        if (Cast->getCastKind() == CK_PointerToBoolean)
          return;
        if (Cast->getCastKind() == CK_LValueToRValue &&
            Cast->getType()->isArithmeticType()) {
          Reads.insert(Ref);
          return;
        }
      } else if (const auto *B = dyn_cast_or_null<BinaryOperator>(Outer);
                 B && B->isEqualityOp()) {
        return;
      } else if (isCounted(Outer)) {
        return;
      } else if (const auto *Call = dyn_cast_or_null<CallExpr>(Outer);
                 Call && isUsedIn(Call, E, Ref)) {
        return;
      } else if (!isa_and_nonnull<MemberExpr, ArraySubscriptExpr, ParenExpr,
                                  UnaryOperator>(Outer) ||
                 !isPart(E, Outer)) {
        Escapes |= !isAlias(E, Parents);
        return;
      }
      E = Outer;
    }
  }

  /// Whether it is known what a function that is called does with the argument.
  bool isUsedIn(const CallExpr *Call, const Expr *Argument,
                const DeclRefExpr *Ref) {
    const FunctionDecl *F = Call->getDirectCallee(), *Definition = nullptr;
    if (!F || !F->hasBody(Definition) || Definition->isVariadic() ||
        F->isCXXInstanceMember() || Depth == MaxDepth)
      return false;
    for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
      if (Call->getArg(I) != Argument)
        continue;
      Uses Inside(Context, Definition->getParamDecl(I), Depth + 1);
      Inside.TraverseStmt(Definition->getBody());
      if (Inside.Escapes)
        return false;
      if (!Inside.Reads.empty())
        Reads.insert(Ref);
      else if (!Inside.Stores.empty())
        Stores.push_back(Call);
      return true;
    }
    return false;
  }

  /// Whether the expression is all that a local pointer or reference is.
  bool isAlias(const Expr *E, const DynTypedNodeList &Parents) {
    const auto *D = Parents.size() == 1 ? Parents[0].get<VarDecl>() : nullptr;
    if (!D || D != Init ||
        E->IgnoreImplicit() != D->getInit()->IgnoreImplicit())
      return false;
    Names.insert(D);
    return true;
  }

  /// Whether it is 'v.size' of 'v.size()', or its like.
  static bool isCounted(const Expr *E) {
    const auto *M = dyn_cast_or_null<MemberExpr>(E);
    const auto *Callee =
        M ? dyn_cast<CXXMethodDecl>(M->getMemberDecl()) : nullptr;
    return Callee && Callee->getDeclName().isIdentifier() &&
           Counters.contains(Callee->getName());
  }

  /// Whether the outer expression goes on from the inner one.
  static bool isPart(const Expr *Inner, const Expr *Outer) {
    if (const auto *S = dyn_cast<ArraySubscriptExpr>(Outer))
      return S->getBase() == Inner;
    const auto *U = dyn_cast<UnaryOperator>(Outer);
    return !U || U->getOpcode() == UO_Deref;
  }

  static constexpr unsigned MaxDepth = 3;

  ASTContext &Context;
  const unsigned Depth;
  llvm::SmallPtrSet<const ValueDecl *, 4> Names;
  const VarDecl *Init = nullptr; ///< whose value is looked at
  llvm::SmallPtrSet<const DeclRefExpr *, 8> Bases;
};

bool isRead(const CFGElement &E, const Uses &Of) {
  auto S = E.getAs<CFGStmt>();
  return S && Of.Reads.contains(S->getStmt());
}

/// Whether something is read after it, on any way.
bool isReadAfter(const CFG &Graph, const Expr *Store, const Uses &Of) {
  std::vector<const CFGBlock *> Next;
  for (const CFGBlock *Block : Graph) {
    bool Behind = false;
    for (const CFGElement &E : *Block) {
      if (Behind && isRead(E, Of))
        return true;
      auto S = E.getAs<CFGStmt>();
      Behind |= S && S->getStmt() == Store;
    }
    if (Behind)
      Next.assign(1, Block);
  }
  llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
  while (!Next.empty()) {
    const CFGBlock *Block = Next.back();
    Next.pop_back();
    for (const CFGBlock *To : Block->succs()) {
      if (!To || !Seen.insert(To).second)
        continue;
      for (const CFGElement &E : *To)
        if (isRead(E, Of))
          return true;
      Next.push_back(To);
    }
  }
  return false;
}

/// The server's own object, which a context handle identifies, stays.
bool isLost(const Type &T) {
  if (T.isPointerLike())
    return isLost(T.element());
  return T.K != Type::Kind::ContextHandle && T.K != Type::Kind::BindingHandle &&
         T.K != Type::Kind::Pipe;
}

} // namespace

void bodies::checkLostResult(const Body &B, Reporter &R) {
  std::unique_ptr<CFG> Graph;
  for (const ParmVarDecl *D : B.F->parameters()) {
    const Parameter *P = B.parameterOf(B.variable(D));
    if (!P || P->Dir.Out || !isLost(P->T))
      continue;
    Uses Of(B.context(), D);
    Of.TraverseStmt(B.F->getBody());
    if (Of.Stores.empty() || Of.Escapes)
      continue;
    if (!Graph)
      Graph = flowOf(B.F);
    for (const Expr *Store : Of.Stores)
      if (Graph && !isReadAfter(*Graph, Store, Of)) {
        R.report(at(Store), "what is stored here is lost: " + describe(*P) +
                                " does not travel back")
            .note(P->Loc, "make it [out] if the client wants it");
        break;
      }
  }
}

} // namespace rpcgen
