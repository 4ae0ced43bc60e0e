#include "rules/Rule.h"
#include "rules/arrays/CountBounds.h"
#include "rules/support/Expressions.h"

#include <algorithm>

using namespace rpcgen;

static void check(const Site &At, const Type &Array, ModelReporter &R) {
  const Expression *Count = countOf(Array);
  const Type *T = Count ? operandType(At, *Count) : nullptr;
  if (!T || T->K != Type::Kind::Integer || T->Bits > 16)
    return;
  const std::uint64_t Most = (std::uint64_t(1) << (T->Bits - T->Signed)) - 1;
  const std::uint64_t Wanted =
      Array.Extent  ? *Array.Extent
      : Array.Range ? std::max<std::int64_t>(Array.Range->High, 0)
                    : 0;
  if (Wanted > Most)
    R.report(Count->Loc, quoteOperand(*Count) + " is at most " +
                             std::to_string(Most) + ", and " + describe(At) +
                             " may have " + std::to_string(Wanted) +
                             " elements")
        .note(Count->Loc, "use 'std::uint32_t'");
}

DEFINE_RULE(SizeNarrow) = {
    "size-narrow", Severity::Warning,
    "a count whose type is too narrow for the size of the array", check};
