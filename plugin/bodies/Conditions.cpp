//===- Conditions.cpp - what a condition says of pointers -----------------===//

#include "bodies/Conditions.h"
#include "bodies/Evaluator.h"

#include "clang/AST/ExprCXX.h"

#include <optional>

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// Without what changes no value.
const Expr *stripped(const Expr *E) {
  while (true) {
    const Expr *Inner = E->IgnoreParens();
    if (const auto *Cast = dyn_cast<CastExpr>(Inner))
      Inner = Cast->getSubExpr();
    else if (const auto *Full = dyn_cast<FullExpr>(Inner))
      Inner = Full->getSubExpr();
    else if (const auto *Assigned = dyn_cast<BinaryOperator>(Inner);
             Assigned && Assigned->getOpcode() == BO_Assign)
      Inner = Assigned->getLHS();
    if (Inner == E)
      return E;
    E = Inner;
  }
}

bool isNull(const Expr *E) {
  return E->getType()->isNullPtrType() ||
         (isa<CastExpr>(E) &&
          cast<CastExpr>(E)->getCastKind() == CK_NullToPointer);
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

/// Whether a condition that has turned out so says that a number is zero, or a
/// container empty.
bool saysZero(const Expr *E, bool Holds, const Assignments &Assigned,
              const ASTContext &Context) {
  E = stripped(E);
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

} // namespace

std::vector<PointerTest> testsOfPointers(const Expr *Condition, bool Holds) {
  std::vector<PointerTest> Found;
  std::vector<PointerTest> ToDo = {{Condition, Holds}};
  while (!ToDo.empty()) {
    auto [E, IsTrue] = ToDo.back();
    ToDo.pop_back();
    E = stripped(E);
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
    } else if (E->getType()->isAnyPointerType()) {
      Found.push_back({E, IsTrue});
    }
  }
  return Found;
}

bool Evaluator::assume(State &After, const Expr *Condition, bool Holds) const {
  if (!saysZero(Condition, Holds, Assigned, Context))
    examine(After, Condition);
  return llvm::all_of(testsOfPointers(Condition, Holds),
                      [&](const PointerTest &Test) {
                        return assumePointer(After, Test.Pointer, Test.NotNull);
                      });
}

/// The condition is about these numbers and containers, or about what has been
/// made of them.
void Evaluator::examine(State &After, const Expr *Condition) const {
  Assigned.forEachSource(Condition, [&](const Expr *Part) {
    if (!Part->isGLValue())
      return;
    const CXXRecordDecl *Class = Part->getType()->getAsCXXRecordDecl();
    bool IsContainer = Class && Class->isInStdNamespace();
    if (!IsContainer && !Part->getType()->isIntegralOrEnumerationType())
      return;
    for (Value V : valuesOf(Part)) {
      if (V.K != Kind::Address)
        continue;
      After.Examined.insert(V.R);
      for (Value Number : After.load(V.R, Initial))
        if (Number.K == Kind::Initial)
          After.Examined.insert(Number.R);
    }
  });
}

bool Evaluator::assumePointer(State &After, const Expr *E, bool NotNull) const {
  Values Places = E->isGLValue() ? valuesOf(E) : Values();
  Values Old = E->isGLValue() ? loadFrom(After, Places) : valuesOf(E);
  Values New = Old.without(Kind::Null);
  if (NotNull && New.empty())
    return false;
  if (NotNull) {
    for (Value V : Old)
      if (V.K == Kind::Null && V.R)
        After.NotNull.insert(V.R);
  } else if (New = Old.where([](Value V) { return V.K == Kind::Null; });
             New.empty()) {
    New = Value{.K = Kind::Null};
  }
  // Which of several places it is, is not known: that they all are null is what
  // leads to fewer findings.
  if (!NotNull || Places.only().K == Kind::Address)
    for (Value Place : Places)
      if (Place.K == Kind::Address)
        After.Memory[Place.R] = New;
  return true;
}

} // namespace rpcgen
