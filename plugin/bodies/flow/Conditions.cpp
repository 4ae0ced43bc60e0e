//===- Conditions.cpp -----------------------------------------------------===//

#include "bodies/flow/Conditions.h"
#include "bodies/flow/Passing.h"
#include "bodies/flow/Standard.h"

#include <optional>

using namespace clang;

namespace rpcgen {
namespace {

bool isNull(const Expr *E) {
  const Expr *Inner = E->IgnoreParenImpCasts();
  const auto *Class = Inner->getType()->getAsCXXRecordDecl();
  return Inner->getType()->isNullPtrType() || isa<GNUNullExpr>(Inner) ||
         (Class && Class->isInStdNamespace() && Class->getIdentifier() &&
          Class->getName() == "nullopt_t") ||
         (isa<CastExpr>(E) &&
          cast<CastExpr>(E)->getCastKind() == CK_NullToPointer);
}

/// The object of the standard library that the call asks for having a pointee
/// or value; null if it asks for anything else.
const Expr *askedFor(const CXXMemberCallExpr *Call) {
  const CXXMethodDecl *Method = Call->getMethodDecl();
  const Expr *Object = Call->getImplicitObjectArgument();
  if (!Method || !isHolder(standardKind(Method->getParent())))
    return nullptr;
  const auto *Conversion = dyn_cast<CXXConversionDecl>(Method);
  const bool Asks =
      (Conversion && Conversion->getConversionType()->isBooleanType()) ||
      (Method->getIdentifier() &&
       (Method->getName() == "has_value" || Method->getName() == "get"));
  return Asks ? Object : nullptr;
}

std::optional<llvm::APSInt> constantOf(const Expr *E,
                                       const ASTContext &Context) {
  Expr::EvalResult Result;
  if (!E->isValueDependent() && E->getType()->isIntegralOrEnumerationType() &&
      E->EvaluateAsInt(Result, Context))
    return Result.Val.getInt();
  return std::nullopt;
}

/// Whether a comparison with a constant that has turned out so leaves only zero
/// for the other side, which is never negative.
bool leavesZero(BinaryOperatorKind Op, const llvm::APSInt &Bound, bool Holds) {
  if (!Holds)
    Op = BinaryOperator::negateComparisonOp(Op);
  return ((Op == BO_EQ || Op == BO_LE) && Bound == 0) ||
         (Op == BO_LT && Bound == 1);
}

/// Whether it is the same whenever it is asked, as long as nothing is stored
/// to what it reads.
bool isRepeatable(const Expr *Condition) {
  bool Result = true;
  forEachStatement(Condition, [&](const Stmt *S) {
    if (const auto *Unary = dyn_cast<UnaryOperator>(S))
      Result &= !Unary->isIncrementDecrementOp();
    else if (const auto *Binary = dyn_cast<BinaryOperator>(S))
      Result &= !Binary->isAssignmentOp();
    else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(S))
      Result &= Call->getMethodDecl() && Call->getMethodDecl()->isConst() &&
                Call->getMethodDecl()->getParent()->isInStdNamespace();
    else
      Result &= isa<DeclRefExpr, MemberExpr, CastExpr, ArraySubscriptExpr,
                    IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr,
                    CXXNullPtrLiteralExpr, CXXThisExpr, ParenExpr, ConstantExpr,
                    UnaryExprOrTypeTraitExpr>(S);
  });
  return Result;
}

} // namespace

const Expr *asked(const Expr *E) {
  while (true) {
    E = stripped(E);
    const auto *Assigned = dyn_cast<BinaryOperator>(E);
    if (!Assigned || Assigned->getOpcode() != BO_Assign)
      return E;
    E = Assigned->getLHS();
  }
}

bool saysZero(const Expr *E, bool Holds, const Assignments &Assigned,
              const ASTContext &Context) {
  E = asked(E);
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return saysZero(Not->getSubExpr(), !Holds, Assigned, Context);
  if (const auto *Mention = dyn_cast<DeclRefExpr>(E))
    if (const auto *V = dyn_cast<VarDecl>(Mention->getDecl()))
      if (const Expr *Value = Assigned.onlyValue(V);
          Value && V->getType()->isBooleanType())
        return saysZero(Value, Holds, Assigned, Context);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E);
      Binary && Binary->isComparisonOp()) {
    BinaryOperatorKind Op = Binary->getOpcode();
    if (auto Right = constantOf(Binary->getRHS(), Context))
      return leavesZero(Op, *Right, Holds);
    if (auto Left = constantOf(Binary->getLHS(), Context))
      return leavesZero(BinaryOperator::reverseComparisonOp(Op), *Left, Holds);
    return false;
  }
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    if (const CXXMethodDecl *Method = Call->getMethodDecl();
        Method && Method->getIdentifier() && Method->getName() == "empty")
      return Holds;
  return !Holds && E->getType()->isIntegralOrEnumerationType() &&
         !E->getType()->isBooleanType();
}

bool isOfTruths(const Expr *Condition) {
  auto IsBoolean = [](const Expr *E) {
    return E->IgnoreParenImpCasts()->getType()->isBooleanType();
  };
  const auto *Binary = dyn_cast<BinaryOperator>(asked(Condition));
  return Binary && Binary->isEqualityOp() && IsBoolean(Binary->getLHS()) &&
         IsBoolean(Binary->getRHS());
}

