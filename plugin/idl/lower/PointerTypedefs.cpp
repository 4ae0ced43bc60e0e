//===- PointerTypedefs.cpp - pointer-typedef ------------------------------===//
//
// DCE gives a pointer that a typedef makes the class that is the default where
// the typedef is, for parameters too; MIDL's are [ref].
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerPointerTypedefs(Program &P, Unit &U) {
  if (P.D != Dialect::Dce)
    return;
  forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
    if (In && !find(In->Attrs, "pointer_default"))
      In->Attrs.push_back({I.Loc, "pointer_default", {}, "ptr"});
    auto *T = std::get_if<Typedef>(&I.Is);
    if (!T || find(T->Attrs, "context_handle") || find(T->Attrs, "ref") ||
        find(T->Attrs, "unique") || find(T->Attrs, "ptr"))
      return;
    const Attribute *Default =
        In ? find(In->Attrs, "pointer_default") : nullptr;
    for (Variable &V : T->Names) {
      if (V.Layers.empty() || V.Layers.front().K != Layer::Kind::Pointer)
        continue;
      const std::string Class = Default ? Default->Text : "ptr";
      V.Attrs.push_back({V.Loc, Class});
      P.remark(V.Loc, "pointer-typedef",
               "'" + V.Name + "' is [" + Class + "] wherever it is used");
    }
  });
}

} // namespace rpcgen::idl
