#include "resolve/Constant.h"
#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *A = findSize(At);
  const Expression *E =
      A && A->Expressions.front() ? &*A->Expressions.front() : nullptr;
  if (E && evaluate(*E).value_or(-1) >= 0)
    R.report(E->Loc, "the size of " + describe(At) +
                         " never changes, and travels all the same")
        .note(At.Loc, "a fixed array has no size on the wire");
}

DEFINE_RULE(SizeConst) = {"size-const", Severity::Off,
                          "a size that is a constant", check};
