//===- Predefined.cpp - predefined-type -----------------------------------===//
//
// "typedef unsigned short wchar_t;" for compilers that have no such type.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>
#include <set>

namespace rpcgen::idl {

void lowerPredefined(Program &P, Unit &U) {
  static const std::set<std::string> Names = {
      "wchar_t",  "byte",  "boolean", "error_status_t",
      "handle_t", "hyper", "small"};
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    auto *T = std::get_if<Typedef>(&I.Is);
    if (!T)
      return;
    for (const Variable &V : T->Names)
      if (Names.count(V.Name))
        P.remark(V.Loc, "predefined-type",
                 "'" + V.Name + "' is a type of its own here");
    std::erase_if(T->Names, [](const Variable &V) {
      return Names.count(V.Name) && V.Layers.empty();
    });
    if (T->Names.empty() && !(T->T && T->T->Defined))
      T->T = nullptr;
  });
}

} // namespace rpcgen::idl
