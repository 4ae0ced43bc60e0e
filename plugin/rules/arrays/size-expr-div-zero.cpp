#include "rules/Rule.h"
#include "rules/support/Bounds.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  forEachComputed(At, [&](Attribute::Kind Kind, const Expression &E) {
    Bounds Divisor = divides(E) ? boundsOf(At, E.Operands[1]) : Bounds{};
    if (Divisor.Least == 0 && Divisor.Most == 0)
      R.report(E.Loc,
               nameOf(Kind) + " of " + describe(At) + " divides by zero");
  });
}

DEFINE_RULE(SizeExprDivZero) = {"size-expr-div-zero", Severity::Error,
                                "a size or discriminant that divides by zero",
                                check};
