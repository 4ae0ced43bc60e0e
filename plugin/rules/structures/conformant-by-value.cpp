#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.P && At.T.K == Type::Kind::Structure && isOpen(R.model(), At.T))
    R.report(At.Loc, describe(At) + " has no fixed size and cannot be passed " +
                         "by value")
        .note(At.Loc, "pass a pointer: '" + display(At.T) + " *'");
}

DEFINE_RULE(ConformantByValue) = {
    "conformant-by-value", Severity::Error,
    "a structure that ends in an open array and is passed by value", check};
