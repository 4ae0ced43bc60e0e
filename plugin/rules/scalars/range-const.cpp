#include "resolve/Constant.h"
#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const AttributeList &Attributes, const Type &,
                  ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Range);
  for (std::size_t N = 0; A && N < A->Expressions.size(); ++N)
    if (!constantArgument(*A, N))
      R.report(A->Loc, display(*A) + " of " + describe(At) +
                           " needs two integer constants");
}

DEFINE_RULE(RangeConst) = {"range-const", Severity::Error,
                           "a range whose ends are not constants", check};
