#include "rules/Rule.h"
#include "rules/memory/ByteCounts.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *A = byteCountOf(At);
  if (!A)
    return;
  auto Report = [&](const std::string &Why) {
    R.report(A->Loc, "byte_count needs a pointer to a buffer, and " +
                         describe(At) + " " + Why);
  };
  const Type &Target = At.T.element();
  if (At.T.Reseatable)
    Report("is a pointer that the server sets");
  else if (isOpen(R.model(), Target) &&
           !findSize(At)) // which excludes byte_count
    Report("points to '" + display(Target) +
           "', whose size is not known before the call");
  else if (innermost(Target).Owns)
    Report("points to '" + display(innermost(Target)) +
           "', which owns memory outside of it");
}

DEFINE_RULE(ByteCountTarget) = {
    "byte-count-target", Severity::Error,
    "byte_count on an object of unknown size, or one that owns memory", check};
