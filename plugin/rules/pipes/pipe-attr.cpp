#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  for (Attribute::Kind Kind :
       {Attribute::Broadcast, Attribute::Idempotent, Attribute::Maybe})
    if (const Attribute *A = find(O.Attributes, Kind); A && hasPipes(O))
      R.report(A->Loc, quote(O.Name) +
                           " has pipes, whose elements pass once "
                           "and are waited for: it cannot be [" +
                           nameOf(Kind) + "]")
          .removeAttribute(*A);
}

DEFINE_RULE(PipeAttr) = {
    "pipe-attr", Severity::Error,
    "an operation with pipes that may run again, or is not waited for", check};
