#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Structure &S, ModelReporter &R) {
  if (!S.NaturalLayout)
    R.report(S.Loc, quote(S.Name) + " does not lie in memory as it does on "
                                    "the wire, and is copied field by field");
}

DEFINE_RULE(PackedForcesCopy) = {
    "packed-forces-copy", Severity::Off,
    "a packed structure, which has to be copied field by field", check};
