#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (!At.U || At.T.K != Type::Kind::Pointer || At.T.Class != PointerClass::Ref)
    return;
  auto Report = R.report(At.Loc, describe(At) + " cannot be a [ref] pointer: "
                                                "it dangles when the "
                                                "discriminant changes");
  if (const Attribute *Ref = find(At.Attributes, Attribute::Ref))
    Report.replaceToken(Ref->Loc, "unique");
  else
    Report.note(At.Loc, "write '[[rpc::unique]]' before it");
}

DEFINE_RULE(UnionArmRef) = {"union-arm-ref", Severity::Error,
                            "an arm of a union that is a [ref] pointer", check};
