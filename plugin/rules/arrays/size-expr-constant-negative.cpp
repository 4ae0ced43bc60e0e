#include "rules/Rule.h"
#include "rules/support/Bounds.h"
#include "rules/support/Expressions.h"

#include <cstdint>

using namespace rpcgen;

static std::string alwaysOrAtMost(Bounds B) {
  return (B.Least == B.Most ? "always " : "at most ") + std::to_string(B.Most);
}

/// The index before the first element makes an empty array.
static std::int64_t leastIn(Attribute::Kind Kind) {
  return Kind == Attribute::MaxIs || Kind == Attribute::LastIs ? -1 : 0;
}

static void check(const Site &At, ModelReporter &R) {
  for (const CountAttribute &Each : CountAttributes) {
    const Attribute *A = find(At.Attributes, Each.K);
    for (std::size_t N = 0; A && N < A->Expressions.size(); ++N) {
      const auto &E = A->Expressions[N];
      Bounds Values = E ? boundsOf(At, *E) : Bounds{};
      if (Values.Most < leastIn(Each.K))
        R.report(E->Loc, std::string("the ") + Each.Gives + " of " +
                             describe(At) + " is " + alwaysOrAtMost(Values) +
                             " and cannot be negative");
    }
  }
}

DEFINE_RULE(SizeExprConstantNegative) = {
    "size-expr-constant-negative", Severity::Error,
    "a size, length or index that is always negative", check};
