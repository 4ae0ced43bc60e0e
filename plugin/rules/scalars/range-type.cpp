#include "resolve/Arrays.h"
#include "rules/Rule.h"

using namespace rpcgen;

static bool canBeBounded(const Type &T) {
  const Type *Bounded = boundedByRange(T);
  return Bounded && (Bounded->K != Type::Kind::Integer || Bounded->Bits <= 32);
}

static void check(const Site &At, const AttributeList &Attributes,
                  const Type &T, ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Range);
  if (A && !canBeBounded(T) && innermost(T).K != Type::Kind::Untransmissible)
    R.report(A->Loc, "range needs an integer of at most 32 bits, an "
                     "enumeration, or an array with a size, a length or "
                     "string, and " +
                         describe(At) + " is not one");
}

DEFINE_RULE(RangeType) = {
    "range-type", Severity::Error,
    "range on something else than an integer of at most 32 bits, an "
    "enumeration or the size of an array",
    check};
