//===- Handles.h - where context handles are ------------------------------===//
#ifndef RPCGEN_RULES_CONTEXTS_HANDLES_H
#define RPCGEN_RULES_CONTEXTS_HANDLES_H

#include "rules/Rule.h"

namespace rpcgen {

/// At any level, also as the element of a container.
inline bool holdsHandle(const Type &T) {
  bool Found = false;
  forEachLevel(T, [&](const Type &Level) { Found |= isContextHandle(Level); });
  return Found;
}

/// Whether the type is a pointer to a handle.
inline bool isHandlePointer(const Type &T) {
  return T.K == Type::Kind::Pointer && isContextHandle(T.element());
}

/// Whether a context handle or a pointer to one is all there is.
inline bool isHandleAlone(const Site &At) {
  if (isContextHandle(At.T))
    return At.P || At.K == Site::Kind::Result;
  return At.P && isHandlePointer(At.T) && !At.T.Reseatable;
}

/// A parameter whose handle the server may replace, and end.
inline bool isReplaceable(const Parameter &P) {
  return P.Dir.In && P.Dir.Out && isHandlePointer(P.T);
}

} // namespace rpcgen

#endif // RPCGEN_RULES_CONTEXTS_HANDLES_H
