#include "rules/Rule.h"
#include "rules/arrays/CountBounds.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (mayBeNullWith(Level))
    R.report(At.Loc, describe(At) + " may be null, and then peers refuse "
                                    "a size that is not zero")
        .note(At.Loc, "make it [ref], or see to the size; with "
                      "disable_consistency_check, here or on the "
                      "interface, any will do");
}

DEFINE_RULE(NullWithCount) = {
    "null-with-count", Severity::Off,
    "a [unique] or [ptr] pointer to a sized array, which peers refuse as null "
    "with a count",
    check};
