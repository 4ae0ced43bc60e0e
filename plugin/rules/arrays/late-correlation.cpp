#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

/// Whether `Later` comes after the site.
static bool standsBehind(const Site &At, const std::string &Later) {
  auto After = [&](const auto &All) {
    bool Passed = false;
    for (const auto &Each : All) {
      if (Passed && Each.Name == Later)
        return true;
      Passed |= Each.Name == At.Name;
    }
    return false;
  };
  return (At.P && After(At.O->Parameters)) || (At.S && After(At.S->Fields));
}

static void check(const Site &At, const CountAttribute &A, const Expression &E,
                  ModelReporter &R) {
  if (E.K == Expression::Kind::Operand && standsBehind(At, E.Name))
    R.report(E.Loc, std::string("the ") + A.Gives + " of " + describe(At) +
                        " travels after it")
        .note(At.Loc, "declare " + quote(E.Name) + " before it");
}

DEFINE_RULE(LateCorrelation) = {"late-correlation", Severity::Off,
                                "a size that travels after its array", check};
