#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.K == Site::Kind::Result && isOpen(R.model(), At.T))
    R.report(At.Loc, describe(At) + " has no fixed size")
        .note(At.Loc, "return a pointer, '" + display(At.T) +
                          " *', or use an [out] parameter '" + display(At.T) +
                          " **'");
}

DEFINE_RULE(ReturnConformant) = {
    "return-conformant", Severity::Error,
    "a returned structure that ends in an open array", check};
