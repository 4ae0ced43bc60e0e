//===- Resolve.h - every default filled in --------------------------------===//
#ifndef RPCGEN_RESOLVE_RESOLVE_H
#define RPCGEN_RESOLVE_RESOLVE_H

#include "model/Interface.h"

namespace rpcgen {

/// The model with all that is decided (the ...Decisions of Type.h and
/// Interface.h) and with the arrays of sized pointers. Judges nothing: what
/// makes no sense is left at its default for a rule to find.
Model resolve(const declared::Model &Read);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_RESOLVE_H
