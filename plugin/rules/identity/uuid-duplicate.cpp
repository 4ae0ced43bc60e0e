#include "rules/Rule.h"
#include "rules/support/Identity.h"

#include <map>

using namespace rpcgen;

static void check(const Model &M, ModelReporter &R) {
  std::map<PeerName, const Interface *> Seen;
  for (const Interface &I : M.Interfaces) {
    auto Name = peerName(I);
    if (!Name)
      continue;
    auto [First, IsNew] = Seen.emplace(*Name, &I);
    if (!IsNew)
      R.report(identityOf(I), sameAs(I.Name, First->second->Name))
          .note(identityOf(*First->second), "the other interface is here")
          .note(identityOf(I), "make a uuid with uuidgen for each interface");
  }
}

DEFINE_RULE(UuidDuplicate) = {"uuid-duplicate", Severity::Warning,
                              "two interfaces of one uuid and version", check};
