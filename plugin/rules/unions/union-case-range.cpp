#include "rules/Rule.h"

#include <cstdint>

using namespace rpcgen;

/// The values that a discriminant can have.
static ValueRange valuesOf(const Type &Tag) {
  if (Tag.K == Type::Kind::Boolean)
    return {0, 1};
  if (Tag.K == Type::Kind::Character)
    return {0, 255};
  std::int64_t Span = std::int64_t{1} << Tag.Bits;
  return Tag.Signed ? ValueRange{-Span / 2, Span / 2 - 1}
                    : ValueRange{0, Span - 1};
}

static bool hasSimpleTag(const Union &U) {
  return U.Tag && (U.Tag->K == Type::Kind::Boolean ||
                   U.Tag->K == Type::Kind::Character ||
                   (U.Tag->K == Type::Kind::Integer && U.Tag->Bits <= 32));
}

static void check(const Union &U, ModelReporter &R) {
  if (!hasSimpleTag(U))
    return;
  ValueRange Values = valuesOf(*U.Tag);
  for (const Arm &A : U.Arms)
    for (std::int64_t Case : A.Cases)
      if (Case < Values.Low || Case > Values.High)
        R.report(A.F.Loc, "case " + std::to_string(Case) + " of union arm " +
                              quote(A.F.Name) +
                              " does not fit the switch_type '" +
                              display(*U.Tag) + "'");
}

DEFINE_RULE(UnionCaseRange) = {
    "union-case-range", Severity::Error,
    "a case that does not fit the type of the discriminant", check};
