#include "model/Uuid.h"
#include "resolve/Identity.h"
#include "rules/Rule.h"
#include "rules/support/Identity.h"

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  if (auto Text = writtenUuid(I); Text && !parseUuid(*Text))
    R.report(identityOf(I), quote(*Text) +
                                " is not a valid UUID: write 8-4-4-4-12 "
                                "hexadecimal digits");
}

DEFINE_RULE(UuidBad) = {
    "uuid-bad", Severity::Error,
    "a uuid that is not written as 8-4-4-4-12 hexadecimal digits", check};
