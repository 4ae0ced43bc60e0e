//===- Correlations.cpp ---------------------------------------------------===//

#include "bodies/implementations/Correlations.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Visits every array and union that is declared by one declarator.
void visitLevels(const Body &B, const Region *Beside, const Type &Declared,
                 const std::function<void(const Correlated &)> &Visit) {
  const Region *Holder = Beside;
  QualType Q = Beside->T;
  const Type *T = &Declared;
  if (T->Reseatable) { // T *&: the pointer is what the parameter refers to
    Q = Q->getPointeeType();
    Holder = B.pointee(Holder, Q);
  }
  while (Holder) {
    if (T->K == Type::Kind::Array || T->K == Type::Kind::Union)
      return Visit({T, Holder, Beside});
    if (T->K != Type::Kind::Pointer)
      return;
    if (T->element().K != Type::Kind::Array &&
        T->element().K != Type::Kind::Union) {
      Holder = Q->isReferenceType() || Q->isAnyPointerType()
                   ? B.pointee(Holder, Q->getPointeeType())
                   : nullptr;
      Q = Q->getPointeeType();
    }
    T = &T->element();
  }
}

} // namespace

void forEachBeside(const Body &B, const Region *R,
                   const std::function<void(const Correlated &)> &Visit) {
  if (R->K == Region::Kind::Field) {
    const Type *Holder = B.typeOf(R->Parent);
    if (!Holder)
      return;
    for (const FieldDecl *D : cast<FieldDecl>(R->D)->getParent()->fields())
      if (const Field *F = D->getIdentifier()
                               ? findField(B.M, *Holder, D->getName())
                               : nullptr)
        visitLevels(B, B.field(R->Parent, D), F->T, Visit);
  }
  if (R->object() == R) // not a part of what a parameter points to
    for (const ParmVarDecl *P : B.F->parameters())
      if (const Parameter *Declared = B.parameterOf(B.variable(P)))
        visitLevels(B, B.variable(P), Declared->T, Visit);
}

bool uses(const Body &B, const Expression &E, const Region *Beside,
          const Region *R) {
  if (E.K == Expression::Kind::Operand)
    return B.sibling(Beside, E) == R;
  return llvm::any_of(E.Operands, [&](const Expression &Part) {
    return uses(B, Part, Beside, R);
  });
}

} // namespace rpcgen
