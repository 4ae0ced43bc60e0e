//===- Assumptions.cpp - what is known when a condition has turned out ----===//

#include "bodies/flow/Conditions.h"
#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Passing.h"

#include "llvm/Support/SaveAndRestore.h"

#include <optional>
#include <utility>

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

constexpr unsigned MaxTests = 32;
constexpr std::size_t MaxFacts = 16;
constexpr std::size_t MaxDisjuncts = 8;

} // namespace

bool Evaluator::assume(State &After, const Expr *Condition, bool Holds) {
  if (!saysZero(Condition, Holds, Assigned, Context))
    examine(After, Condition);
  std::vector<std::pair<const Expr *, bool>> ToDo = {{Condition, Holds}};
  bool Compared = Trying;
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
      doubtTests(After, E);
      assumeEnd(After, E, Is);
      if (!assumeComparison(After, E, Is, ToDo) ||
          !assumeOneOf(After, E, Is, ToDo) || !assumeFact(After, E, Is))
        return false;
    }
    // Of two that are known to be alike, or not, one is known now.
    if (ToDo.empty() && !std::exchange(Compared, true))
      for (const Fact &Known : std::vector(After.Facts))
        if (isOfTruths(Known.E) &&
            !assumeComparison(After, Known.E, Known.Is, ToDo))
          return false;
  }
  return true;
}

/// A character of text that a condition found to be zero is its end: a pointer
/// to it points there, and an index of it is the length.
void Evaluator::assumeEnd(State &After, const Expr *Condition,
                          bool Holds) const {
  if (!saysZero(Condition, Holds, Assigned, Context))
    return;
  const Expr *Character = asked(Condition);
  if (const auto *Compared = dyn_cast<BinaryOperator>(Character))
    Character = stripped(Compared->getLHS());
  auto IsBegin = [&](const Value &V) {
    const Type *T =
        V.K == Kind::Address && V.N == 0 ? S.declaredTypeOf(V.R) : nullptr;
    return T && T->K == Type::Kind::Array && T->String;
  };
  if (const auto *Followed = dyn_cast<UnaryOperator>(Character);
      Followed && Followed->getOpcode() == UO_Deref) {
    const VarDecl *D = variableOf(Followed->getSubExpr());
    const Region *R = D ? Known.variable(D) : nullptr;
    const Value V = R ? After.load(R, Initial).only() : Value();
    if (IsBegin(V))
      After.Memory[R] = Value{.K = V.K, .R = V.R, .N = Value::AtEnd};
  } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Character)) {
    const VarDecl *D = variableOf(Element->getIdx());
    const Value V = valuesAt(After, Element->getBase()).only();
    if (D && D->hasLocalStorage() && !D->getType()->isReferenceType() &&
        IsBegin(V))
      After.Memory[Known.variable(D)] = Value{.K = Kind::Length, .R = V.R};
  }
}

/// Whether a test has found the pointer null, and nothing was stored since.
bool Evaluator::isKnownNull(const Expr *Pointer) const {
  if (!Pointer->getType()->isAnyPointerType())
    return false;
  Fact Wanted;
  return profile(Pointer, false, Context, Wanted.Condition, Wanted.Holds) &&
         llvm::any_of(Now->Facts, [&](const Fact &F) {
           return F.Condition == Wanted.Condition && !F.Holds;
         });
}

