#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.K == Site::Kind::Result && At.T.K == Type::Kind::Pointer &&
      isContextHandle(At.T.element()))
    R.report(At.Loc, describe(At) + " is a pointer to a context handle")
        .note(At.Loc,
              "return the handle itself: '" + display(At.T.element()) + "'");
}

DEFINE_RULE(CtxReturnPointer) = {
    "ctx-return-pointer", Severity::Error,
    "an operation that returns a pointer to a context handle", check};
