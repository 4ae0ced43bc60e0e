//===- DeallocatorClient.cpp - how clients release results ----------------===//

#include "bodies/Fixes.h"
#include "bodies/Places.h"
#include "bodies/callers/Rules.h"

namespace rpcgen {
namespace {

/// The call whose memory it is, or is reached from what is, on every way.
const ClientCall *ownerOf(const Client &C, const Values &Pointers) {
  const ClientCall *Made = nullptr;
  for (Value V : Pointers.without(Value::Kind::Null)) {
    Made = V.K == Value::Kind::Address ? C.All.makerOf(V.R->root()) : nullptr;
    if (!Made)
      return nullptr;
  }
  return Made;
}

/// Whether nothing else is released there on another way.
bool isResultOnEveryWay(const Client &C, const Call &Release) {
  return llvm::all_of(C.Calls, [&](const Call &Each) {
    return Each.At != Release.At || Each.Arguments.empty() ||
           Each.Arguments.front().must(Value::Kind::Null) ||
           ownerOf(C, Each.Arguments.front());
  });
}

} // namespace

void bodies::checkDeallocatorClient(const Client &C, Reporter &R) {
  for (const Call &Each : C.Calls) {
    const bool Releases =
        Each.Of->Does == Effect::Release || Each.Of->Does == Effect::Reallocate;
    if (!Releases || Each.Of->Of == Allocator::Stub || Each.Arguments.empty())
      continue;
    const ClientCall *Made = ownerOf(C, Each.Arguments.front());
    if (!Made)
      continue;
    auto Report = R.report(at(Each.At), std::string("'") + Each.Of->Name +
                                            "' releases " + memoryOf(*Made) +
                                            "; release it with rpc::free");
    Report.note(at(Made->Call), "allocated by this call");
    if (isResultOnEveryWay(C, Each))
      releaseByFree(C, Each, Report);
  }
}

} // namespace rpcgen
