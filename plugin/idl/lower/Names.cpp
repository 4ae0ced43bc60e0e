//===- Names.cpp - renamed ------------------------------------------------===//
//
// Keywords of C++, and the names that stubs have in every interface. No name
// travels.
//
//===----------------------------------------------------------------------===//

#include "idl/Names.h"

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerNames(Program &P, Unit &U) {
  auto Check = [&](const std::string &Name, Location Loc) {
    if (std::string Written = identifier(Name);
        !Name.empty() && Written != Name)
      P.remark(Loc, "renamed",
               "'" + Name + "' is written as '" + Written + "'");
  };
  forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
    if (auto *Named = std::get_if<Interface>(&I.Is))
      Check(Named->Name, I.Loc);
    forEachVariable(I, [&](Variable &V, Place) { Check(V.Name, V.Loc); });
    if (auto *O = std::get_if<Operation>(&I.Is)) {
      if (In && isReserved(O->Name)) {
        P.remark(I.Loc, "renamed",
                 "'" + O->Name +
                     "' is a name of the stubs and is written as '" + O->Name +
                     "_'");
        O->Name += "_";
      }
      Check(O->Name, I.Loc);
    }
  });
}

} // namespace rpcgen::idl
