//===- Subject.cpp --------------------------------------------------------===//

#include "bodies/flow/Subject.h"
#include "bodies/flow/Calls.h"
#include "bodies/flow/Standard.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace rpcgen {

Values zero(QualType T) {
  if (T.isNull())
    return Value();
  if (T->isAnyPointerType())
    return Value{.K = Value::Kind::Null};
  if (T->isIntegralOrEnumerationType())
    return Value{.K = Value::Kind::Number};
  return Value();
}

namespace {

using RegionKind = Region::Kind;

const Parameter *declaredAs(const Subject &S, const Region *R) {
  const ParmVarDecl *P = R->parameter();
  if (!P || P->getDeclContext() != S.F)
    return nullptr;
  unsigned Index = P->getFunctionScopeIndex();
  return Index < S.O.Parameters.size() ? &S.O.Parameters[Index] : nullptr;
}

/// Memory that a call of an operation has allocated for its caller.
bool isResult(const Region *R) {
  return R->isAllocation() && !isa<CXXNewExpr>(R->E) && !knownFunction(R->E);
}

/// Of a field or all of a variable or an allocation, for which nothing has
/// been stored.
Values fresh(const Region *R) {
  const Region *Root = R->object();
  if (Root->isAllocation()) {
    const KnownFunction *Made = knownFunction(Root->E);
    if (isResult(Root) || (Made && Made->Does == Effect::Reallocate))
      return Value();
    bool Zeroed = Made && Made->Zeroed;
    if (const auto *New = dyn_cast<CXXNewExpr>(Root->E)) {
      const auto *Class = New->getAllocatedType()->getAsCXXRecordDecl();
      if (Class && !Class->hasTrivialDefaultConstructor())
        return Value();
      Zeroed = New->hasInitializer();
    }
    return Zeroed ? zero(R->T) : Value{.K = Value::Kind::Uninitialized};
  }
  if (!Root->isOnStack() || Root->parameter())
    return Value();
  const auto *Class = Root->T->getAsCXXRecordDecl();
  if (Class && !Class->hasTrivialDefaultConstructor())
    return Value();
  return Value{.K = Value::Kind::Uninitialized};
}

} // namespace

const Type &strippedOfArrays(const Type &T) {
  const Type *Level = &T;
  while (Level->K == Type::Kind::Array)
    Level = &Level->element();
  return *Level;
}

const Field *findField(const Model &M, const Type &T, llvm::StringRef Name) {
  if (T.K == Type::Kind::Structure)
    for (const Field &F : M.Structures[T.Definition].Fields)
      if (F.Name == Name)
        return &F;
  if (T.K == Type::Kind::Union)
    for (const Arm &A : M.Unions[T.Definition].Arms)
      if (A.F.Name == Name)
        return &A.F;
  return nullptr;
}

const Parameter *Subject::parameterOf(const Region *R) const {
  return declaredAs(*this, R->root());
}

const Type *Subject::declaredTypeOf(const Region *R) const {
  switch (R->K) {
  case RegionKind::Variable: {
    const Parameter *P = declaredAs(*this, R);
    return P ? &P->T : nullptr;
  }
  case RegionKind::Reached:
    return declaredTypeOf(R->Parent);
  case RegionKind::Field: {
    const Type *Holder = typeOf(R->Parent);
    const Field *F = Holder ? findField(M, *Holder, R->D->getName()) : nullptr;
    return F ? &F->T : nullptr;
  }
  case RegionKind::Content: {
    const Type *Class = typeOf(R->Parent);
    return Class && Class->K == Type::Kind::Standard &&
                   Class->Element.size() == 1
               ? &Class->element()
               : nullptr;
  }
  case RegionKind::Pointee: {
    const Type *Pointer = typeOf(R->Parent);
    // Of T *&, the model has the pointer only.
    if (Pointer && Pointer->Reseatable && R->Parent->K == RegionKind::Variable)
      return Pointer;
    return Pointer && Pointer->K == Type::Kind::Pointer ? &Pointer->element()
                                                        : nullptr;
  }
  case RegionKind::Element:
  case RegionKind::Allocation:
  case RegionKind::Literal:
  case RegionKind::This:
  case RegionKind::Temporary:
  case RegionKind::Earlier:
    break;
  }
  return nullptr;
}

const Type *Subject::typeOf(const Region *R) const {
  const Type *T = declaredTypeOf(R);
  return T ? &strippedOfArrays(*T) : nullptr;
}

