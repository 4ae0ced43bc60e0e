#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  forEachPart(At, Attribute::SwitchIs, [&](const Expression &E) {
    if (isUnresolved(At, E))
      reportUnresolved(R, "discriminant", At, E);
  });
}

DEFINE_RULE(UnionLevel) = {
    "union-level", Severity::Error,
    "switch_is that names neither a parameter nor a field next to the union",
    check};
