#include "model/Operands.h"
#include "resolve/Unions.h"
#include "rules/Rule.h"
#include "rules/support/Expressions.h"
#include "wire/Forms.h"

using namespace rpcgen;

static unsigned sizeOf(const Model &M, const Type &T) {
  const wire::Construct C = wire::scalarOf(M, T);
  const auto *S = C.as<wire::Scalar>();
  return S ? S->Size[0] : 1;
}

/// Whether every value of the discriminant can travel. Of an enumeration
/// and an integer it is not known: the values are fewer than either could have.
static bool fits(const Model &M, const Type &Tag, const Type &Value) {
  bool TagIsEnum = Tag.K == Type::Kind::Enumeration;
  bool ValueIsEnum = Value.K == Type::Kind::Enumeration;
  return TagIsEnum != ValueIsEnum || sizeOf(M, Tag) >= sizeOf(M, Value);
}

/// The type of a discriminant that the program sees: that of an operand. What
/// an expression computes is held against switch_type when it is sent.
static void check(const Site &At, const Union &U, const Expression &E,
                  ModelReporter &R) {
  const Type *Value = operandType(At, E);
  bool Alone = innermost(At.T).Discriminant->K == Expression::Kind::Operand;
  if (isUnresolved(At, E) || isIgnored(At, E) ||
      (Value && Value->K == Type::Kind::Untransmissible))
    return;
  std::string Begin =
      "the discriminant of " + describe(At) + ", " + quoteOperand(E) + ", ";
  if (!Value) {
    R.report(E.Loc, Begin + "goes through something that is not a pointer");
  } else if (E.K == Expression::Kind::Present ? !pointeeOf(*Value)
                                              : !canBeTag(*Value)) {
    R.report(E.Loc, Begin + "has type '" + display(*Value) +
                        "' and must be an integer of at most 32 bits, a "
                        "char, a bool or an enumeration");
  } else if (Alone && U.Tag && canBeTag(*U.Tag) &&
             !fits(R.model(), *U.Tag, *Value)) {
    R.report(E.Loc, Begin + "has type '" + display(*Value) +
                        "', which is wider than the union's switch_type '" +
                        display(*U.Tag) + "'")
        .note(U.Loc, "union " + quote(U.Name) + " is declared here");
  }
}

DEFINE_RULE(UnionTagMismatch) = {
    "union-tag-mismatch", Severity::Error,
    "switch_is with values that do not fit switch_type", check};
