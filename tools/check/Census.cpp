//===- Census.cpp ---------------------------------------------------------===//

#include "Census.h"
#include "Words.h"

namespace rpc_check {

void Census::add(const rpcgen::Model &M,
                 const std::function<Place(rpcgen::Location)> &PlaceOf) {
  for (const rpcgen::Interface &I : M.Interfaces) {
    Interfaces.emplace(PlaceOf(I.Loc), I.Name);
    for (const rpcgen::Operation &O : I.Operations)
      if (!O.Local)
        Operations.emplace(PlaceOf(O.Loc), O.Name);
  }
  for (const rpcgen::SerializedType &S : M.Serialized)
    Types.emplace(PlaceOf(S.Loc), S.Name);
}

void Census::merge(Census Other) {
  Interfaces.merge(Other.Interfaces);
  Operations.merge(Other.Operations);
  Types.merge(Other.Types);
}

std::string describe(const Census &C, std::size_t Files) {
  std::string Text = "checked " + plural(Files, "file", "files") + ": " +
                     plural(C.Interfaces.size(), "interface", "interfaces") +
                     ", " +
                     plural(C.Operations.size(), "operation", "operations");
  if (!C.Types.empty())
    Text +=
        ", " + plural(C.Types.size(), "serialized type", "serialized types");
  return Text;
}

} // namespace rpc_check
