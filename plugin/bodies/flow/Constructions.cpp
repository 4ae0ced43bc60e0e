//===- Constructions.cpp - objects that begin -----------------------------===//

#include "bodies/flow/Evaluator.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

} // namespace

/// What an object of a parameter owns is given away, and lives as long as its
/// new owner.
Values Evaluator::givenAway(const Values &Held) {
  Values Result;
  for (Value V : Held) {
    if (V.K == Kind::Address && isInHolder(V.R))
      V.N = Value::Owned;
    Result.add(V);
  }
  return Result;
}

/// What a thread or function object holds that is made of these.
Values Evaluator::begunWith(StandardKind K,
                            llvm::ArrayRef<const Expr *> Given) {
  Values Held;
  for (const Expr *Argument : Given)
    Held.add(held(Argument));
  if (K == StandardKind::Worker && !Given.empty())
    callElsewhere(Given);
  letGo(Held);
  return Held;
}

/// std::make_unique and std::make_shared have a constructor do the rest.
void Evaluator::makeObject(const CallExpr *E, const Region *In) {
  const QualType Made = contentType(E->getType());
  const CXXRecordDecl *Class =
      Made.isNull() ? nullptr : Made->getAsCXXRecordDecl();
  const StandardKind K = standardKind(Class);
  if (K == StandardKind::Sequence && E->getNumArgs() > 0 &&
      E->getArg(0)->getType()->isIntegralOrEnumerationType())
    tell(E, ContainerOf, {held(E->getArg(0))});
  if (K == StandardKind::Worker || K == StandardKind::Callable)
    storeTo(In, E, nullptr,
            begunWith(K, llvm::SmallVector<const Expr *>(E->arguments())),
            false);
  if (!Class || K != StandardKind::None)
    return;
  const CXXConstructorDecl *Only = nullptr;
  for (const CXXConstructorDecl *F : Class->ctors())
    if (!F->isCopyOrMoveConstructor() && F->getNumParams() == E->getNumArgs()) {
      if (Only)
        return; // which one is not known
      Only = F;
    }
  if (!Only)
    return;
  llvm::SmallVector<Values, 3> Arguments;
  for (unsigned I = 0; I < E->getNumArgs(); ++I)
    Arguments.push_back(Only->getParamDecl(I)->getType()->isReferenceType()
                            ? valuesOf(E->getArg(I))
                            : held(E->getArg(I)));
  const Values New = valuesOf(E);
  callWith(E, Only, In, Arguments);
  Evaluated[E] = New;
}

/// Whether an object is made that holds pointers.
bool Evaluator::constructHolder(const CXXConstructExpr *E) {
  const StandardKind K = standardKind(E->getType());
  if (!isHolder(K))
    return false;
  const CXXConstructorDecl *F = E->getConstructor();
  const unsigned Count = E->getNumArgs();
  if (Count == 0 || isa<CXXDefaultArgExpr>(E->getArg(0))) {
    Evaluated[E] = Value{.K = Kind::Null};
    return true;
  }
  const Expr *First = E->getArg(0);
  const QualType T = First->getType();
  if (K == StandardKind::Worker || K == StandardKind::Callable) {
    Evaluated[E] =
        begunWith(K, llvm::SmallVector<const Expr *>(E->arguments()));
  } else if (F->isCopyOrMoveConstructor() || isHolder(T)) {
    const Values Held =
        K == StandardKind::Owner ? givenAway(held(First)) : held(First);
    if (First->isXValue() && K == StandardKind::Owner) {
      for (Value V : valuesOf(First))
        if (V.K == Kind::Address)
          Now->store(V.R, Value{.K = Kind::Null}, false, Initial);
    }
    Evaluated[E] = Held;
  } else if (K == StandardKind::Optional) {
    const auto *Class = T->getAsCXXRecordDecl();
    const bool IsNone =
        Class && Class->getIdentifier() && Class->getName() == "nullopt_t";
    Evaluated[E] = IsNone ? Value{.K = Kind::Null} : Value();
  } else if (standardKind(T) == StandardKind::Sequence) {
    Evaluated[E] = contentOf(valuesOf(First), T);
  } else {
    if (T->isAnyPointerType() && K == StandardKind::View && Count == 1)
      dereference(First);
    Evaluated[E] = valuesOf(First);
  }
  return true;
}

/// A constructor of the program's is followed for an object without a name,
/// which then is what the object that is initialized with it will be.
void Evaluator::VisitCXXConstructExpr(const CXXConstructExpr *E) {
  const CXXConstructorDecl *F = E->getConstructor();
  if (constructHolder(E))
    return;
  const StandardKind K = standardKind(F->getParent());
  const Region *Made = Known.temporary(E);
  if (K == StandardKind::None && !F->isTrivial() &&
      !F->isCopyOrMoveConstructor() && mayFollow(F)) {
    Now->forget(Made);
    llvm::SmallVector<const Expr *> Arguments(E->arguments());
    callBody(E, F, Made, Arguments);
    return VisitExpr(E);
  }
  for (unsigned I = 0; I < E->getNumArgs(); ++I) {
    const Expr *Argument = E->getArg(I);
    const QualType T = Argument->getType();
    if (K == StandardKind::Sequence && I == 0 && E->getNumArgs() < 3 &&
        T->isAnyPointerType())
      dereference(Argument);
    if (K == StandardKind::Sequence && I == 0 &&
        T->isIntegralOrEnumerationType())
      tell(E, ContainerOf, {valuesOf(Argument)});
    const bool Copies = F->isCopyOrMoveConstructor() && F->isTrivial();
    if (I < F->getNumParams() && !Copies)
      escape(Argument, F->getParamDecl(I)->getType(), !isOfSystem(F));
  }
  // A function object, for instance, holds what the lambda does.
  if (E->getNumArgs() == 1 && (K != StandardKind::Sequence || F->isTrivial()))
    Evaluated[E] = held(E->getArg(0));
  else
    VisitExpr(E);
}

void Evaluator::VisitCXXNewExpr(const CXXNewExpr *E) {
  if (E->getNumPlacementArgs() > 0 &&
      E->getPlacementArg(0)->getType()->isAnyPointerType()) {
    Evaluated[E] = valuesOf(E->getPlacementArg(0));
  } else {
    Values Count = E->isArray() && E->getArraySize()
                       ? valuesOf(*E->getArraySize())
                       : Values(Value{.K = Kind::Number, .N = 1});
    if (const KnownFunction *F = knownFunction(E))
      tell(E, *F, {Count});
    Evaluated[E] = allocate(E);
  }
  const Expr *Value = E->getInitializer();
  const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Value);
  const bool Zeroes = E->getNumPlacementArgs() > 0 && Made &&
                      Made->requiresZeroInitialization();
  if (Value && Value->getType()->isRecordType() &&
      (isa<InitListExpr>(Value) || Zeroes || (Made && Made->getNumArgs() > 0)))
    for (rpcgen::Value V : valuesOf(E))
      if (V.K == Kind::Address)
        initialize(V.R, Value, E);
}

} // namespace rpcgen
