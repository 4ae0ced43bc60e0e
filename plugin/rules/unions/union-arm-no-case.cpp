#include "rules/Rule.h"
#include "rules/support/Unions.h"

using namespace rpcgen;

static void check(const Union &U, ModelReporter &R) {
  if (isPlain(R.model(), U))
    return;
  for (const Arm &A : U.Arms)
    if (!A.Default && !find(A.F.Attributes, Attribute::Case))
      R.report(A.F.Loc,
               "union arm " + quote(A.F.Name) + " needs case(...) or default")
          .note(A.F.Loc, "write for example '[[rpc::case(1)]]' before it");
}

DEFINE_RULE(UnionArmNoCase) = {"union-arm-no-case", Severity::Error,
                               "an arm of a union without case or default",
                               check};
