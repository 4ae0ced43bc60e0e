#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Interface &I, const Operation &O, ModelReporter &R) {
  for (const Parameter &P : O.Parameters)
    if (const Attribute *A = find(P.Attributes, Attribute::ByteCount);
        A && P.T.ByteCount)
      R.report(A->Loc, "NDR64 has no byte_count: " + quote(I.Name) +
                           " is offered in NDR20 only");
}

DEFINE_RULE(ByteCountNdr64) = {"byte-count-ndr64", Severity::Warning,
                               "byte_count in an interface that offers NDR64",
                               check};
