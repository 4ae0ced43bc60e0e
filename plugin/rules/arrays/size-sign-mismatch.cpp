#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

/// The integer that a count is made of; null if it is made of none, or of
/// several.
static const Type *onlyInteger(const Site &At, const Expression &Count) {
  const Type *Only = nullptr;
  unsigned Operands = 0;
  forEachPart(Count, [&](const Expression &E) {
    if (E.K == Expression::Kind::Operand && ++Operands)
      Only = operandType(At, E);
  });
  bool Integer = Operands == 1 && Only && Only->K == Type::Kind::Integer;
  return Integer ? Only : nullptr;
}

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (!Level.Size || !Level.Length)
    return;
  const Type *Size = onlyInteger(At, *Level.Size);
  const Type *Length = onlyInteger(At, *Level.Length);
  if (Size && Length && Size->Signed != Length->Signed)
    R.report(Level.Length->Loc, "the length of " + describe(At) +
                                    " has type '" + display(*Length) +
                                    "', and its size has type '" +
                                    display(*Size) + "'")
        .note(Level.Size->Loc, "let both be signed, or both unsigned");
}

DEFINE_RULE(SizeSignMismatch) = {
    "size-sign-mismatch", Severity::Warning,
    "a size and a length of which only one is signed", check};