/// Whether it is known of the condition how it turns out.
std::optional<bool> Evaluator::truthOf(const State &At, const Expr *E) {
  if (const Value V = valuesAt(At, E).only(); V.K == Kind::Number)
    return V.N != 0;
  const llvm::SaveAndRestore Restore(Trying, true);
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

/// Whether it is the address of what a pointer pointed to when it came that was
/// never null, or was found not to be; or that of a result that was.
static bool isObject(const State &At, const Value &V,
                     const InitialValues &Initial) {
  if (V.K == Kind::Address && V.R->K == Region::Kind::Allocation)
    return At.NotNull.contains(V.R);
  if (V.K != Kind::Address || V.R->isMany() ||
      (V.R->K != Region::Kind::Pointee && V.R->K != Region::Kind::Content))
    return false;
  const Values Came = Initial(V.R->Parent);
  return llvm::is_contained(Came, V) &&
         (!Came.may(Kind::Null) || At.NotNull.contains(V.R->Parent));
}

/// The client's number in the place is this one, and so is where it came from.
void Evaluator::assumeNumber(State &After, const Expr *E,
                             std::int64_t Is) const {
  E = E->IgnoreParenImpCasts();
  if (!E->isGLValue() || E->HasSideEffects(Context))
    return;
  const Value Place = valuesAt(After, E).only();
  if (Place.K != Kind::Address || Place.R->isMany())
    return;
  const Value Came = After.load(Place.R, Initial).only();
  if (!Came.isOfClient())
    return;
  for (const Region *R : {Place.R, Came.R})
    if (!R->isMany() && After.load(R, Initial).only() == Came)
      After.Memory[R] = Value{.K = Kind::Number, .N = Is};
}

/// Two numbers that are known, or two conditions of which one is.
bool Evaluator::assumeComparison(
    State &After, const Expr *Condition, bool Holds,
    std::vector<std::pair<const Expr *, bool>> &ToDo) {
  const auto *Binary = dyn_cast<BinaryOperator>(asked(Condition));
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
  if (Binary->isEqualityOp() && (Op == BO_EQ) == Holds) {
    if (B.K == Kind::Number)
      assumeNumber(After, Left, B.N);
    else if (A.K == Kind::Number)
      assumeNumber(After, Right, A.N);
  }
  if (Binary->isEqualityOp() && Left->getType()->isAnyPointerType() &&
      differ(valuesAt(After, Left), valuesAt(After, Right)))
    return (Op == BO_NE) == Holds;
  if (isOfNumber(Binary, Context) && (Op == BO_EQ) == Holds)
    for (Value V : {A, B})
      if (V.isOfClient())
        After.Compared.insert(V.R);
  // The status of a call is zero if it has succeeded.
  for (const auto &[Status, Zero] : {std::pair(A, B), std::pair(B, A)})
    if (Binary->isEqualityOp() && Status.K == Kind::Outcome &&
        Shared.Calls.find(Status.E) && Zero.K == Kind::Number && Zero.N == 0)
      ToDo.push_back({Status.E, (Op == BO_NE) == Holds});
  if (!isOfTruths(Binary))
    return true;
  const bool Equal = (Op == BO_EQ) == Holds;
  if (const std::optional<bool> Is = truthOf(After, Left))
    ToDo.push_back({Right, *Is == Equal});
  else if (const std::optional<bool> Other = truthOf(After, Right))
    ToDo.push_back({Left, *Other == Equal});
  return true;
}

/// A number that was made of tests of pointers says something of these pointers
/// that is not followed.
void Evaluator::doubtTests(State &After, const Expr *Condition) const {
  if (!testsOfPointers(Condition, true).empty() || isOfTruths(Condition) ||
      disjunctsOf(Condition, true).size() > 1 ||
      disjunctsOf(Condition, false).size() > 1 ||
      valuesAt(After, Condition).may([&](const Value &V) {
        return V.K == Kind::Outcome && V.E != Condition;
      }))
    return;
  Assigned.forEachSource(Condition, [&](const Expr *Part) {
    if (!Part->getType()->isBooleanType())
      return;
    for (const PointerTest &Test : testsOfPointers(Part, true))
      for (Value Place :
           Test.Pointer->isGLValue() ? valuesAt(After, Test.Pointer) : Values())
        if (Place.K == Kind::Address) {
          const Values Left = After.load(Place.R, Initial).without(Kind::Null);
          After.Memory[Place.R] = Left.empty() ? Value() : Left;
        }
  });
}

/// Of several conditions one at least has turned out so: if it is known of all
/// others that they have not, it is the last one.
bool Evaluator::assumeOneOf(State &After, const Expr *Condition, bool Holds,
                            std::vector<std::pair<const Expr *, bool>> &ToDo) {
  const std::vector<const Expr *> Each = disjunctsOf(Condition, Holds);
  if (Trying || Each.size() < 2 || Each.size() > MaxDisjuncts)
    return true;
  const Expr *Left = nullptr;
  for (const Expr *E : Each) {
    if (truthOf(After, E) == !Holds)
      continue;
    if (std::exchange(Left, E))
      return true;
  }
  if (Left)
    ToDo.push_back({Left, Holds});
  return Left;
}

/// False if an equal condition has turned out otherwise, and nothing has been
/// stored since to what it reads.
bool Evaluator::assumeFact(State &After, const Expr *Condition, bool Holds) {
  Fact New;
  if (!profile(Condition, Holds, Context, New.Condition, New.Holds))
    return true;
  forEachStatement(Condition, [&](const Stmt *S) {
    if (const auto *E = dyn_cast<Expr>(S); E && E->isGLValue())
      for (Value V : valuesAt(After, E))
        if (V.K == Kind::Address)
          New.Reads.insert(V.R);
  });
  for (const Fact &Known : After.Facts)
    if (Known.Condition == New.Condition && Known.Reads == New.Reads)
      return Known.Holds == New.Holds;
  New.E = Condition;
  New.Is = Holds;
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
        else if (IsContainer && Stored.R && Stored.R->Holder)
          After.Examined.insert(Stored.R->Holder); // the pointer to an array
    }
  });
}

/// What is known of the variable is known of where its value has been loaded
/// from.
void Evaluator::assumeOfCopied(State &After, const Region *Variable,
                               const Values &Is) const {
  RegionSet Seen;
  for (const Region *R = Variable; Seen.insert(R).second;) {
    auto Copy = After.Copies.find(R);
    if (Copy == After.Copies.end())
      return;
    R = Copy->second;
    After.Memory[R] = Is;
  }
}

bool Evaluator::assumePointer(State &After, const Expr *E, bool NotNull) {
  while (const Expr *Inner = passedOn(E))
    E = Inner;
  Values Places = E->isGLValue() ? valuesAt(After, E) : Values();
  Values Old = E->isGLValue() ? loadFrom(After, Places) : valuesAt(After, E);
  Values New = Old.without(Kind::Null);
  if (NotNull ? New.empty() : Old.must([&](const Value &V) {
        return isObject(After, V, Initial);
      }))
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
  // Which of several places it is, is not known: that they all are null gives
  // fewer findings.
  if (!NotNull || Places.only().K == Kind::Address)
    for (Value Place : Places)
      if (Place.K == Kind::Address)
        After.Memory[Place.R] = New;
  if (Places.only().K == Kind::Address)
    assumeOfCopied(After, Places.only().R, New);
  return true;
}

} // namespace rpcgen