bool isOfNumber(const BinaryOperator *E, const ASTContext &Context) {
  return E->isEqualityOp() &&
         (constantOf(E->getLHS(), Context) || constantOf(E->getRHS(), Context));
}

std::vector<std::pair<const Expr *, bool>> conjunctsOf(const Expr *E,
                                                       bool Holds) {
  std::vector<std::pair<const Expr *, bool>> Found;
  std::vector<std::pair<const Expr *, bool>> ToDo = {{E, Holds}};
  while (!ToDo.empty()) {
    auto [Part, IsTrue] = ToDo.back();
    ToDo.pop_back();
    const auto *Unary = dyn_cast<UnaryOperator>(Part);
    const auto *Binary = dyn_cast<BinaryOperator>(Part);
    if (const Expr *Inner = passedOn(Part))
      ToDo.push_back({Inner, IsTrue});
    else if (Unary && Unary->getOpcode() == UO_LNot)
      ToDo.push_back({Unary->getSubExpr(), !IsTrue});
    else if (Binary && Binary->isLogicalOp() &&
             (Binary->getOpcode() == BO_LAnd) == IsTrue)
      for (const Expr *Side : {Binary->getLHS(), Binary->getRHS()})
        ToDo.push_back({Side, IsTrue});
    else
      Found.push_back({Part, IsTrue});
  }
  return Found;
}

std::vector<const Expr *> disjunctsOf(const Expr *E, bool Holds) {
  std::vector<const Expr *> Found;
  std::vector<const Expr *> ToDo = {E};
  while (!ToDo.empty()) {
    const Expr *Part = stripped(ToDo.back());
    ToDo.pop_back();
    const auto *Binary = dyn_cast<BinaryOperator>(Part);
    if (Binary && Binary->getOpcode() == (Holds ? BO_LOr : BO_LAnd))
      ToDo.insert(ToDo.end(), {Binary->getLHS(), Binary->getRHS()});
    else
      Found.push_back(Part);
  }
  return Found;
}

bool profile(const Expr *Condition, bool Holds, const ASTContext &Context,
             llvm::FoldingSetNodeID &Id, bool &Is) {
  if (!isRepeatable(Condition))
    return false;
  const auto *Binary =
      dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  Is = Holds;
  if (Binary && Binary->isComparisonOp() && Binary->getOpcode() != BO_Cmp) {
    const Expr *Left = Binary->getLHS(), *Right = Binary->getRHS();
    BinaryOperatorKind Op = Binary->getOpcode();
    if (Op == BO_NE || Op == BO_GE || Op == BO_LE) {
      Op = BinaryOperator::negateComparisonOp(Op);
      Is = !Is;
    }
    if (Op == BO_GT) {
      Op = BO_LT;
      std::swap(Left, Right);
    }
    Id.AddInteger(static_cast<unsigned>(Op));
    Left->IgnoreParenImpCasts()->Profile(Id, Context, true);
    Right->IgnoreParenImpCasts()->Profile(Id, Context, true);
  } else {
    Condition->IgnoreParenImpCasts()->Profile(Id, Context, true);
  }
  return true;
}

std::vector<PointerTest> testsOfPointers(const Expr *Condition, bool Holds) {
  std::vector<PointerTest> Found;
  std::vector<PointerTest> ToDo = {{Condition, Holds}};
  while (!ToDo.empty()) {
    auto [E, IsTrue] = ToDo.back();
    ToDo.pop_back();
    E = asked(E);
    if (const auto *Not = dyn_cast<UnaryOperator>(E);
        Not && Not->getOpcode() == UO_LNot) {
      ToDo.push_back({Not->getSubExpr(), !IsTrue});
    } else if (const auto *Binary = dyn_cast<BinaryOperator>(E);
               Binary && Binary->isLogicalOp()) {
      // All of a conjunction holds, or nothing of a disjunction.
      if ((Binary->getOpcode() == BO_LAnd) == IsTrue) {
        ToDo.push_back({Binary->getRHS(), IsTrue});
        ToDo.push_back({Binary->getLHS(), IsTrue});
      }
    } else if (Binary && Binary->isEqualityOp()) {
      const Expr *Left = Binary->getLHS(), *Right = Binary->getRHS();
      if (isNull(Left))
        std::swap(Left, Right);
      if (isNull(Right))
        ToDo.push_back({Left, (Binary->getOpcode() == BO_NE) == IsTrue});
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
               Operator && Operator->getNumArgs() == 2 &&
               (Operator->getOperator() == OO_EqualEqual ||
                Operator->getOperator() == OO_ExclaimEqual)) {
      const Expr *Left = Operator->getArg(0), *Right = Operator->getArg(1);
      if (isNull(Left))
        std::swap(Left, Right);
      if (isNull(Right))
        ToDo.push_back(
            {Left, (Operator->getOperator() == OO_ExclaimEqual) == IsTrue});
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
               Call && askedFor(Call)) {
      Found.push_back({askedFor(Call), IsTrue});
    } else if (E->getType()->isAnyPointerType() || isHolder(E->getType())) {
      Found.push_back({E, IsTrue});
    }
  }
  return Found;
}

} // namespace rpcgen
