#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, const Union &, const Expression &E,
                  ModelReporter &R) {
  const Parameter *Source = outOnlyParameter(At, E);
  if (Source && At.P->Dir.In)
    R.report(E.Loc, "the discriminant of " + describe(At) + " comes from " +
                        quote(E.Name) +
                        ", which is only [out], and is not "
                        "known when the request is sent")
        .note(Source->Loc, "make " + quote(E.Name) + " [in, out]");
}

DEFINE_RULE(UnionTagOut) = {"union-tag-out", Severity::Error,
                            "a discriminant that does not travel in every "
                            "direction that its union does",
                            check};
