//===- Values.cpp - what expressions may be -------------------------------===//

#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Passing.h"

#include <optional>

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

Value address(const Region *R) {
  return R ? Value{.K = Kind::Address, .R = R} : Value();
}

/// The type of the pointers of a local array; null if it is anything else.
QualType pointerIn(const Region *R, const ASTContext &Context) {
  QualType T = R->T;
  if (R->K == Region::Kind::Content) { // of std::array
    const QualType Of = R->Parent->T;
    const auto *Class = Of.isNull() ? nullptr : Of->getAsCXXRecordDecl();
    if (!Class || !Class->getIdentifier() || Class->getName() != "array" ||
        standardKind(Class) != StandardKind::Sequence)
      return {};
    R = R->Parent;
  } else {
    const auto *Array =
        T.isNull() ? nullptr : Context.getAsConstantArrayType(T);
    T = Array ? Array->getElementType() : QualType();
  }
  while (R->K == Region::Kind::Field)
    R = R->Parent;
  const bool IsLocal =
      R->K == Region::Kind::Variable && R->isOnStack() && !R->parameter();
  return IsLocal && !T.isNull() && T->isAnyPointerType() ? T : QualType();
}

/// Whether its truth can be asked for later.
bool isCondition(const Expr *E) {
  if (!E->isPRValue() || !E->getType()->isBooleanType())
    return false;
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return Cast->getCastKind() == CK_PointerToBoolean ||
           Cast->getCastKind() == CK_IntegralToBoolean;
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_LNot;
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  return (Binary && (Binary->isLogicalOp() || Binary->isComparisonOp())) ||
         isa<CXXOperatorCallExpr, CXXMemberCallExpr>(E);
}

/// Whether a number that becomes one of that type is bounded by it.
bool isSmaller(QualType To, QualType From, const ASTContext &Context) {
  return To->isIntegerType() && From->isIntegerType() &&
         Context.getIntWidth(To) <= 16 &&
         Context.getIntWidth(To) < Context.getIntWidth(From);
}

} // namespace

/// What the index of these arrays names. Pointers in a local array are told
/// apart by indices that are written as numbers.
Values Evaluator::elementsOf(const Values &Arrays, const Expr *Index) const {
  Expr::EvalResult Written;
  const bool IsKnown = !Index->isValueDependent() &&
                       Index->EvaluateAsInt(Written, Context) &&
                       Written.Val.getInt().getActiveBits() < 32;
  const Value At = valuesOf(Index).only();
  Values Result;
  for (Value V : Arrays.without(Kind::Null)) {
    if (V.isMeasuredBy(At))
      V = V.after(At);
    else if (IsKnown && V.N == Value::AtEnd && At.N > 0)
      V.N = Value::BehindEnd;
    if (V.K == Kind::Address)
      V.R = elementOf(
          V.R, IsKnown ? std::optional(Written.Val.getInt().getZExtValue())
                       : std::nullopt);
    Result.add(V);
  }
  return Result;
}

const Region *Evaluator::elementOf(const Region *R,
                                   std::optional<std::uint64_t> Index) const {
  if (R->K == Region::Kind::Element)
    return Index == 0 ? R : R->Parent;
  const QualType T = pointerIn(R, Context);
  return Index && !T.isNull() ? Known.element(R, *Index, T) : R;
}

Values Evaluator::lvalueAt(const State &At, const MemberExpr *E) const {
  const auto *D = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (!D)
    return Value();
  const bool IsReference = D->getType()->isReferenceType();
  Values Result;
  for (Value V : valuesAt(At, E->getBase()))
    if (V.K == Kind::Address) {
      const Region *R = Known.field(V.R, D);
      Result.add(IsReference ? At.load(R, Initial) : Values(address(R)));
    } else if (V.K != Kind::Null) {
      Result.add(Value());
    }
  return Result;
}

Values Evaluator::castAt(const State &At, const CastExpr *E) const {
  const Expr *From = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue:
    return loadFrom(At, valuesAt(At, From));
  case CK_NullToPointer:
    return Value{.K = Kind::Null};
  case CK_FunctionToPointerDecay:
  case CK_BuiltinFnToFnPtr:
  case CK_IntegralToPointer:
  case CK_ToVoid:
    return Value();
  case CK_PointerToBoolean:
  case CK_IntegralToBoolean: {
    const Value V = valuesAt(At, From).only();
    if (V.K == Kind::Number || V.K == Kind::Null)
      return Value{.K = Kind::Number, .N = V.K == Kind::Number && V.N != 0};
    if (V.K == Kind::Outcome)
      return V;
    return Value{.K = Kind::Outcome, .E = E};
  }
  case CK_IntegralCast: {
    const Values All = valuesAt(At, From);
    const bool IsSmall = isSmaller(E->getType(), From->getType(), Context);
    return IsSmall && All.may([](const Value &V) { return V.isOfClient(); })
               ? Value() // no larger than the type
               : All;
  }
  default:
    return valuesAt(At, From);
  }
}

