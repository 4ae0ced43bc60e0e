#include "rules/Rule.h"
#include "rules/support/Unions.h"

#include <set>

using namespace rpcgen;

static void check(const Model &M, ModelReporter &R) {
  std::set<const Union *> Explained;
  forEachSite(M, [&](const Site &At) {
    if (!lacksSwitch(At))
      return;
    auto Report =
        R.report(At.Loc, "nothing says which member of the union " +
                             describe(At) + " holds")
            .note(At.Loc, "add switch_is(n), where n is a parameter or field "
                          "next to it");
    const Union &U = M.Unions[innermost(At.T).Definition];
    if (isPlain(M, U) && Explained.insert(&U).second)
      Report.note(U.Loc,
                  "write 'union [[rpc::switch_type(std::uint32_t)]] " + U.Name +
                      "', and before each member the values of n that select "
                      "it, as in '[[rpc::case(1)]]'");
  });
}

DEFINE_RULE(UnionNoSwitchIs) = {"union-no-switch-is", Severity::Error,
                                "a union without switch_is", check};
