#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (!At.isOutOnly())
    return;
  forEachRefLevel(At.T, [&](const Type &Level) {
    if (Level.K == Type::Kind::Structure && isOpen(R.model(), Level))
      R.report(At.Loc, "nothing tells the server how large " + describe(At) +
                           " is: '" + display(Level) +
                           "' ends in an open array")
          .note(At.Loc,
                "let the server allocate it: '" + display(Level) + " **'");
  });
}

DEFINE_RULE(OutOpenStruct) = {"out-open-struct", Severity::Error,
                              "an [out] structure that ends in an open "
                              "array, which the server cannot size",
                              check};
