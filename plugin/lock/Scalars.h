//===- Scalars.h - the forms of numbers -----------------------------------===//
#ifndef RPCGEN_LOCK_SCALARS_H
#define RPCGEN_LOCK_SCALARS_H

#include "lock/Construct.h"

namespace rpcgen {

/// Numbers, characters, booleans and enumerations; of everything else the form
/// of nothing.
Construct scalarOf(const Model &M, const Type &T);

} // namespace rpcgen

#endif // RPCGEN_LOCK_SCALARS_H
