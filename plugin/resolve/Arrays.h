//===- Arrays.h - sizes, lengths and strings of a type --------------------===//
#ifndef RPCGEN_RESOLVE_ARRAYS_H
#define RPCGEN_RESOLVE_ARRAYS_H

#include "model/Attribute.h"
#include "model/Type.h"

namespace rpcgen {

/// Gives arrays their sizes, the part of them that travels, [string] and
/// bounds, and puts them between pointers and what these point to.
void applyArrays(Type &T, const AttributeList &Attributes);

/// disable_consistency_check, for each pointer in the type that may be null.
void allowNullWithCount(Type &T);

/// What range bounds if it is at T: an integer or enumeration, or the
/// number of elements of an array that has no fixed one, each also as pointees
/// of pointers and as the elements of a pipe. Null if there is neither.
const Type *boundedByRange(const Type &T);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_ARRAYS_H
