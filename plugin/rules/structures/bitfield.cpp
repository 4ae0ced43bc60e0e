#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.F && At.F->BitField)
    R.report(At.Loc, describe(At) + " is a bit-field, which has no wire form")
        .note(At.Loc, "use an integer and masks");
}

DEFINE_RULE(Bitfield) = {"bitfield", Severity::Error,
                         "a bit-field in a structure that travels", check};
