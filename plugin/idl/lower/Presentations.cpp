//===- Presentations.cpp - wire-type --------------------------------------===//
//
// "typedef [wire_marshal(wireX)] void *X" says that X travels as wireX: here it
// is wireX. What represent_as and user_marshal name is of one side's memory.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerPresentations(Program &P, Unit &U) {
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    auto *T = std::get_if<Typedef>(&I.Is);
    if (!T)
      return;
    for (const char *Name : {"represent_as", "user_marshal"})
      if (const Attribute *A = find(T->Attrs, Name)) {
        P.remark(A->Loc, "wire-type",
                 "'" + A->Name + "' is of one side, and left out");
        remove(T->Attrs, Name);
      }
    for (const char *Name : {"wire_marshal", "transmit_as"}) {
      const Attribute *A = find(T->Attrs, Name);
      if (!A || !A->Named)
        continue;
      for (Variable &V : T->Names) {
        P.remark(V.Loc, "wire-type",
                 "'" + V.Name + "' is what it travels as, '" + A->Text + "'");
        V.Layers.clear();
      }
      T->T = A->Named;
      remove(T->Attrs, Name);
    }
  });
}

} // namespace rpcgen::idl
