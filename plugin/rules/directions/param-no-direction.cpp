#include "rules/Rule.h"
#include "rules/directions/Directions.h"

using namespace rpcgen;

/// What is passed by value or is const can only be [in].
static void check(const Site &At, ModelReporter &R) {
  if (At.P && !hasDirection(At) && !isWritable(At.T) &&
      At.T.K != Type::Kind::BindingHandle)
    R.report(At.Loc, "parameter " + quote(At.Name) +
                         " has no direction, and [in] is assumed")
        .note(At.Loc, "write '[[rpc::in]]' before it")
        .insertBefore(At.P->Begin, "[[rpc::in]] ");
}

DEFINE_RULE(ParamNoDirection) = {
    "param-no-direction", Severity::Off,
    "a parameter without [in] that can only be [in]", check};
