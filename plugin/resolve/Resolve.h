//===- Resolve.h - every default filled in --------------------------------===//
#ifndef RPCGEN_RESOLVE_RESOLVE_H
#define RPCGEN_RESOLVE_RESOLVE_H

#include "model/Interface.h"

namespace rpcgen {

/// Fills in every member of the model that is marked "resolved": directions,
/// operation numbers, pointer classes, the arrays of sized pointers, union
/// arms and discriminants, uuids and versions. Judges nothing: what makes no
/// sense is left at its default for a rule to find. Idempotent.
Model resolve(Model M);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_RESOLVE_H
