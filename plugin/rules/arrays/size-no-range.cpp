#include "rules/Rule.h"
#include "rules/arrays/CountBounds.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Array, ModelReporter &R) {
  const Expression *Count = countOf(Array);
  const Type *T = Count ? operandType(At, *Count) : nullptr;
  if (T && At.isOutOnly() && !Array.Extent && !Array.Range && !T->Range)
    R.report(Count->Loc, "the client alone decides how much memory the server "
                         "takes for " +
                             describe(At))
        .note(Count->Loc, "bound " + quote(Count->Name) + " with range");
}

DEFINE_RULE(SizeNoRange) = {
    "size-no-range", Severity::Off,
    "an [out] array whose size the client gives without a range", check};
