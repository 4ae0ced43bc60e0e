#include "rules/Rule.h"
#include "rules/memory/ByteCounts.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (const Attribute *A = byteCountOf(At); A && !At.isOutOnly())
    R.report(A->Loc, "byte_count gives the size of a buffer for results, and " +
                         describe(At) + " is not only [out]")
        .note(At.Loc, "make it [out], or drop byte_count");
}

DEFINE_RULE(ByteCountDirection) = {
    "byte-count-direction", Severity::Error,
    "byte_count on a parameter that is not only [out]", check};
