#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *A = findSize(At);
  forEachLevel(At.T, [&](const Type &Level) {
    if (A && Level.Size && Level.Extent)
      R.report(A->Loc, display(*A) + " gives a size to a dimension " + "of " +
                           describe(At) + " that is fixed at " +
                           std::to_string(*Level.Extent))
          .note(At.Loc, "drop " + nameOf(A->K) +
                            ", or leave the dimension open; length_is says "
                            "how much of it travels");
  });
}

DEFINE_RULE(SizeOnFixed) = {"size-on-fixed", Severity::Error,
                            "size_is or max_is on an array of fixed size",
                            check};
