#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.K != Site::Kind::Result || At.T.K != Type::Kind::Pointer ||
      At.T.Class != PointerClass::Ref)
    return;
  auto Report = R.report(At.Loc, describe(At) +
                                     " is newly allocated and cannot be [ref]");
  if (const Attribute *Ref = find(At.Attributes, Attribute::Ref))
    Report.replaceToken(Ref->Loc, "unique");
}

DEFINE_RULE(ReturnRefPointer) = {"return-ref-pointer", Severity::Error,
                                 "a returned pointer that is [ref]", check};
