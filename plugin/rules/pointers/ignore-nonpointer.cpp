#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *A = find(At.Attributes, Attribute::Ignore);
  if (A && !At.T.Ignored)
    R.report(A->Loc,
             "[ignore] needs a pointer, and " + describe(At) + " is not one")
        .note(A->Loc, "what does not travel has no place in a struct that "
                      "does");
}

DEFINE_RULE(IgnoreNonpointer) = {"ignore-nonpointer", Severity::Error,
                                 "ignore on a field that is not a pointer",
                                 check};