namespace {

/// Whether it is what a context handle points to.
bool isContext(const Subject &S, const Region *R) {
  const Type *T = R->K == RegionKind::Pointee ? S.typeOf(R->Parent) : nullptr;
  return T && T->K == Type::Kind::ContextHandle;
}

} // namespace

bool Subject::isOfContext(const Region *R) const {
  for (; R && R->Parent; R = R->Parent)
    if (isContext(*this, R))
      return true;
  return false;
}

bool Subject::livesOn(const Region *R) const {
  const Region *Root = R->root();
  return isOfContext(R) || Root->K == RegionKind::This ||
         (Root->K == RegionKind::Variable && !Root->isOnStack());
}

bool Subject::isStubOwned(const Region *R) const {
  if (!parameterOf(R) || R->K == RegionKind::Variable || isOfContext(R))
    return false;
  for (; R->Parent; R = R->Parent)
    if (R->K == RegionKind::Content)
      return true;
  return R->parameter()->getType()->isAnyPointerType() ||
         R->parameter()->getType()->isReferenceType();
}

Allocation Subject::allocationBehind(const Region *R) const {
  const Type *Own = typeOf(R);
  if (Own && Own->Allocated != Allocation::AsNeeded)
    return Own->Allocated;
  for (R = R->Parent; R; R = R->Parent)
    if (const Type *T = typeOf(R); T && (T->Allocated == Allocation::Kept ||
                                         T->Allocated == Allocation::Together))
      return T->Allocated;
  return Allocation::AsNeeded;
}

bool Subject::leadsToBlock(const Region *R) const {
  const Allocation Behind = allocationBehind(R);
  return Behind == Allocation::Separate || Behind == Allocation::Kept;
}

bool Subject::isReflected(const Region *R) const {
  const Parameter *P = parameterOf(R);
  const Type *T = typeOf(R);
  return O.ReflectsDeletions && P && P->Dir.In && T &&
         T->K == Type::Kind::Pointer && T->Class == PointerClass::Full;
}

const Region *Subject::sibling(Regions &Known, const Region *R,
                               const Expression &Operand) const {
  const Region *Found = nullptr;
  if (R->K == RegionKind::Field) {
    for (const FieldDecl *D : cast<FieldDecl>(R->D)->getParent()->fields())
      if (D->getIdentifier() && D->getName() == Operand.Name)
        Found = Known.field(R->Parent, D);
  } else if (parameterOf(R)) {
    for (std::size_t I = 0; I < O.Parameters.size(); ++I)
      if (O.Parameters[I].Name == Operand.Name && I < F->getNumParams())
        Found = Known.variable(F->getParamDecl(I));
  }
  // A reference is followed without a '*'.
  unsigned Levels = Operand.Dereferences;
  if (Found && !Found->T.isNull() && Found->T->isReferenceType())
    Levels = std::max(Levels, 1u);
  for (; Found && Levels > 0; --Levels)
    Found = Found->T.isNull() || Found->T->getPointeeType().isNull()
                ? nullptr
                : Known.pointee(Found, Found->T->getPointeeType());
  return Found;
}

Values Subject::initialPointer(Regions &Known, const Region *R,
                               const Parameter &P) const {
  const Type *T = typeOf(R);
  const Region *To = Known.pointee(R, R->T->getPointeeType());
  if (!To)
    return Value();
  const Value Address{.K = Value::Kind::Address, .R = To};
  const Value Null{.K = Value::Kind::Null, .R = R};
  if (!T || (T->K != Type::Kind::Pointer && T->K != Type::Kind::ContextHandle))
    return Address;
  bool IsHandle = T->K == Type::Kind::ContextHandle;
  if (T->Reseatable && !P.Dir.In && R->K == RegionKind::Pointee &&
      R->Parent->K == RegionKind::Variable)
    return Null;
  bool MayBeNull = IsHandle ? P.Dir.Out : T->Class != PointerClass::Ref;
  if (!MayBeNull)
    return Address;
  if (!P.Dir.In && R->K != RegionKind::Variable)
    return Null;
  Values Both(Address);
  Both.add(Null);
  return Both;
}

/// What owning pointers and optionals of the program hold, which live on after
/// the call: nothing, or something of their own.
Values Subject::initialOwner(Regions &Known, const Region *R) const {
  Values Both(Value{.K = Value::Kind::Null});
  Both.add({.K = Value::Kind::Address,
            .R = Known.content(R, contentType(R->T), false)});
  return Both;
}

