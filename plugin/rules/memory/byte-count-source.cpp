#include "rules/Rule.h"
#include "rules/memory/ByteCounts.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (!byteCountOf(At))
    return;
  forEachPart(At, Attribute::ByteCount, [&](const Expression &E) {
    const Parameter *Source = parameterNamed(At, E);
    if (Source && Source->Dir.Out)
      R.report(E.Loc, "the size in bytes of " + describe(At) + " is " +
                          quoteOperand(E) + ", and " + quote(E.Name) +
                          " is not only [in]")
          .note(Source->Loc,
                "the client has its buffer before the call: make " +
                    quote(E.Name) + " [in]");
  });
}

DEFINE_RULE(ByteCountSource) = {
    "byte-count-source", Severity::Error,
    "a size of the caller's buffer that is not an [in] parameter", check};
