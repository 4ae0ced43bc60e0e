//===- Handles.cpp --------------------------------------------------------===//

#include "resolve/Handles.h"

using namespace rpcgen;

namespace {

using Kind = Type::Kind;

bool isVoidPointer(const Type &T) {
  return T.K == Kind::Untransmissible && T.Why == Obstacle::VoidPointer;
}

Type &innermost(Type &T) {
  return T.isPointerLike() ? innermost(T.element()) : T;
}

/// Whether the list says how calls share a context, and what.
bool says(const AttributeList &Attributes, bool &Shared) {
  if (find(Attributes, Attribute::ContextHandleNoserialize))
    return Shared = true;
  if (find(Attributes, Attribute::ContextHandleSerialize))
    return !(Shared = false);
  return false;
}

} // namespace

void rpcgen::makeContextHandle(Type &T, const AttributeList &Attributes) {
  if (!find(Attributes, Attribute::ContextHandle) ||
      innermost(T).K == Kind::ContextHandle)
    return;
  Type *Level = &T;
  auto LeadsToPointer = [](const Type &E) {
    return E.isPointerLike() || isVoidPointer(E);
  };
  while (Level->isPointerLike() && LeadsToPointer(Level->element()))
    Level = &Level->element();
  if (Level->K != Kind::Pointer && !isVoidPointer(*Level))
    return;
  Level->K = Kind::ContextHandle;
  Level->Element.clear();
  Level->Why = Obstacle::None;
}

void rpcgen::resolveContextHandle(Type &T, const AttributeList &Attributes,
                                  const Operation &O, Direction D) {
  Type &Handle = innermost(T);
  if (Handle.K != Kind::ContextHandle)
    return;
  Handle.Nullable = D.Out;
  if (!says(Attributes, Handle.Shared) && !says(O.Attributes, Handle.Shared))
    says(Handle.AliasAttributes, Handle.Shared);
}
