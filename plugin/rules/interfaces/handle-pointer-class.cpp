#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.P && isBindingHandle(innermost(At.T)) &&
      (!isBindingHandle(At.T) || At.P->Dir.Out))
    R.report(At.Loc, describe(At) + " must be an [in] 'rpc::handle_t' by "
                                    "value: it does not travel")
        .note(At.Loc, "write 'rpc::handle_t " + At.Name + "'");
}

DEFINE_RULE(HandlePointerClass) = {
    "handle-pointer-class", Severity::Error,
    "a binding handle that is passed by pointer or reference", check};
