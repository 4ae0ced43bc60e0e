#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.P && At.P->Dir.Out && isContextHandle(At.T))
    R.report(At.Loc, describe(At) + " is a context handle by value, and the "
                                    "server has nowhere to put a new one")
        .note(At.Loc, "write '" + display(At.T) + " *" + At.Name + "'");
}

DEFINE_RULE(CtxOutNeedsDouble) = {
    "ctx-out-needs-double", Severity::Error,
    "an [out] context handle that is not passed by pointer", check};
