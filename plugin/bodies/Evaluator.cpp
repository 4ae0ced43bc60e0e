//===- Evaluator.cpp - expressions ----------------------------------------===//

#include "bodies/Evaluator.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

Value address(const Region *R) {
  return R ? Value{.K = Kind::Address, .R = R} : Value();
}

/// V + N, where that is known.
Value plus(Value V, std::int64_t N) {
  if (V.K == Kind::Number || V.K == Kind::Initial)
    return {.K = V.K, .R = V.R, .N = V.N + N};
  return V.K == Kind::Address ? V : Value(); // an element of the same array
}

Values plus(const Values &All, std::int64_t N) {
  Values Result;
  for (Value V : All)
    Result.add(plus(V, N));
  return Result;
}

Values plus(const Values &A, const Values &B, int Sign) {
  if (B.only().K == Kind::Number)
    return plus(A, Sign * B.only().N);
  if (A.only().K == Kind::Number && Sign > 0)
    return plus(B, A.only().N);
  return A.where([](const Value &V) { return V.K == Kind::Address; });
}

} // namespace

/// Of an expression that has been evaluated, or that has no effect.
Values Evaluator::valuesOf(const Expr *E) const {
  if (!E)
    return Value();
  if (auto Found = Evaluated.find(E); Found != Evaluated.end())
    return Found->second;
  const Expr *Inner = E->IgnoreParens();
  if (const auto *Full = dyn_cast<FullExpr>(Inner))
    Inner = Full->getSubExpr();
  else if (const auto *T = dyn_cast<MaterializeTemporaryExpr>(Inner))
    Inner = T->getSubExpr();
  else if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(Inner))
    Inner = B->getSubExpr();
  else if (const auto *O = dyn_cast<OpaqueValueExpr>(Inner))
    Inner = O->getSourceExpr();
  else if (const auto *D = dyn_cast<CXXDefaultArgExpr>(Inner))
    Inner = D->getExpr();
  else if (const auto *L = dyn_cast<InitListExpr>(Inner);
           L && L->getNumInits() == 1 && !L->getType()->isRecordType())
    Inner = L->getInit(0);
  if (Inner && Inner != E)
    return valuesOf(Inner);
  Expr::EvalResult Result;
  if (!E->isValueDependent() && E->getType()->isIntegralOrEnumerationType() &&
      E->isPRValue() && E->EvaluateAsInt(Result, Context))
    return Value{.K = Kind::Number,
                 .N = Result.Val.getInt().extOrTrunc(64).getSExtValue()};
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E) ||
      (isa<ImplicitValueInitExpr>(E) && E->getType()->isAnyPointerType()))
    return Value{.K = Kind::Null};
  return Value();
}

Values Evaluator::loadFrom(const State &At, const Values &Addresses) const {
  Values Result;
  for (Value V : Addresses)
    if (V.K == Kind::Address)
      Result.add(At.load(V.R, Initial));
    else if (V.K != Kind::Null)
      Result.add(Value());
  return Result.empty() ? Value() : Result;
}

void Evaluator::VisitExpr(const Expr *E) { Evaluated.erase(E); }

void Evaluator::VisitDeclRefExpr(const DeclRefExpr *E) {
  const auto *D = dyn_cast<VarDecl>(E->getDecl());
  if (!D)
    return VisitExpr(E);
  const Region *R = Known.variable(D);
  Evaluated[E] = D->getType()->isReferenceType() ? load(R) : address(R);
}

void Evaluator::VisitCXXThisExpr(const CXXThisExpr *E) {
  Evaluated[E] = address(Known.self());
}

void Evaluator::VisitStringLiteral(const StringLiteral *E) {
  Evaluated[E] = address(Known.literal(E));
}

void Evaluator::VisitMemberExpr(const MemberExpr *E) {
  const auto *D = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (E->isArrow())
    dereference(E->getBase());
  if (!D || D->getType()->isReferenceType())
    return VisitExpr(E);
  Values Result;
  for (Value V : valuesOf(E->getBase()))
    if (V.K == Kind::Address)
      Result.add(address(Known.field(V.R, D)));
    else if (V.K != Kind::Null)
      Result.add(Value());
  Evaluated[E] = Result;
}

void Evaluator::VisitArraySubscriptExpr(const ArraySubscriptExpr *E) {
  dereference(E->getBase(), E->getIdx());
  Evaluated[E] = valuesOf(E->getBase()).without(Kind::Null);
}

