#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

/// A bool, or what C makes of a comparison.
static bool isBool(const Site &At, const Expression &E) {
  const Type *T =
      E.K == Expression::Kind::Operand ? operandType(At, E) : nullptr;
  return isTrueOrFalse(E) || (T && T->K == Type::Kind::Boolean);
}

static void check(const Site &At, ModelReporter &R) {
  for (const CountAttribute &Each : CountAttributes)
    if (const Attribute *A = find(At.Attributes, Each.K))
      for (const std::optional<Expression> &E : A->Expressions)
        if (E && isBool(At, *E))
          R.report(E->Loc, std::string("the ") + Each.Gives + " of " +
                               describe(At) +
                               " is true or false, and should be a number")
              .note(E->Loc, "use 'std::uint32_t', or choose between two "
                            "numbers with ?:");
}

DEFINE_RULE(BoolCount) = {"bool-count", Severity::Warning,
                          "a size or length that is a bool", check};
