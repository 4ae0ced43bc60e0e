//===- Unions.h - discriminants of unions ---------------------------------===//
#ifndef RPCGEN_RESOLVE_UNIONS_H
#define RPCGEN_RESOLVE_UNIONS_H

#include "model/Interface.h"

namespace rpcgen {

/// The type of the value that an operand names, of which `Sibling` is the
/// parameter or field: what its pointers lead to. A reference is followed
/// without a '*'. Null if there are fewer levels than that.
const Type *followOperand(const Type &Sibling, const Expression &Operand);

/// Whether values of the type may select from a union: integers of at most 32
/// bits, characters, booleans and enumerations.
bool canBeTag(const Type &T);

/// What union_switch says: the discriminant beside a union.
void resolveUnionSwitch(Structure &S);

/// Gives every union without switch_type the type of its first discriminant,
/// for which everything else must have been resolved.
void resolveTags(Model &M);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_UNIONS_H
