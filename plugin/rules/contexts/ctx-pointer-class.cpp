#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (isHandleAlone(At) && !isContextHandle(At.T) &&
      At.T.Class != PointerClass::Ref)
    R.report(At.Loc, describe(At) + " points to a context handle and must "
                                    "be [ref]")
        .note(At.Loc, "it is the handle that may be null");
}

DEFINE_RULE(CtxPointerClass) = {
    "ctx-pointer-class", Severity::Error,
    "a pointer to a context handle that is not [ref]", check};
