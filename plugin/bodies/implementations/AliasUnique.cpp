//===- AliasUnique.cpp ----------------------------------------------------===//

#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Outputs.h"
#include "bodies/implementations/Rules.h"

#include <map>
#include <set>

namespace rpcgen {

void bodies::checkAliasUnique(const Body &B, Reporter &R) {
  std::set<std::uint32_t> Reported;
  for (const Exit &E : B.Exits) {
    std::map<const Region *, const Output *> Leads;
    const std::vector<Output> Outputs = outputsAt(B, E);
    for (const Output &O : Outputs) {
      Value To = O.What.without(Value::Kind::Null).only();
      if (To.K != Value::Kind::Address || O.T->Class == PointerClass::Full ||
          To.R->isMany() || B.Indexed.contains(To.R))
        continue;
      const Output *&Other = Leads[To.R];
      if (!Other) {
        Other = &O;
        continue;
      }
      // Where it is not known which of the two was set, both may be null.
      if (O.What.may(Value::Kind::Null) && Other->What.may(Value::Kind::Null))
        continue;
      Location Here = originOf(B, E, O, To), There = originOf(B, E, *Other, To);
      const Output *Second = &O, *First = Other;
      if (Here.Raw < There.Raw) {
        std::swap(Here, There);
        std::swap(Second, First);
      }
      if (Reported.insert(Here.Raw).second)
        R.report(Here, describe(B, *Second) + " points to the same object as " +
                           describe(B, *First) + ", and the client gets two")
            .note(There, "only [ptr] pointers may point to the same object");
    }
  }
}

} // namespace rpcgen
