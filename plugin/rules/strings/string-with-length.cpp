#include "rules/Rule.h"
#include "rules/strings/StringCounts.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  reportPart(At, Attribute::LengthIs, R);
  reportPart(At, Attribute::LastIs, R);
}

DEFINE_RULE(StringWithLength) = {"string-with-length", Severity::Error,
                                 "length_is or last_is on a string", check};