void Evaluator::VisitUnaryOperator(const UnaryOperator *E) {
  const Expr *Of = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_Deref:
    dereference(Of);
    Evaluated[E] = valuesOf(Of).without(Kind::Null);
    return;
  case UO_AddrOf:
  case UO_Plus:
  case UO_Extension:
    Evaluated[E] = valuesOf(Of);
    return;
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec: {
    Values Old = load(valuesOf(Of));
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
  if (LoopCondition)
    return;
  for (const Expr *Side : {A, B})
    for (Value V : valuesOf(Side))
      if (V.K == Kind::Initial)
        Now->Compared.insert(V.R);
}

void Evaluator::VisitBinaryOperator(const BinaryOperator *E) {
  const Expr *Left = E->getLHS(), *Right = E->getRHS();
  if (E->getOpcode() == BO_Assign) {
    assign(Left, Right);
    Evaluated[E] = valuesOf(Left);
  } else if (E->isCompoundAssignmentOp()) {
    bool Adds = E->getOpcode() == BO_AddAssign;
    Values New =
        Adds || E->getOpcode() == BO_SubAssign
            ? plus(load(valuesOf(Left)), valuesOf(Right), Adds ? 1 : -1)
            : Value();
    store(Left, Right, New.empty() ? Value() : New);
    Evaluated[E] = valuesOf(Left);
  } else if (E->isAdditiveOp()) {
    Values Sum = plus(valuesOf(Left), valuesOf(Right),
                      E->getOpcode() == BO_Add ? 1 : -1);
    Evaluated[E] = Sum.empty() ? Value() : Sum;
  } else if (E->getOpcode() == BO_Comma) {
    Evaluated[E] = valuesOf(Right);
  } else {
    if (E->isComparisonOp())
      compare(Left, Right);
    VisitExpr(E);
  }
}

void Evaluator::VisitAbstractConditionalOperator(
    const AbstractConditionalOperator *E) {
  Values Result = valuesOf(E->getTrueExpr());
  Result.add(valuesOf(E->getFalseExpr()));
  Evaluated[E] = Result;
}

void Evaluator::VisitCastExpr(const CastExpr *E) {
  const Expr *From = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue:
    Evaluated[E] = load(valuesOf(From));
    return;
  case CK_NullToPointer:
    Evaluated[E] = Value{.K = Kind::Null};
    return;
  case CK_FunctionToPointerDecay:
  case CK_BuiltinFnToFnPtr:
  case CK_IntegralToPointer:
  case CK_ToVoid:
    return VisitExpr(E);
  default:
    Evaluated[E] = valuesOf(From);
    return;
  }
}

void Evaluator::VisitLambdaExpr(const LambdaExpr *E) {
  Values Held;
  for (const LambdaCapture &C : E->captures()) {
    if (!C.capturesVariable())
      continue;
    const auto *D = dyn_cast<VarDecl>(C.getCapturedVar());
    if (!D)
      continue;
    if (C.getCaptureKind() == LCK_ByCopy)
      Held.add(load(Known.variable(D)));
    else
      clobberAll(D->getType()->isReferenceType()
                     ? load(Known.variable(D))
                     : Values(address(Known.variable(D))));
  }
  Evaluated[E] = Held.empty() ? Value() : Held;
}

void Evaluator::VisitCXXThrowExpr(const CXXThrowExpr *E) {
  if (Into)
    Into->Throws.push_back({E});
}

void Evaluator::VisitReturnStmt(const ReturnStmt *R) {
  leave(R->getBeginLoc(), R->getRetValue());
}

void Evaluator::leave(SourceLocation At, const Expr *Result) {
  if (Into)
    Into->Exits.push_back({At, Result, valuesOf(Result), *Now});
}

/// Tells of a pointer that is followed: behind this it is known not to be null.
void Evaluator::dereference(const Expr *Pointer, const Expr *Index) {
  Values Of = valuesOf(Pointer);
  if (Into)
    Into->Dereferences.push_back(
        {Pointer, Of, Index, valuesOf(Index), Now->Compared, Now->Examined});
  for (Value V : Of)
    if (V.K == Kind::Null && V.R)
      Now->NotNull.insert(V.R);
}

} // namespace rpcgen
