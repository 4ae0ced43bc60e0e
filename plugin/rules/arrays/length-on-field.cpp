#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.K != Site::Kind::Field)
    return;
  for (Attribute::Kind Kind : {Attribute::LengthIs, Attribute::LastIs})
    if (const Attribute *A = find(At.Attributes, Kind))
      R.report(A->Loc, "only a part of " + describe(At) +
                           " travels, and the whole of it takes memory "
                           "wherever the structure goes");
}

DEFINE_RULE(LengthOnField) = {"length-on-field", Severity::Off,
                              "length_is on a field", check};
