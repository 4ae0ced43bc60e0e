//===- Constants.cpp - pointer-constant -----------------------------------===//
//
// "const void *NOWHERE = (void *) -1" is no constant in C++, and nothing that
// travels depends on it.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerConstants(Program &P, Unit &U) {
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    auto *C = std::get_if<Constant>(&I.Is);
    if (!C || C->Layers.empty() || C->Value.K != Expr::Kind::Cast)
      return;
    P.remark(I.Loc, "pointer-constant",
             "'" + C->Name + "' is a pointer made of a number, and a comment");
    I.Is = Quote{C->Name + " is a pointer made of a number.", true};
  });
}

} // namespace rpcgen::idl
