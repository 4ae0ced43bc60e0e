//===- Directions.cpp - implied-direction ---------------------------------===//
//
// A parameter without a direction is [in].
//
//===----------------------------------------------------------------------===//

#include "idl/Symbols.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerDirections(Program &P, Unit &U) {
  const Symbols Known(P);
  forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
    const Scope From = scopeOf(P, U, In);
    auto *O = std::get_if<Operation>(&I.Is);
    if (!O || find(O->Attrs, "local") || (In && find(In->Attrs, "local")))
      return;
    for (Variable &V : O->Parameters) {
      if (find(V.Attrs, "in") || find(V.Attrs, "out") || !V.T)
        continue;
      const Type &T = Known.stripped(*V.T, From);
      if (T.K == Type::Kind::Base && T.Name == "handle_t")
        continue;
      V.Attrs.insert(V.Attrs.begin(), {V.Loc, "in"});
      P.remark(V.Loc, "implied-direction",
               "'" + V.Name + "' has no direction and is [in]");
    }
  });
}

} // namespace rpcgen::idl
