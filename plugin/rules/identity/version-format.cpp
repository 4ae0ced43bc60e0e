#include "resolve/Identity.h"
#include "rules/Rule.h"
#include "rules/support/Identity.h"

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  if (parseVersion(writtenVersion(I)))
    return;
  const Attribute *A = find(I.Attributes, Attribute::Version);
  R.report(A ? A->Loc : identityOf(I),
           "the version of interface " + quote(I.Name) +
               " must be a major and a minor number, each from 0 to 65535")
      .note(I.Loc, "write for example '1, 0'");
}

DEFINE_RULE(VersionFormat) = {
    "version-format", Severity::Error,
    "a version that is not two numbers from 0 to 65535", check};
