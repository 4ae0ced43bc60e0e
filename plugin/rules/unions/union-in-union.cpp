#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.U && At.T.K == Type::Kind::Union)
    R.report(At.Loc, describe(At) + " is a union without a discriminant")
        .note(At.Loc, "wrap it in a struct together with its discriminant");
}

DEFINE_RULE(UnionInUnion) = {"union-in-union", Severity::Error,
                             "an arm of a union that is a union", check};
