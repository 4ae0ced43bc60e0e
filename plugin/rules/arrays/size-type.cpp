#include "model/Operands.h"
#include "rules/Rule.h"
#include "rules/support/Expressions.h"
#include "wire/Forms.h"

using namespace rpcgen;

static bool isInteger(const Model &M, const Type &T, unsigned MostBits) {
  if (T.K == Type::Kind::Untransmissible || // reported where it is declared
      T.K == Type::Kind::Presented)         // size-xmit
    return true;
  const wire::Construct C = wire::scalarOf(M, T);
  const auto *S = C.as<wire::Scalar>();
  return S && S->Of != Type::Kind::Float &&
         (S->Enum || 8 * S->Memory <= MostBits);
}

static void checkOperand(const Site &At, const CountAttribute &A,
                         const Expression &E, unsigned MostBits,
                         ModelReporter &R) {
  const Type *T = operandType(At, E);
  if (T &&
      (E.K == Expression::Kind::Present ? pointeeOf(*T) != nullptr
                                        : isInteger(R.model(), *T, MostBits)))
    return;
  std::string What = T ? "has type '" + display(*T) + "'"
                       : "goes through something that is not a pointer";
  auto Report =
      R.report(E.Loc, quoteOperand(E) + ", of which the " + A.Gives + " of " +
                          describe(At) + " is made, " + What +
                          " and must be an integer of at most 32 bits");
  if (T && T->K == Type::Kind::Pointer && E.K == Expression::Kind::Operand)
    Report.note(E.Loc, "write '*" + E.Name + "'").insertBefore(E.Loc, "*");
}

/// What a cast narrows may be wider.
static void checkOperands(const Site &At, const CountAttribute &A,
                          const Expression &E, unsigned MostBits,
                          ModelReporter &R) {
  if (E.namesSibling() && !isUnresolved(At, E) && !isIgnored(At, E))
    checkOperand(At, A, E, MostBits, R);
  bool Narrows = E.K == Expression::Kind::Cast && E.Bits <= 32;
  for (const Expression &Part : E.Operands)
    checkOperands(At, A, Part, Narrows ? 64 : MostBits, R);
}

static void check(const Site &At, ModelReporter &R) {
  forEachCount(At, [&](const CountAttribute &A, const Expression &Count) {
    checkOperands(At, A, Count, 32, R);
  });
}

DEFINE_RULE(SizeType) = {"size-type", Severity::Error,
                         "a size that is not an integer of at most 32 bits",
                         check};
