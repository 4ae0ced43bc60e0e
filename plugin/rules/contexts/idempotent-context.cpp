#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

using namespace rpcgen;

/// What the server opens twice, the client ends once.
static void check(const Site &At, ModelReporter &R) {
  const Attribute *A =
      At.O ? find(At.O->Attributes, Attribute::Idempotent) : nullptr;
  if (At.O && !A)
    A = find(At.O->Attributes, Attribute::Broadcast);
  const bool Received = At.K == Site::Kind::Result || (At.P && At.P->Dir.Out);
  if (A && Received && holdsHandle(At.T))
    R.report(At.Loc, describe(At) +
                         " is a context handle that the call opens "
                         "or closes, and a call that is [" +
                         nameOf(A->K) + "] may run twice")
        .note(A->Loc, "leave out 'rpc::" + nameOf(A->K) + "'");
}

DEFINE_RULE(IdempotentContext) = {
    "idempotent-context", Severity::Warning,
    "an [idempotent] operation that opens or closes a context", check};
