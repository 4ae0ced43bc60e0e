#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, const CountAttribute &A, const Expression &E,
                  ModelReporter &R) {
  const Type *T = E.K == Expression::Kind::Operand && findSibling(At, E.Name)
                      ? operandType(At, E)
                      : nullptr;
  if (T && T->K == Type::Kind::Character)
    R.report(E.Loc, std::string("the ") + A.Gives + " of " + describe(At) +
                        " is the char " + quoteOperand(E) +
                        ", which is signed here and unsigned on the wire")
        .note(E.Loc, "use 'std::uint8_t'");
}

DEFINE_RULE(CharSign) = {"char-sign", Severity::Warning, "a size of type char",
                         check};
