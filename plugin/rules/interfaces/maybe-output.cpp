#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *A =
      At.O ? find(At.O->Attributes, Attribute::Maybe) : nullptr;
  bool Answers = At.P
                     ? At.P->Dir.Out
                     : At.K == Site::Kind::Result && At.T.K != Type::Kind::Void;
  if (A && Answers)
    R.report(At.Loc, describe(At) + " travels to the client, which does not "
                                    "wait for the answer of a [maybe] call")
        .note(A->Loc, "the operation is [maybe]");
}

DEFINE_RULE(MaybeOutput) = {"maybe-output", Severity::Error,
                            "a [maybe] call with results", check};
