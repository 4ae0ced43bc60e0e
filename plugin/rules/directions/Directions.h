//===- Directions.h - which way parameters travel -----------------------===//
#ifndef RPCGEN_RULES_DIRECTIONS_DIRECTIONS_H
#define RPCGEN_RULES_DIRECTIONS_DIRECTIONS_H

#include "rules/Rule.h"

namespace rpcgen {

inline bool hasDirection(const Site &At) {
  return find(At.Attributes, Attribute::In) ||
         find(At.Attributes, Attribute::Out);
}

/// Whether the elements of an array, or the object itself, are const.
inline bool isConst(const Type &T) {
  return T.Const || (T.K == Type::Kind::Array && isConst(T.element()));
}

/// Whether the parameter gives the server something that it may write to.
inline bool isWritable(const Type &T) {
  if (T.isSpan())
    return !isConst(T.element());
  if (T.K != Type::Kind::Pointer || innermost(T).K == Type::Kind::BindingHandle)
    return false;
  return (T.Reseatable && !T.Const) || !isConst(T.element());
}

} // namespace rpcgen

#endif // RPCGEN_RULES_DIRECTIONS_DIRECTIONS_H
