#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K == Type::Kind::Array && Level.element().K == Type::Kind::Array &&
      Level.element().String)
    R.report(At.Loc, "each row of " + describe(At) +
                         " is a string of its own, and all rows travel");
}

DEFINE_RULE(StringMultidim) = {"string-multidim", Severity::Off,
                               "string on an array of more than one dimension",
                               check};
