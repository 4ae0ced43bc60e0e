#include "resolve/Arrays.h"
#include "resolve/Constant.h"
#include "rules/Rule.h"
#include "rules/support/Bounds.h"

#include <algorithm>

using namespace rpcgen;

/// How many elements an array may have, a terminator among them.
static Bounds countsOf(const Site &At, const Type &Array) {
  if (Array.Size || Array.Length)
    return boundsOf(At, Array.Size ? *Array.Size : *Array.Length);
  return {1, static_cast<std::int64_t>(Array.Extent.value_or(Bounds::Highest))};
}

/// Whether one of its values or sizes lies there.
static bool meets(const Model &M, const Site &At, const Type &Bounded,
                  Bounds Range) {
  if (Bounded.K == Type::Kind::Enumeration)
    return std::ranges::any_of(M.Enumerations[Bounded.Definition].Enumerators,
                               [&](const Enumerator &E) {
                                 return Range.Least <= E.Value &&
                                        E.Value <= Range.Most;
                               });
  return (Bounded.K == Type::Kind::Array ? countsOf(At, Bounded)
                                         : boundsOf(Bounded))
      .meets(Range);
}

static void check(const Site &At, const AttributeList &Attributes,
                  const Type &T, ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Range);
  const Type *Bounded = boundedByRange(T);
  if (!A || !Bounded)
    return;
  auto Low = constantArgument(*A, 0), High = constantArgument(*A, 1);
  if (!Low || !High || *Low > *High)
    return;
  bool Array = Bounded->K == Type::Kind::Array;
  if (!meets(R.model(), At, *Bounded, {*Low, *High}))
    R.report(A->Loc, std::string("no ") + (Array ? "size" : "value") + " of " +
                         describe(At) + " lies within " + display(*A));
}

DEFINE_RULE(RangeExcludesAll) = {
    "range-excludes-all", Severity::Error,
    "a range that excludes every value or size that there can be", check};
