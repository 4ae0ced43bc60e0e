#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, const CountAttribute &A, const Expression &E,
                  ModelReporter &R) {
  bool Named = E.K == Expression::Kind::Operand && findSibling(At, E.Name);
  const Type *T = Named ? operandType(At, E) : nullptr;
  if (T && T->K == Type::Kind::Presented)
    R.report(E.Loc, quoteOperand(E) + ", of which the " + A.Gives + " of " +
                        describe(At) + " is made, travels as another type")
        .note(E.Loc, "use an integer that travels as it is");
}

DEFINE_RULE(SizeXmit) = {"size-xmit", Severity::Error,
                         "a size whose type travels as another one", check};
