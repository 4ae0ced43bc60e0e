#include "rules/Rule.h"

#include <cstdint>
#include <map>

using namespace rpcgen;

static void check(const Union &U, ModelReporter &R) {
  std::map<std::int64_t, const Arm *> Seen;
  for (const Arm &A : U.Arms)
    for (std::int64_t Case : A.Cases) {
      auto [First, IsNew] = Seen.emplace(Case, &A);
      if (!IsNew)
        R.report(A.F.Loc, "case " + std::to_string(Case) + " already selects " +
                              quote(First->second->F.Name))
            .note(First->second->F.Loc, "it is selected here");
    }
}

DEFINE_RULE(UnionDupCase) = {"union-dup-case", Severity::Error,
                             "a case that selects several arms", check};
