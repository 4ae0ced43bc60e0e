//===- RetainPointer.cpp --------------------------------------------------===//

#include "bodies/Rules.h"
#include "bodies/Words.h"

#include <set>

namespace rpcgen {

void bodies::checkRetainPointer(const Body &B, Reporter &R) {
  std::set<std::uint32_t> Reported;
  for (const Retention &Kept : B.Retentions)
    for (Value V : Kept.What) {
      if (V.K != Value::Kind::Address)
        continue;
      const Region *Object = V.R->object();
      const KnownFunction *Made = Object->K == Region::Kind::Allocation
                                      ? knownFunction(Object->E)
                                      : nullptr;
      bool IsArena = Made && Made->Of == Allocator::Stub;
      if (!IsArena && (!B.isStubOwned(V.R) || !Object->Holder ||
                       B.allocationBehind(Object->Holder) == Allocation::Kept))
        continue;
      if (Reported.insert(at(Kept.At).Raw).second)
        R.report(at(Kept.At),
                 (IsArena
                      ? std::string("memory of '") + Made->Name + "'"
                      : "what " + describe(B, Object->Holder) + " points to") +
                     " is released when the call has ended, and a pointer to "
                     "it is kept here; keep a copy");
    }
}

} // namespace rpcgen
