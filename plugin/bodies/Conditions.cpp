//===- Conditions.cpp - what a condition says of pointers -----------------===//

#include "bodies/Conditions.h"
#include "bodies/Evaluator.h"

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

} // namespace

const Expr *testedPointer(const Expr *Condition, bool &Holds) {
  const Expr *E = stripped(Condition);
  while (const auto *Not = dyn_cast<UnaryOperator>(E)) {
    if (Not->getOpcode() != UO_LNot)
      break;
    Holds = !Holds;
    E = stripped(Not->getSubExpr());
  }
  if (const auto *Compared = dyn_cast<BinaryOperator>(E);
      Compared && Compared->isEqualityOp()) {
    const Expr *Left = Compared->getLHS(), *Right = Compared->getRHS();
    if (isNull(Left))
      std::swap(Left, Right);
    if (!isNull(Right))
      return nullptr;
    if (Compared->getOpcode() == BO_EQ)
      Holds = !Holds;
    E = stripped(Left);
  }
  return E->getType()->isAnyPointerType() ? E : nullptr;
}

bool Evaluator::assume(State &After, const Expr *Condition, bool Holds) const {
  const Expr *E = testedPointer(Condition, Holds);
  if (!E)
    return true;
  Values Places = E->isGLValue() ? valuesOf(E) : Values();
  Values Old = E->isGLValue() ? loadFrom(After, Places) : valuesOf(E);
  Values New = Old.without(Kind::Null);
  if (Holds && New.empty())
    return false;
  if (Holds) {
    for (Value V : Old)
      if (V.K == Kind::Null && V.R)
        After.NotNull.insert(V.R);
  } else if (New = Old.where([](Value V) { return V.K == Kind::Null; });
             New.empty()) {
    New = Value{.K = Kind::Null};
  }
  // Which of several places it is, is not known: that they all are null is what
  // leads to fewer findings.
  if (!Holds || Places.only().K == Kind::Address)
    for (Value Place : Places)
      if (Place.K == Kind::Address)
        After.Memory[Place.R] = New;
  return true;
}

} // namespace rpcgen
