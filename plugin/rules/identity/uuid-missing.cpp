#include "resolve/Identity.h"
#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  if (!I.Local && !writtenUuid(I))
    R.report(I.Loc, "interface " + quote(I.Name) + " has no uuid")
        .note(I.Loc, "make one with uuidgen and write "
                     "'rpc::interface(\"xxxxxxxx-xxxx-xxxx-xxxx-"
                     "xxxxxxxxxxxx\", 1, 0)'");
}

DEFINE_RULE(UuidMissing) = {"uuid-missing", Severity::Error,
                            "an interface without a uuid", check};
