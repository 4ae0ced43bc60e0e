//===- PointerDefaults.cpp - the default of types outside of interfaces ---===//
//
// pointer_default and ms_union are for the types of their own interface, and
// types in no interface have [unique] pointers; DCE's have [ptr]. A header has
// types in the namespace of an interface with calls, or they take the default
// of the interface that uses them. Where that is another one, the class is
// written at each pointer.
//
//===----------------------------------------------------------------------===//

#include "idl/Symbols.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

std::string defaultOf(const Program &P, const Interface *In) {
  const Attribute *A = In ? find(In->Attrs, "pointer_default") : nullptr;
  return A ? A->Text : P.D == Dialect::Dce ? "ptr" : "unique";
}

/// Whether an interface with calls has another default.
bool hasOther(const Program &P, const std::string &Default) {
  bool Result = false;
  for (const Unit &U : P.Units)
    forEachItem(U.Tree.Items, [&](const Item &I, const Interface *) {
      auto *In = std::get_if<Interface>(&I.Is);
      Result |= In && hasCalls(*In) && defaultOf(P, In) != Default;
    });
  return Result;
}

bool hasClass(const Attributes &All) {
  return std::ranges::any_of(All, [](const Attribute &A) {
    return A.Name == "ref" || A.Name == "unique" || A.Name == "ptr" ||
           A.Name == "ignore";
  });
}

/// Whether a typedef on the way to the pointer gives it a class.
bool aliasHasClass(const Type &T, const Symbols &Known, Scope From) {
  const Symbol *S = T.K == Type::Kind::Named ? Known.find(T, From) : nullptr;
  for (int Steps = 0; S && S->Alias && Steps < 64; ++Steps) {
    if (hasClass(S->Alias->Attrs) || (S->Attrs && hasClass(*S->Attrs)))
      return true;
    if (!S->Alias->Layers.empty() || !S->T || S->T->K != Type::Kind::Named)
      break;
    S = Known.find(*S->T, S->In);
  }
  return false;
}

} // namespace

void lowerPointerDefaults(Program &P, Unit &U) {
  const Symbols Known(P);
  forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
    if (In && hasCalls(*In))
      return;
    if (const Attribute *A = In ? find(In->Attrs, "ms_union") : nullptr)
      forEachDefinition(I, [&](Type &T) {
        if (T.K == Type::Kind::Union && !find(T.Defined->Attrs, "ms_union"))
          T.Defined->Attrs.push_back(*A);
      });
    const std::string Default = defaultOf(P, In);
    if (!hasOther(P, Default))
      return;
    const Scope From = scopeOf(P, U, In);
    forEachVariable(I, [&](Variable &V, Place Where) {
      if ((Where != Place::Field && Where != Place::Arm) || !V.T)
        return;
      if (std::ranges::count(V.Layers, Layer::Kind::Pointer, &Layer::K) > 1)
        P.Findings.push_back(
            {"idl-unsupported",
             Severity::Warning,
             V.Loc,
             "the pointer inside '" + V.Name +
                 "' takes the pointer_default of the interface that uses it; a "
                 "typedef can give it its class",
             {},
             {}});
      if (Known.isPointer(*V.T, V.Layers, From) && !hasClass(V.Attrs) &&
          !(V.Layers.empty() && aliasHasClass(*V.T, Known, From)))
        V.Attrs.push_back({V.Loc, Default});
    });
  });
}

} // namespace rpcgen::idl