/// The field of a pair that the name is of, if something was stored there;
/// else null.
const Region *Evaluator::fieldOf(const State &At,
                                 const BindingDecl &Part) const {
  const auto *Whole = dyn_cast<DecompositionDecl>(Part.getDecomposedDecl());
  const auto *Class = Whole ? Whole->getType()->getAsRecordDecl() : nullptr;
  if (!Class || !Part.getHoldingVar())
    return nullptr;
  auto D = Class->field_begin();
  for (const BindingDecl *Each : Whole->bindings()) {
    if (D == Class->field_end())
      return nullptr;
    if (Each == &Part) {
      const Region *R = Known.field(Known.variable(Whole), *D);
      return At.Memory.contains(R) ? R : nullptr;
    }
    ++D;
  }
  return nullptr;
}

/// Of an expression that has been evaluated, or that has no effect.
Values Evaluator::valuesAt(const State &At, const Expr *E) const {
  if (!E)
    return Value();
  if (auto Found = Evaluated.find(E); Found != Evaluated.end())
    return Found->second;
  if (const Expr *Inner = passedOn(E))
    return valuesAt(At, Inner);
  Expr::EvalResult Result;
  if (!E->isValueDependent() && E->getType()->isIntegralOrEnumerationType() &&
      E->isPRValue() && E->EvaluateAsInt(Result, Context))
    return Value{.K = Kind::Number,
                 .N = Result.Val.getInt().extOrTrunc(64).getSExtValue()};
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E) ||
      (isa<ImplicitValueInitExpr, CXXScalarValueInitExpr>(E) &&
       E->getType()->isAnyPointerType()))
    return Value{.K = Kind::Null};
  if (const auto *Mention = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Part = dyn_cast<BindingDecl>(Mention->getDecl())) {
      const auto *Whole = dyn_cast<VarDecl>(Part->getDecomposedDecl());
      if (const Region *Field = fieldOf(At, *Part))
        return address(Field);
      // Of another pair or tuple, the parts are not told apart.
      return Part->getHoldingVar() || !Part->getBinding()
                 ? At.load(Known.variable(Whole), Initial)
                 : valuesAt(At, Part->getBinding());
    }
    const auto *D = dyn_cast<VarDecl>(Mention->getDecl());
    if (!D)
      return Value();
    const Region *R = Known.variable(D);
    return D->getType()->isReferenceType() ? At.load(R, Initial)
                                           : Values(address(R));
  }
  if (isa<CXXThisExpr>(E))
    return address(In.Self);
  if (isa<StringLiteral>(E))
    return address(Known.literal(E));
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return lvalueAt(At, Member);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return castAt(At, Cast);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return elementsOf(valuesAt(At, Element->getBase()), Element->getIdx());
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    if (Unary->getOpcode() == UO_Deref)
      return valuesAt(At, Unary->getSubExpr()).without(Kind::Null);
    if (Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Plus)
      return valuesAt(At, Unary->getSubExpr());
  }
  if (isCondition(E))
    return Value{.K = Kind::Outcome, .E = E};
  return Value();
}

Values Evaluator::loadFrom(const State &At, const Values &Addresses) const {
  Values Result;
  for (Value V : Addresses)
    if (V.K == Kind::Address && V.N == Value::AtEnd)
      Result.add({.K = Kind::Number}); // its zero
    else if (V.K == Kind::Address)
      Result.add(At.load(V.R, Initial));
    else if (V.K != Kind::Null)
      Result.add(Value());
  return Result.empty() ? Value() : Result;
}

Values Evaluator::heldAt(const State &At, const Expr *E) const {
  // An object that is no pointer has a place, and what it holds is there.
  const bool IsPlain = !E->getType()->isRecordType() ||
                       isHolder(E->getType()) ||
                       valuesAt(At, E).only().K != Kind::Address;
  while (
      IsPlain && !E->isLValue() &&
      isa<MaterializeTemporaryExpr, CXXBindTemporaryExpr, FullExpr, ParenExpr>(
          E))
    E = passedOn(E);
  if (!E->isGLValue())
    return valuesAt(At, E);
  const Values Places = valuesAt(At, E);
  if (!E->getType()->isRecordType() || isHolder(E->getType()))
    return loadFrom(At, Places);
  Values Inside;
  for (Value V : Places)
    for (const auto &[R, Stored] : At.Memory)
      if (V.K == Kind::Address && R->isIn(V.R))
        Inside.add(Stored.where(
            [](const Value &Each) { return Each.K == Kind::Address; }));
  return Inside.empty() ? Value() : Inside;
}

/// What containers and optionals at these addresses have in them.
Values Evaluator::contentOf(const Values &Objects, QualType T) const {
  Values Result;
  const StandardKind K = standardKind(T);
  for (Value V : Objects)
    Result.add(V.K == Kind::Address
                   ? address(Known.content(V.R, contentType(T),
                                           K == StandardKind::Sequence ||
                                               K == StandardKind::View))
                   : Value());
  return Result.empty() ? Value() : Result;
}

} // namespace rpcgen
