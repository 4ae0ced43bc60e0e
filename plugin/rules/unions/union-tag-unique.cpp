#include "rules/Rule.h"
#include "rules/support/Expressions.h"
#include "rules/support/NullOperands.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Type &T = innermost(At.T);
  if (T.K != Type::Kind::Union || !T.Discriminant)
    return;
  forEachUnaskedNull(At, *T.Discriminant, [&](const Expression &E) {
    R.report(E.Loc, "the discriminant of " + describe(At) + " is " +
                        quoteOperand(E) + ", and " + quote(E.Name) +
                        " may be null; a call in which it is fails")
        .note(E.Loc, "write " + withNullTest(E) +
                         " if 0 is to select where it is null");
  });
}

DEFINE_RULE(UnionTagUnique) = {
    "union-tag-unique", Severity::Warning,
    "a discriminant that is read through a pointer that may be null", check};
