//===- InterfacePointers.cpp - interface-pointer --------------------------===//
//
// A pointer to an interface travels as a [unique] pointer to bytes that say
// where the object is (MS-DCOM, "MInterfacePointer"), and so does what iid_is
// describes. A SAFEARRAY is a pointer to the structure that MS-OAUT defines.
//
//===----------------------------------------------------------------------===//

#include "idl/Symbols.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

constexpr const char *Marshaled = "INTERFACE_POINTER";

class Lowerer {
public:
  Lowerer(const Symbols &Known, const Scope &From) : Known(Known), From(From) {}

  void lower(Typedef &T) {
    if (TypeRef Array = arrayFor(*T.T))
      T.T = std::move(Array);
    if (!isInterface(*T.T, T.Attrs) ||
        !std::ranges::all_of(
            T.Names, [](const Variable &V) { return isPointer(V.Layers); }))
      return;
    for (Variable &V : T.Names)
      V.Layers.pop_back();
    T.T = named(*T.T, Marshaled);
  }

  void lower(Variable &V) {
    if (TypeRef Array = V.T ? arrayFor(*V.T) : nullptr)
      V.T = std::move(Array);
    if (V.T && find(V.Attrs, "iid_is") && isPointerToAny(*V.T))
      V.T = named(*V.T, Marshaled);
    if (!V.T || !isInterface(*V.T, V.Attrs) || !isPointer(V.Layers))
      return;
    V.Layers.pop_back();
    V.T = named(*V.T, Marshaled);
  }

private:
  bool isInterface(const Type &T, const Attributes &Attrs) const {
    if (T.K == Type::Kind::Base)
      return T.Name == "void" && find(Attrs, "iid_is");
    const Symbol *S = T.K == Type::Kind::Named ? Known.find(T, From) : nullptr;
    return S && S->K == Symbol::Kind::Interface;
  }

  /// "typedef void *PVOID"
  bool isPointerToAny(const Type &T) const {
    const Symbol *S = T.K == Type::Kind::Named ? Known.find(T, From) : nullptr;
    return S && S->Alias && S->T && isPointer(S->Alias->Layers) &&
           S->Alias->Layers.size() == 1 && S->T->K == Type::Kind::Base &&
           S->T->Name == "void";
  }

  static bool isPointer(const std::vector<Layer> &Layers) {
    return !Layers.empty() && Layers.back().K == Layer::Kind::Pointer;
  }

  /// Null for what is no array of automation, and where none is known.
  TypeRef arrayFor(const Type &T) const {
    if (T.K == Type::Kind::SafeArray && Known.find("PSAFEARRAY", From))
      return named(T, "PSAFEARRAY");
    return nullptr;
  }

  static TypeRef named(const Type &Before, const char *Name) {
    return makeType(Type::Kind::Named, Before.Loc, Name);
  }

  const Symbols &Known;
  const Scope &From;
};

/// The bytes say of which interface they are. A parameter that is a pointer
/// would be [ref].
void settle(Variable &V, Place At, Program &P) {
  if (const Attribute *Id = find(V.Attrs, "iid_is")) {
    P.remark(Id->Loc, "attribute-left-out",
             "'iid_is' changes nothing on the wire");
    remove(V.Attrs, "iid_is");
  }
  if (At != Place::Parameter || !V.Layers.empty())
    return;
  for (const char *Class : {"ref", "unique", "ptr"})
    remove(V.Attrs, Class);
  V.Attrs.push_back({V.Loc, "unique"});
}

} // namespace

void lowerInterfacePointers(Program &P, Unit &U) {
  auto ForEach = [&](auto Do) {
    // The symbols of types that are replaced are of no use any more.
    const Symbols Known(P);
    forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
      Do(I, Known, scopeOf(P, U, In));
    });
  };
  std::vector<TypeRef> Kept; // the symbols have pointers to them
  ForEach([&](Item &I, const Symbols &Known, const Scope &From) {
    Lowerer Lower(Known, From);
    if (auto *T = std::get_if<Typedef>(&I.Is)) {
      Kept.push_back(T->T);
      if (T->T)
        Lower.lower(*T);
    }
    forEachVariable(I, [&](Variable &V, Place) {
      Kept.push_back(V.T);
      Lower.lower(V);
    });
  });
  ForEach([&](Item &I, const Symbols &Known, const Scope &From) {
    forEachVariable(I, [&](Variable &V, Place At) {
      if (V.T && Known.stripped(*V.T, From).Name == Marshaled)
        settle(V, At, P);
    });
  });
}

} // namespace rpcgen::idl
