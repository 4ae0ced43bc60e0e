//===- Callbacks.cpp - what only object interfaces have -------------------===//
//
// Interface pointers as parameters or fields, arrays of automation, and
// functions: nothing of it travels.
//
//===----------------------------------------------------------------------===//

#include "idl/Symbols.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerCallbacks(Program &P, Unit &U) {
  const Symbols Known(P);
  forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
    const Scope From = scopeOf(P, U, In);
    if (std::holds_alternative<Interface>(I.Is))
      return;
    forEachVariable(I, [&](Variable &V, Place) {
      if (!V.Value.isEmpty())
        P.refuse(I.Loc, V.Loc, "a field with a value is not supported");
    });
    forEachType(I, [&](const Type &T) {
      const Symbol *S = Known.find(T, From);
      if (T.K == Type::Kind::Named && S && S->K == Symbol::Kind::Interface)
        P.refuse(I.Loc, T.Loc,
                 "interface pointers are not supported: '" + T.Name +
                     "' is an interface");
      else if (T.K == Type::Kind::SafeArray)
        P.refuse(I.Loc, T.Loc, "SAFEARRAY is not supported");
    });
  });
}

} // namespace rpcgen::idl
