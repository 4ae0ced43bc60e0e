#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  bool HoldsElements =
      Level.K == Type::Kind::Array ||
      (Level.K == Type::Kind::Standard && !Level.Element.empty());
  if (HoldsElements && isOpen(R.model(), Level.element()))
    R.report(At.Loc, "the elements of " + describe(At) +
                         " have no fixed size: '" + display(Level.element()) +
                         "' is open")
        .note(At.Loc, "use an array of pointers to them");
}

DEFINE_RULE(ArrayOfConformant) = {
    "array-of-conformant", Severity::Error,
    "an array of structures that end in an open array", check};
