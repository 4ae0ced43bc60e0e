//===- Operands.cpp -------------------------------------------------------===//

#include "model/Operands.h"

using namespace rpcgen;

namespace {

using Kind = Type::Kind;

/// Calls back with every type that an operand goes through; what is at its end,
/// or null.
template <class Visit>
const Type *walk(const Type &Sibling, const Expression &Operand, Visit Each) {
  const Type *T = &Sibling;
  for (unsigned Steps = countSteps(Sibling, Operand); T && Steps > 0; --Steps) {
    Each(*T);
    T = pointeeOf(*T);
  }
  return T;
}

} // namespace

bool rpcgen::isUsedAsPointer(const Type &T) {
  return T.K == Kind::Standard && (T.Library == StandardClass::Optional ||
                                   T.Library == StandardClass::UniquePointer ||
                                   T.Library == StandardClass::SharedPointer);
}

bool rpcgen::isOneLevel(const Type &T) {
  if (T.K != Kind::Pointer || T.element().K != Kind::Array)
    return false;
  const Type &Array = T.element();
  return T.FromArray || Array.Size || Array.String ||
         (Array.Length && !Array.Extent);
}

const Type *rpcgen::pointeeOf(const Type &T) {
  if (isUsedAsPointer(T))
    return &T.element();
  const Type *Array = isOneLevel(T)        ? &T.element()
                      : T.K == Kind::Array ? &T
                                           : nullptr;
  if (!Array)
    return T.K == Kind::Pointer ? &T.element() : nullptr;
  bool Open = Array == &T && !Array->Extent;
  return Array->String || Open ? nullptr : &Array->element();
}

unsigned rpcgen::countSteps(const Type &Sibling, const Expression &Operand) {
  return Operand.Dereferences + (Sibling.FromReference ? 1 : 0);
}

const Type *rpcgen::followOperand(const Type &Sibling,
                                  const Expression &Operand) {
  return walk(Sibling, Operand, [](const Type &) {});
}

bool rpcgen::followsPointer(const Type &Sibling, const Expression &Operand) {
  bool Follows = Operand.K == Expression::Kind::Present;
  walk(Sibling, Operand,
       [&](const Type &Level) { Follows |= Level.K != Kind::Array; });
  return Follows;
}

std::vector<const Expression *> rpcgen::sizesBefore(const Type &Sibling,
                                                    const Expression &Operand) {
  std::vector<const Expression *> Sizes;
  walk(Sibling, Operand, [&](const Type &Level) {
    if (isOneLevel(Level) && Level.element().Size)
      Sizes.push_back(&*Level.element().Size);
  });
  return Sizes;
}
