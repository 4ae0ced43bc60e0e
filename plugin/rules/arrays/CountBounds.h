//===- CountBounds.h - which values sizes and lengths can have ----------===//
#ifndef RPCGEN_RULES_ARRAYS_COUNTBOUNDS_H
#define RPCGEN_RULES_ARRAYS_COUNTBOUNDS_H

#include "rules/Rule.h"

namespace rpcgen {

/// The parameter or field that alone is the size of an array, or, if that is a
/// fixed one, the length; null for none.
inline const Expression *countOf(const Type &Array) {
  const auto &Count = Array.Extent ? Array.Length : Array.Size;
  return Count && Count->K == Expression::Kind::Operand ? &*Count : nullptr;
}

inline bool mayBeNullWith(const Type &Pointer) {
  return Pointer.K == Type::Kind::Pointer &&
         Pointer.Class != PointerClass::Ref &&
         Pointer.element().K == Type::Kind::Array && Pointer.element().Size &&
         !Pointer.element().Unchecked;
}

} // namespace rpcgen

#endif // RPCGEN_RULES_ARRAYS_COUNTBOUNDS_H
