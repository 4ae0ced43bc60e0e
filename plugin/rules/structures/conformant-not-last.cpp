#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Structure &S, ModelReporter &R) {
  for (const Field &F : S.Fields)
    if (&F != &S.Fields.back() && isOpen(R.model(), F.T))
      R.report(F.Loc, "field " + quote(F.Name) + " ends in an open array " +
                          "and must be the last one of " + quote(S.Name))
          .note(S.Fields.back().Loc,
                quote(S.Fields.back().Name) + " comes after it");
}

DEFINE_RULE(ConformantNotLast) = {
    "conformant-not-last", Severity::Error,
    "an open array that is not the last field of its structure", check};
