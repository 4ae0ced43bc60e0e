#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.U && isOpen(R.model(), At.T))
    R.report(At.Loc, describe(At) + " ends in an open array, and a union has "
                                    "a fixed size")
        .note(At.Loc, "use a pointer to it");
}

DEFINE_RULE(UnionArmConformant) = {"union-arm-conformant", Severity::Error,
                                   "an arm of a union whose size varies",
                                   check};
