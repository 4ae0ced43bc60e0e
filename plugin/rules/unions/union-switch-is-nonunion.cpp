#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *A = find(At.Attributes, Attribute::SwitchIs);
  const Type &T = innermost(At.T);
  if (A && T.K != Type::Kind::Union && T.K != Type::Kind::Untransmissible)
    R.report(A->Loc, "switch_is needs a union, and " + describe(At) +
                         " has type '" + display(T) + "'");
}

DEFINE_RULE(UnionSwitchIsNonunion) = {
    "union-switch-is-nonunion", Severity::Error,
    "switch_is on something else than a union", check};