/// What an object of the standard library holds: it is never null but where it
/// is a pointer on the wire.
Values Subject::initialHolder(Regions &Known, const Region *R,
                              const Parameter &P) const {
  const Type *T = typeOf(R);
  if (!T || T->K != Type::Kind::Standard)
    return Value();
  const StandardKind K = standardKind(R->T);
  const Value Address{
      .K = Value::Kind::Address,
      .R = Known.content(R, contentType(R->T), K == StandardKind::View)};
  if (K == StandardKind::View)
    return Address;
  if (K != StandardKind::Owner && K != StandardKind::Optional)
    return Value();
  const Value Null{.K = Value::Kind::Null, .R = R};
  if (!P.Dir.In)
    return Null;
  Values Both(Address);
  Both.add(Null);
  return Both;
}

Values Subject::initial(Regions &Known, const Region *R) const {
  const StandardKind Holds = standardKind(R->T);
  if ((Holds == StandardKind::Owner || Holds == StandardKind::Optional) &&
      livesOn(R))
    return initialOwner(Known, R);
  if (const Parameter *P = parameterOf(R)) {
    if (R->T.isNull() || R->T->isArrayType())
      return Value();
    if (R->T->isReferenceType()) {
      const Region *To = Known.pointee(R, R->T->getPointeeType());
      return To ? Value{.K = Value::Kind::Address, .R = To} : Value();
    }
    if (R->T->isAnyPointerType())
      return initialPointer(Known, R, *P);
    if (isHolder(R->T))
      return initialHolder(Known, R, *P);
    if (R->T->isIntegralOrEnumerationType())
      return P->Dir.In ? Value{.K = Value::Kind::Initial, .R = R} : zero(R->T);
    return Value();
  }
  if (isResult(R->root()) && !R->T.isNull() && R->T->isAnyPointerType() &&
      R->D) {
    // What the server has made of it.
    Values Both(Value{.K = Value::Kind::Null, .R = R});
    const Region *To = Known.pointee(R, R->T->getPointeeType());
    Both.add(To ? Value{.K = Value::Kind::Address, .R = To} : Value());
    return Both;
  }
  return fresh(R);
}

namespace {

/// As the object of "->" or "[]", which bind tighter than "*".
std::string postfix(const std::string &Name) {
  return Name.starts_with('*') ? "(" + Name + ")" : Name;
}

} // namespace

std::string Subject::nameOfField(const Region *R) const {
  const Region *Of = R->Parent;
  const std::string Name = R->D->getNameAsString();
  // No variable need point to memory that is new.
  if (Of->isAllocation())
    return cast<FieldDecl>(R->D)->getParent()->getNameAsString() + "::" + Name;
  if (Of->K == RegionKind::Field && !Of->T.isNull() && Of->T->isArrayType())
    return nameOf(Of) + "[...]." + Name;
  const bool IsPointee = Of->K == RegionKind::Pointee ||
                         Of->K == RegionKind::Reached ||
                         (Of->K == RegionKind::Content && !Of->Several);
  if (!IsPointee || Of->Holder->T->isReferenceType() || isArray(Of))
    return nameOf(Of) + "." + Name;
  return postfix(nameOf(Of->Holder)) + "->" + Name;
}

std::string Subject::nameOf(const Region *R) const {
  switch (R->K) {
  case RegionKind::Variable: {
    // The implementation need not name a parameter.
    const Parameter *P = declaredAs(*this, R);
    return R->D->getIdentifier() || !P ? R->D->getNameAsString() : P->Name;
  }
  case RegionKind::Field:
    return nameOfField(R);
  case RegionKind::Pointee:
  case RegionKind::Reached:
    if (R->Holder->T->isReferenceType())
      return nameOf(R->Holder);
    return isArray(R) ? postfix(nameOf(R->Holder)) + "[...]"
                      : "*" + nameOf(R->Holder);
  case RegionKind::Content:
    return R->Several ? postfix(nameOf(R->Parent)) + "[...]"
                      : "*" + nameOf(R->Parent);
  case RegionKind::Element:
    return postfix(nameOf(R->Parent->K == RegionKind::Content
                              ? R->Parent->Parent
                              : R->Parent)) +
           "[" + std::to_string(R->Index) + "]";
  case RegionKind::Temporary:
    return "a temporary";
  case RegionKind::This:
    return "*this";
  case RegionKind::Allocation:
  case RegionKind::Earlier:
  case RegionKind::Literal:
    break;
  }
  return "what is new";
}

bool Subject::isArray(const Region *R) const {
  const Type *T = declaredTypeOf(R);
  return T && T->K == Type::Kind::Array;
}

} // namespace rpcgen
