#include "resolve/Identity.h"
#include "rules/Rule.h"
#include "rules/support/Identity.h"

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  if (I.Local && writtenUuid(I))
    R.report(identityOf(I), "interface " + quote(I.Name) +
                                " is local, and no peer ever sees its uuid")
        .note(I.Loc, "leave out the uuid, or 'rpc::local'");
}

DEFINE_RULE(LocalWithUuid) = {"local-with-uuid", Severity::Warning,
                              "a local interface with a uuid", check};
