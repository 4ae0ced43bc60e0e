#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const AttributeList &Attributes,
                  const Type &Level, ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Int3264);
  const Type &T = innermost(Level);
  if (A && !T.Int3264 && T.K != Type::Kind::Untransmissible)
    R.report(A->Loc, "[int3264] needs an integer of 64 bits, and " +
                         describe(At) + " is not one")
        .note(A->Loc, "an integer of another width has one size everywhere");
}

DEFINE_RULE(Int3264Type) = {
    "int3264-type", Severity::Error,
    "int3264 on something else than an integer of 64 bits", check};
