//===- Evaluator.cpp - expressions that do something ----------------------===//

#include "bodies/flow/Evaluator.h"
#include "Clang.h"
#include "bodies/flow/Conditions.h"
#include "bodies/flow/Exceptions.h"
#include "bodies/flow/Numbers.h"
#include "bodies/flow/Passing.h"

#include "llvm/ADT/STLExtras.h"

#include <optional>

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

} // namespace

void Evaluator::enter(State &At, Events *Told, Ways &Taken,
                      bool InLoopCondition) {
  Now = &At;
  this->Told = Told;
  this->Taken = &Taken;
  Taken.begin();
  Into = Taken.isAgain() ? nullptr : Told;
  LoopCondition = InLoopCondition;
  GoesOn = true;
  Evaluated.clear();
  for (const auto &[E, Stored] : At.Carried)
    if (E)
      Evaluated[E] = Stored;
}

void Evaluator::leave(llvm::ArrayRef<const Expr *> EvaluatedForOthers,
                      llvm::ArrayRef<const Expr *> UsedUp) {
  // Temporaries end with the expression that they are a part of; here is soon
  // enough.
  std::vector<const Region *> Ended;
  for (const auto &[R, Stored] : Now->Memory)
    if (R->K == Region::Kind::Temporary &&
        standardKind(R->T) == StandardKind::Owner)
      Ended.push_back(R);
  for (const Region *R : Ended) {
    end(R, R->T);
    Now->forget(R);
  }
  for (const Expr *E : EvaluatedForOthers)
    Now->Carried[E] = valuesOf(E);
  for (const Expr *E : UsedUp)
    Now->Carried.erase(E);
}

void Evaluator::VisitExpr(const Expr *E) { Evaluated.erase(E); }

void Evaluator::VisitCastExpr(const CastExpr *E) {
  VisitExpr(E);
  if (E->getCastKind() == CK_LValueToRValue)
    read(E, valuesOf(E));
  else if (E->getCastKind() == CK_PointerToBoolean)
    doubt(E->getSubExpr());
}

void Evaluator::VisitMemberExpr(const MemberExpr *E) {
  if (E->isArrow())
    dereference(E->getBase());
  Evaluated[E] = lvalueAt(*Now, E);
}

/// Pointers to other objects of the same array are not told apart.
void Evaluator::index(const Values &Objects, const Values &By) {
  if (!Into || By.only() == Value{.K = Kind::Number})
    return;
  for (Value V : Objects)
    if (V.K == Kind::Address)
      Into->Indexed.insert(V.R);
}

void Evaluator::VisitArraySubscriptExpr(const ArraySubscriptExpr *E) {
  dereference(E->getBase(), E->getIdx());
  index(valuesOf(E->getBase()), valuesOf(E->getIdx()));
  Evaluated[E] = elementsOf(valuesOf(E->getBase()), E->getIdx());
}

void Evaluator::VisitUnaryOperator(const UnaryOperator *E) {
  const Expr *Of = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_Deref:
    // *(p + n) is p[n].
    if (const auto *Sum = dyn_cast<BinaryOperator>(stripped(Of));
        Sum && Sum->getOpcode() == BO_Add &&
        Sum->getLHS()->getType()->isAnyPointerType())
      dereference(Sum->getLHS(), Sum->getRHS());
    else
      dereference(Of);
    Evaluated[E] = valuesOf(Of).without(Kind::Null);
    return;
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec: {
    Values Old = load(valuesOf(Of));
    index(Old, Value());
    Values New = plus(Old, E->isIncrementOp() ? 1 : -1);
    store(Of, nullptr, New);
    Evaluated[E] = E->isPostfix() ? Old : E->isLValue() ? valuesOf(Of) : New;
    return;
  }
  default:
    return VisitExpr(E);
  }
}

