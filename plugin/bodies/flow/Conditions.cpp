//===- Conditions.cpp - what a condition says of pointers -----------------===//

#include "bodies/flow/Conditions.h"
#include "bodies/flow/Evaluator.h"

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
    else if (const auto *Other = dyn_cast<CXXRewrittenBinaryOperator>(Inner))
      Inner = Other->getSemanticForm();
    else if (const auto *Assigned = dyn_cast<BinaryOperator>(Inner);
             Assigned && Assigned->getOpcode() == BO_Assign)
      Inner = Assigned->getLHS();
    if (Inner == E)
      return E;
    E = Inner;
  }
}

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

constexpr unsigned MaxTests = 32;
constexpr std::size_t MaxFacts = 16;

/// The conditions that must hold, or not, for the whole one to turn out so.
std::vector<std::pair<const Expr *, bool>> conjunctsOf(const Expr *E,
                                                       bool Holds) {
  std::vector<std::pair<const Expr *, bool>> Found;
  std::vector<std::pair<const Expr *, bool>> ToDo = {{E, Holds}};
  while (!ToDo.empty()) {
    auto [Part, IsTrue] = ToDo.back();
    ToDo.pop_back();
    Part = Part->IgnoreParens();
    const auto *Unary = dyn_cast<UnaryOperator>(Part);
    const auto *Binary = dyn_cast<BinaryOperator>(Part);
    if (const auto *Full = dyn_cast<FullExpr>(Part))
      ToDo.push_back({Full->getSubExpr(), IsTrue});
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

/// Makes equal conditions equal: 'a < b', '!(b <= a)' and 'b > a' are one.
bool describe(const Expr *Condition, bool Holds, const ASTContext &Context,
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

bool Evaluator::assume(State &After, const Expr *Condition, bool Holds) {
  if (!saysZero(Condition, Holds, Assigned, Context))
    examine(After, Condition);
  std::vector<std::pair<const Expr *, bool>> ToDo = {{Condition, Holds}};
  for (unsigned Tests = 0; !ToDo.empty() && Tests < MaxTests; ++Tests) {
    auto [Part, IsTrue] = ToDo.back();
    ToDo.pop_back();
    if (Tests > 0 && !saysZero(Part, IsTrue, Assigned, Context))
      examine(After, Part);
    for (const PointerTest &Test : testsOfPointers(Part, IsTrue))
      if (!assumePointer(After, Test.Pointer, Test.NotNull))
        return false;
    for (const auto &[E, Is] : conjunctsOf(Part, IsTrue)) {
      // A variable says how a condition turned out before.
      for (Value V : valuesAt(After, E)) {
        if (V.K == Kind::Number && E->isPRValue() && (V.N != 0) != Is &&
            valuesAt(After, E).only() == V)
          return false;
        if (V.K == Kind::Outcome && V.E != E && valuesAt(After, E).only() == V)
          ToDo.push_back({V.E, Is});
      }
      if (Is && Shared.Calls.find(E))
        fail(After, E);
      if (!assumeComparison(After, E, Is, ToDo) || !assumeFact(After, E, Is))
        return false;
    }
  }
  return true;
}

/// Whether a test has found the pointer null, and nothing was stored since.
bool Evaluator::isKnownNull(const Expr *Pointer) const {
  if (!Pointer->getType()->isAnyPointerType())
    return false;
  Fact Wanted;
  return describe(Pointer, false, Context, Wanted.Condition, Wanted.Holds) &&
         llvm::any_of(Now->Facts, [&](const Fact &F) {
           return F.Condition == Wanted.Condition && !F.Holds;
         });
}

/// Whether it is known of the condition how it turns out.
std::optional<bool> Evaluator::truthOf(const State &At, const Expr *E) {
  if (const Value V = valuesAt(At, E).only(); V.K == Kind::Number)
    return V.N != 0;
  for (bool Holds : {true, false})
    if (State Copy = At; !assume(Copy, E, Holds))
      return !Holds;
  return std::nullopt;
}

/// Whether these are pointers to different objects, whichever it is.
static bool differ(const Values &A, const Values &B) {
  auto IsKnown = [](const Value &V) {
    return V.K == Kind::Address && V.N == 0 && !V.R->isMany() &&
           (V.R->object()->isOnStack() ||
            V.R->object()->K == Region::Kind::Allocation);
  };
  return !A.empty() && !B.empty() && A.must(IsKnown) && B.must(IsKnown) &&
         A.must([&](const Value &Each) {
           return B.must([&](const Value &Other) {
             return Each.R->object() != Other.R->object();
           });
         });
}

/// Two numbers that are known, or two conditions of which one is.
bool Evaluator::assumeComparison(
    State &After, const Expr *Condition, bool Holds,
    std::vector<std::pair<const Expr *, bool>> &ToDo) {
  const auto *Binary = dyn_cast<BinaryOperator>(stripped(Condition));
  if (!Binary || !Binary->isComparisonOp() || Binary->getOpcode() == BO_Cmp)
    return true;
  const Expr *Left = Binary->getLHS(), *Right = Binary->getRHS();
  const Value A = valuesAt(After, Left).only(),
              B = valuesAt(After, Right).only();
  const BinaryOperatorKind Op = Binary->getOpcode();
  if (A.K == Kind::Number && B.K == Kind::Number) {
    const bool Is = Op == BO_EQ   ? A.N == B.N
                    : Op == BO_NE ? A.N != B.N
                    : Op == BO_LT ? A.N < B.N
                    : Op == BO_GT ? A.N > B.N
                    : Op == BO_LE ? A.N <= B.N
                                  : A.N >= B.N;
    return Is == Holds;
  }
  if (Binary->isEqualityOp() && Left->getType()->isAnyPointerType() &&
      differ(valuesAt(After, Left), valuesAt(After, Right)))
    return (Op == BO_NE) == Holds;
  auto IsBoolean = [](const Expr *E) {
    return E->IgnoreParenImpCasts()->getType()->isBooleanType();
  };
  // The status of a call is zero if it has succeeded.
  for (const auto &[Status, Zero] : {std::pair(A, B), std::pair(B, A)})
    if (Binary->isEqualityOp() && Status.K == Kind::Outcome &&
        Shared.Calls.find(Status.E) && Zero.K == Kind::Number && Zero.N == 0)
      ToDo.push_back({Status.E, (Op == BO_NE) == Holds});
  if (!Binary->isEqualityOp() || !IsBoolean(Left) || !IsBoolean(Right))
    return true;
  const bool Equal = (Op == BO_EQ) == Holds;
  if (const std::optional<bool> Is = truthOf(After, Left))
    ToDo.push_back({Right, *Is == Equal});
  else if (const std::optional<bool> Other = truthOf(After, Right))
    ToDo.push_back({Left, *Other == Equal});
  return true;
}

/// False if an equal condition has turned out otherwise, and nothing has been
/// stored since to what it reads.
bool Evaluator::assumeFact(State &After, const Expr *Condition, bool Holds) {
  Fact New;
  if (!describe(Condition, Holds, Context, New.Condition, New.Holds))
    return true;
  for (const Fact &Known : After.Facts)
    if (Known.Condition == New.Condition)
      return Known.Holds == New.Holds;
  forEachStatement(Condition, [&](const Stmt *S) {
    if (const auto *E = dyn_cast<Expr>(S); E && E->isGLValue())
      for (Value V : valuesAt(After, E))
        if (V.K == Kind::Address)
          New.Reads.insert(V.R);
  });
  if (After.Facts.size() < MaxFacts)
    After.Facts.push_back(std::move(New));
  return true;
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
    for (Value V : valuesAt(After, Part)) {
      if (V.K != Kind::Address)
        continue;
      After.Examined.insert(V.R);
      for (Value Stored : After.load(V.R, Initial))
        if (Stored.K == Kind::Initial || Stored.K == Kind::Derived)
          After.Examined.insert(Stored.R);
        else if (Stored.R && Stored.R->K == Region::Kind::Content)
          After.Examined.insert(Stored.R->Parent); // what a view looks at
    }
  });
}

bool Evaluator::assumePointer(State &After, const Expr *E, bool NotNull) {
  while (const auto *T = dyn_cast<MaterializeTemporaryExpr>(E))
    E = T->getSubExpr();
  Values Places = E->isGLValue() ? valuesAt(After, E) : Values();
  Values Old = E->isGLValue() ? loadFrom(After, Places) : valuesAt(After, E);
  Values New = Old.without(Kind::Null);
  if (NotNull && New.empty())
    return false;
  if (NotNull) {
    for (Value V : Old)
      if (V.K == Kind::Null && V.R) {
        After.NotNull.insert(V.R);
        Shared.Tested.insert(V.R);
      }
  } else if (After.deny(Old); (New = Old.where([](Value V) {
                                return V.K == Kind::Null;
                              })).empty()) {
    New = Value{.K = Kind::Null};
  } else if (const Value V = New.only();
             V.R && Old.size() == 2 && !V.R->isMany()) {
    After.Memory.try_emplace(V.R, New); // where the pointer has come from
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
