#include "rules/Rule.h"
#include "rules/directions/Directions.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.P && !hasDirection(At) && isWritable(At.T))
    R.report(At.Loc, "nothing says whether parameter " + quote(At.Name) +
                         " is [in] or [out]")
        .note(At.Loc, "write '[[rpc::in]]' if the server only reads it")
        .note(At.Loc, "write '[[rpc::out]]' if the server sets it, and "
                      "'[[rpc::in, rpc::out]]' if it reads it first");
}

DEFINE_RULE(DirectionMissing) = {
    "direction-missing", Severity::Error,
    "a parameter without [in] or [out] that the server may write to", check};
