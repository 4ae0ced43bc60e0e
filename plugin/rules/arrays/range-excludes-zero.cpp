#include "rules/Rule.h"
#include "rules/arrays/CountBounds.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (!mayBeNullWith(Level) ||
      Level.element().Size->K != Expression::Kind::Operand)
    return;
  const Expression &Size = *Level.element().Size;
  const Type *T = operandType(At, Size);
  if (T && T->Range && T->Range->Low > 0)
    R.report(At.Loc, describe(At) + " can never be null: its size " +
                         quoteOperand(Size) + " is at least " +
                         std::to_string(T->Range->Low))
        .note(Size.Loc, "let the range of " + quote(Size.Name) +
                            " begin at 0; in a new interface, make the pointer "
                            "[ref]");
}

DEFINE_RULE(RangeExcludesZero) = {
    "range-excludes-zero", Severity::Warning,
    "a range without 0 on the size of an array that may be null", check};
