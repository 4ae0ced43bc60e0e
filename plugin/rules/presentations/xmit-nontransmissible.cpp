#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K != Type::Kind::Presented)
    return;
  const Type &Wire = Level.element();
  if (Wire.K == Type::Kind::Void)
    R.report(At.Loc, describe(At) + " is to travel as " + quote(Wire.Spelling) +
                         ", which is not a known type that can travel");
}

DEFINE_RULE(XmitNontransmissible) = {
    "xmit-nontransmissible", Severity::Error,
    "a type that travels as a type without a wire form", check};
