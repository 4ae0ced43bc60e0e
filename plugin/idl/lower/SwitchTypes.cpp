//===- SwitchTypes.cpp - implied-switch-type ------------------------------===//
//
// Where the discriminant is computed, nothing names its type but the field
// that it is computed of.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

const Expr *firstName(const Expr &E) {
  if (E.K == Expr::Kind::Name)
    return &E;
  for (const Expr &Operand : E.Operands)
    if (const Expr *Found = firstName(Operand))
      return Found;
  return nullptr;
}

} // namespace

void lowerSwitchTypes(Program &P, Unit &U) {
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    forEachDefinition(I, [&](Type &T) {
      for (Variable &V : T.Defined->Fields) {
        const Attribute *Is = find(V.Attrs, "switch_is");
        if (!Is || Is->Arguments.size() != 1 || !V.T || !V.T->Defined ||
            Is->Arguments[0].K == Expr::Kind::Name ||
            find(V.Attrs, "switch_type") ||
            find(V.T->Defined->Attrs, "switch_type"))
          continue;
        const Expr *Name = firstName(Is->Arguments[0]);
        auto Field = std::ranges::find(T.Defined->Fields,
                                       Name ? Name->Text : "", &Variable::Name);
        if (!Name || Field == T.Defined->Fields.end())
          continue;
        P.remark(V.Loc, "implied-switch-type",
                 "the discriminant has the type of '" + Name->Text + "'");
        V.Attrs.push_back({V.Loc, "switch_type", {}, "", Field->T});
      }
    });
  });
}

} // namespace rpcgen::idl
