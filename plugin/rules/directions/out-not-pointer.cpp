#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (!At.P || !At.P->Dir.Out || At.T.isPointerLike() || At.T.isSpan() ||
      At.T.K == Type::Kind::ContextHandle ||
      At.T.K == Type::Kind::Pipe || // which has a rule of its own
      At.T.K == Type::Kind::Untransmissible)
    return;
  R.report(At.Loc, describe(At) + " must be a pointer, reference or array: " +
                       "C++ passes it by value")
      .note(At.Loc, "write '" + display(At.T) + " *" + At.Name + "'");
}

DEFINE_RULE(OutNotPointer) = {"out-not-pointer", Severity::Error,
                              "an [out] parameter that is passed by value",
                              check};
