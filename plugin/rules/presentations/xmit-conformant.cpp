#include "rules/Rule.h"

#include <vector>

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K != Type::Kind::Presented)
    return;
  const Type &Wire = Level.element();
  if (isOpen(R.model(), Wire))
    R.report(At.Loc, describe(At) + " travels as '" + display(Wire) +
                         "', which has no fixed size")
        .note(At.Loc, "let it travel as a std::vector");
}

DEFINE_RULE(XmitConformant) = {"xmit-conformant", Severity::Error,
                               "a type that travels as one of varying size",
                               check};
