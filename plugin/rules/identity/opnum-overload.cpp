#include "rules/Rule.h"

#include <map>
#include <utility>

using namespace rpcgen;

static void check(const Model &M, ModelReporter &R) {
  std::map<std::pair<const Interface *, std::string>, const Operation *> Seen;
  forEachOperation(M, [&](const Interface &I, const Operation &O) {
    auto [First, IsNew] = Seen.emplace(std::pair(&I, O.Name), &O);
    if (!IsNew)
      R.report(O.Loc, "operation " + quote(O.Name) +
                          " is overloaded, and "
                          "operations need a name "
                          "each")
          .note(First->second->Loc, "the first one is declared here");
  });
}

DEFINE_RULE(OpnumOverload) = {"opnum-overload", Severity::Error,
                              "several operations of the same name", check};
