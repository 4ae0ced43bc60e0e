#include "resolve/Constant.h"
#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const AttributeList &Attributes, const Type &,
                  ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Range);
  if (!A)
    return;
  auto Low = constantArgument(*A, 0), High = constantArgument(*A, 1);
  if (Low && High && *Low > *High)
    R.report(A->Loc, display(*A) + " of " + describe(At) +
                         " is empty: the low end exceeds the high one")
        .note(A->Loc, "write 'rpc::range(" + std::to_string(*High) + ", " +
                          std::to_string(*Low) + ")'");
}

DEFINE_RULE(RangeOrder) = {"range-order", Severity::Error,
                           "a range whose low end exceeds its high end", check};
