#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K == Type::Kind::Standard &&
      (Level.Library == StandardClass::String ||
       Level.Library == StandardClass::StringView))
    R.report(At.Loc, describe(At) +
                         " is a string on the wire, which ends at its first "
                         "zero: a text that holds one makes the call fail")
        .note(At.Loc, "let bytes that may be zero travel as a "
                      "'std::vector<std::byte>'");
}

DEFINE_RULE(StringEmbeddedNul) = {
    "string-embedded-nul", Severity::Off,
    "a std::string, which cannot send a text with a zero in it", check};
