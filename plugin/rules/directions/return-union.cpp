#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Type &T = innermost(At.T);
  if (At.K == Site::Kind::Result && T.K == Type::Kind::Union)
    R.report(At.Loc, describe(At) + " is a union without a discriminant")
        .note(At.Loc, "return it through an [out] parameter with switch_is, "
                      "or in a struct together with its discriminant");
}

DEFINE_RULE(ReturnUnion) = {"return-union", Severity::Error,
                            "a returned union, which has no discriminant",
                            check};