/// A number that the client sent is held against something. That a loop runs so
/// often does not count.
void Evaluator::compare(const Expr *A, const Expr *B) {
  doubt(A);
  doubt(B);
  if (LoopCondition)
    return;
  std::vector<const Expr *> ToDo = {A, B};
  while (!ToDo.empty()) {
    const Expr *Part = ToDo.back();
    ToDo.pop_back();
    for (Value V : valuesOf(Part))
      if (V.isOfClient())
        Now->Compared.insert(V.R);
    // h > limit / w is about both.
    if (const auto *Made = dyn_cast<BinaryOperator>(stripped(Part));
        Made && (Made->isMultiplicativeOp() || Made->isAdditiveOp()))
      ToDo.insert(ToDo.end(), {Made->getLHS(), Made->getRHS()});
  }
}

void Evaluator::VisitBinaryOperator(const BinaryOperator *E) {
  const Expr *Left = E->getLHS(), *Right = E->getRHS();
  if (E->getOpcode() == BO_Assign) {
    assign(Left, Right);
    Evaluated[E] = valuesOf(Left);
  } else if (E->isCompoundAssignmentOp()) {
    const bool Adds = E->getOpcode() == BO_AddAssign;
    const Values Old = load(valuesOf(Left)), More = valuesOf(Right);
    index(Old, More);
    const Values New = Adds || E->getOpcode() == BO_SubAssign
                           ? plus(Old, More, Adds ? 1 : -1)
                           : derived(Old, More, *Now, Shared.Divisors);
    store(Left, Right, New.empty() ? Value() : New);
    Evaluated[E] = valuesOf(Left);
  } else if (E->isAdditiveOp()) {
    const Values A = valuesOf(Left), B = valuesOf(Right);
    index(A, B);
    index(B, A);
    const Values Sum = plus(A, B, E->getOpcode() == BO_Add ? 1 : -1);
    Evaluated[E] = Sum.empty() ? derived(A, B, *Now) : Sum;
  } else if (E->getOpcode() == BO_Mul || E->getOpcode() == BO_Shl) {
    VisitExpr(E);
    if (valuesOf(E).only().K != Kind::Number)
      Evaluated[E] =
          derived(valuesOf(Left), valuesOf(Right), *Now, Shared.Divisors);
  } else if (E->getOpcode() == BO_Div || E->getOpcode() == BO_Shr) {
    VisitExpr(E);
    for (Value V : valuesOf(Right))
      if (V.isOfClient() && E->getOpcode() == BO_Div)
        Shared.Divisors.insert(V.R);
    if (valuesOf(E).only().K != Kind::Number)
      Evaluated[E] = divided(valuesOf(Left), E->getOpcode(),
                             valuesOf(Right).only(), Context);
  } else if (E->getOpcode() == BO_Comma) {
    Evaluated[E] = valuesOf(Right);
  } else {
    if (E->isComparisonOp() && !isOfNumber(E, Context))
      compare(Left, Right);
    VisitExpr(E);
    if (const auto N = folded(E->getOpcode(), valuesOf(Left), valuesOf(Right)))
      Evaluated[E] = Value{.K = Kind::Number, .N = *N};
  }
}

/// Where the ways are followed one by one, only one of the two was evaluated.
void Evaluator::VisitAbstractConditionalOperator(
    const AbstractConditionalOperator *E) {
  Values Result;
  for (const Expr *Each : {E->getTrueExpr(), E->getFalseExpr()})
    if (Now->Carried.contains(Each))
      Result.add(valuesOf(Each));
  if (Result.empty())
    for (const Expr *Each : {E->getTrueExpr(), E->getFalseExpr()})
      Result.add(valuesOf(Each));
  Evaluated[E] = Result;
}

void Evaluator::VisitLambdaExpr(const LambdaExpr *E) {
  Values Held;
  for (const LambdaCapture &C : E->captures()) {
    if (C.capturesThis())
      continue;
    const auto *D =
        C.capturesVariable() ? dyn_cast<VarDecl>(C.getCapturedVar()) : nullptr;
    if (!D)
      continue;
    const Region *R = Known.variable(D);
    if (D->isInitCapture() && D->getInit() && !D->getType()->isRecordType()) {
      Now->forget(R);
      Now->Memory[R] = D->getType()->isReferenceType() ? valuesOf(D->getInit())
                                                       : held(D->getInit());
    }
    const Values Object = D->getType()->isReferenceType()
                              ? load(R)
                              : Values(Value{.K = Kind::Address, .R = R});
    if (C.getCaptureKind() == LCK_ByCopy)
      Held.add(D->isInitCapture() && D->getInit() ? held(D->getInit())
                                                  : load(Object));
    else
      Held.add(Object);
  }
  Evaluated[E] = Held.empty() ? Value() : Held;
}

