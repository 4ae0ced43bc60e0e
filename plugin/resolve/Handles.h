//===- Handles.h - context handles ----------------------------------------===//
#ifndef RPCGEN_RESOLVE_HANDLES_H
#define RPCGEN_RESOLVE_HANDLES_H

#include "model/Interface.h"

namespace rpcgen {

/// Makes a context handle of a pointer whose declaration says that it is one.
/// Before the type is resolved: what it points to does not travel.
void makeContextHandle(Type &T, const AttributeList &Attributes);

/// How the operation uses its context handle T, of a parameter or a result with
/// these attributes.
void resolveContextHandle(Type &T, const AttributeList &Attributes,
                          const Operation &O, Direction D);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_HANDLES_H
