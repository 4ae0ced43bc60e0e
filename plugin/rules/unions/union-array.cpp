#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K == Type::Kind::Array && Level.element().K == Type::Kind::Union)
    R.report(At.Loc, "the elements of " + describe(At) +
                         " are unions, and one discriminant cannot select "
                         "for all")
        .note(At.Loc, "use an array of structs, each of a union and its "
                      "discriminant");
}

DEFINE_RULE(UnionArray) = {"union-array", Severity::Error, "an array of unions",
                           check};