/// An object of a class has an address, others are only passed on.
void Evaluator::VisitMaterializeTemporaryExpr(
    const MaterializeTemporaryExpr *E) {
  const bool LivesOn =
      E->getExtendingDecl() &&
      standardKind(E->getType()) == StandardKind::Owner; // see leave()
  if (!E->getType()->isRecordType() || LivesOn)
    return VisitExpr(E);
  const Region *R = Known.temporary(E);
  Now->forget(R);
  initialize(R, E->getSubExpr(), E);
  Evaluated[E] = Value{.K = Kind::Address, .R = R};
}

/// The program may store through these addresses, whatever it calls them by.
void Evaluator::VisitCXXStdInitializerListExpr(
    const CXXStdInitializerListExpr *E) {
  const auto *List = dyn_cast<InitListExpr>(E->getSubExpr()->IgnoreImplicit());
  for (unsigned I = 0; List && I < List->getNumInits(); ++I) {
    clobberAll(valuesOf(List->getInit(I)));
    letGo(valuesOf(List->getInit(I)));
  }
  VisitExpr(E);
}

/// Where an event is one of the implementation: at the call, if it is in a
/// function that is called.
const Expr *Evaluator::placeOf(const Expr *E) {
  if (!In.Caller || !E)
    return E;
  const Activation *Outer = &In;
  while (Outer->Caller->Caller)
    Outer = Outer->Caller;
  if (Into)
    Into->Inside[Outer->CalledAt] = E;
  return Outer->CalledAt;
}

void Evaluator::VisitCXXThrowExpr(const CXXThrowExpr *E) {
  if (E->getSubExpr())
    throwFrom(E, namesOf(E->getSubExpr()->getType()));
}

/// An exception leaves this function, and those that have called it, until one
/// catches it.
void Evaluator::throwFrom(const Expr *E, const ThrownNames &Thrown) {
  const Expr *From = E;
  for (const Activation *Each = &In; Each; Each = Each->Caller) {
    if (isCaught(From, Thrown, Each->Of.F))
      return;
    From = Each->CalledAt;
  }
  if (Into)
    Into->Throws.push_back({placeOf(E), Thrown, *Now});
}

void Evaluator::VisitReturnStmt(const ReturnStmt *R) {
  const Expr *Result = R->getRetValue();
  if (!Result)
    return;
  Now->Carried[nullptr] = valuesOf(Result);
  // An object is made of what is mentioned.
  if (Result->getType()->isRecordType() && mayHold(Result->getType()) &&
      !Now->Held.empty())
    forEachStatement(Result, [&](const Stmt *S) {
      if (const auto *Part = dyn_cast_or_null<Expr>(S);
          Part && Part->isPRValue() && Part->getType()->isAnyPointerType())
        letGo(valuesOf(Part));
    });
}

/// Who has what a coroutine returns, yields or waits for is not known.
void Evaluator::VisitCoreturnStmt(const CoreturnStmt *R) {
  if (const Expr *Result = R->getOperand()) {
    letGo(valuesOf(Result));
    letGo(held(Result));
  }
}

void Evaluator::VisitCoroutineSuspendExpr(const CoroutineSuspendExpr *E) {
  letGo(valuesOf(operandOf(E)));
  letGo(held(operandOf(E)));
  VisitExpr(E);
}

/// Records that a pointer is dereferenced: from here on it is known not to be
/// null.
void Evaluator::dereference(const Expr *Pointer, const Expr *Index, bool Bulk) {
  Values Of =
      Pointer->getType()->isRecordType() ? held(Pointer) : valuesOf(Pointer);
  if (Into)
    Into->Dereferences.push_back({placeOf(Pointer), Of, Index, valuesOf(Index),
                                  Now->Compared, Now->Examined, Now->Facts,
                                  Bulk});
  for (Value V : Of)
    if (V.K == Kind::Null && V.R)
      Now->NotNull.insert(V.R);
  takeAsIndex(Index);
}

} // namespace rpcgen
