//===- StringCharacters.cpp - string-characters ---------------------------===//
//
// "[string] unsigned short *" is text of 16 bits to compilers that have no
// wchar_t; the bytes are the same.
//
//===----------------------------------------------------------------------===//

#include "idl/Symbols.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerStringCharacters(Program &P, Unit &U) {
  const Symbols Known(P);
  std::vector<TypeRef> Replaced; // which `Known` refers to
  forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
    const Scope From = scopeOf(P, U, In);
    auto Widen = [&](TypeRef &T, const Variable &V) {
      if (!T || V.Layers.empty())
        return;
      const Type &Character = Known.stripped(*T, From);
      if (Character.K != Type::Kind::Base || Character.Name != "unsigned short")
        return;
      Replaced.push_back(T);
      const bool Const = T->Const;
      T = makeType(Type::Kind::Base, T->Loc, "wchar_t");
      T->Const = Const;
      P.remark(V.Loc, "string-characters",
               "'" + V.Name +
                   "' is a string of wchar_t, which are 16 bits too");
    };
    if (auto *T = std::get_if<Typedef>(&I.Is); T && find(T->Attrs, "string"))
      for (const Variable &V : T->Names)
        Widen(T->T, V);
    forEachVariable(I, [&](Variable &V, Place) {
      if (find(V.Attrs, "string"))
        Widen(V.T, V);
    });
  });
}

} // namespace rpcgen::idl
