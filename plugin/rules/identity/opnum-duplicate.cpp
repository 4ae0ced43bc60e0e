#include "rules/Rule.h"

#include <map>

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  std::map<std::uint16_t, const Operation *> Seen;
  for (const Operation &O : I.Operations) {
    if (O.Local && !O.Reserved)
      continue;
    auto [First, IsNew] = Seen.emplace(O.Opnum, &O);
    if (!IsNew)
      R.report(O.Loc, "operation " + quote(O.Name) + " has the number " +
                          std::to_string(O.Opnum) + ", which is that of " +
                          quote(First->second->Name))
          .note(First->second->Loc, "it is declared here");
  }
}

DEFINE_RULE(OpnumDuplicate) = {"opnum-duplicate", Severity::Error,
                               "several operations of the same number", check};
