#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  for (const Parameter &P : O.Parameters)
    if (P.HasDefault)
      R.report(P.Loc, "the default argument of " + quote(P.Name) +
                          " is dropped: clients have to pass one")
          .note(P.Loc, "leave it out, and write a function that calls the "
                       "client with it");
}

DEFINE_RULE(DefaultArgument) = {"default-argument", Severity::Warning,
                                "a default argument, which stubs do not have",
                                check};
