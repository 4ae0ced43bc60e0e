#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  for (const Operation &O : I.Operations)
    for (Location Loc : O.Contradictions)
      R.report(Loc, quote(O.Name) +
                        " is declared again with other attributes, and these "
                        "are ignored")
          .note(O.Loc, "the attributes of this declaration hold");
}

DEFINE_RULE(RedeclarationConflict) = {
    "redeclaration-conflict", Severity::Error,
    "an operation, or a local function, that is declared again with other "
    "attributes",
    check};
