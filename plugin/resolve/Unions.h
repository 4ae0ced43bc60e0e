//===- Unions.h - discriminants of unions ---------------------------------===//
#ifndef RPCGEN_RESOLVE_UNIONS_H
#define RPCGEN_RESOLVE_UNIONS_H

#include "model/Interface.h"

namespace rpcgen {

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
