#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

/// What the client is to send, it must know.
static void check(const Site &At, ModelReporter &R) {
  if (!At.P || !At.P->Dir.In)
    return;
  for (Attribute::Kind Kind :
       {Attribute::LengthIs, Attribute::FirstIs, Attribute::LastIs})
    forEachPart(At, Kind, [&](const Expression &E) {
      if (const Parameter *Source = outOnlyParameter(At, E))
        R.report(E.Loc, nameOf(Kind) + " of " + describe(At) + " comes from " +
                            quote(E.Name) +
                            ", which is only [out], and is not known when "
                            "the request is sent")
            .note(Source->Loc, "make " + quote(E.Name) + " [in, out]");
    });
}

DEFINE_RULE(LengthInFromOut) = {
    "length-in-from-out", Severity::Error,
    "the length of an [in] array that is only known after the call", check};
