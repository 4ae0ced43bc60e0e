#include "rules/Rule.h"
#include "rules/strings/StringCounts.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  reportPart(At, Attribute::FirstIs, R);
}

DEFINE_RULE(FirstIsString) = {"first-is-string", Severity::Error,
                              "first_is on a string", check};
