#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K == Type::Kind::Standard &&
      Level.Library == StandardClass::Variant)
    R.report(At.Loc, describe(At) +
                         " travels with the numbers of its alternatives, "
                         "which change when one is inserted")
        .note(At.Loc, "give them numbers with 'case' in a union");
}

DEFINE_RULE(StdVariant) = {
    "std-variant", Severity::Off,
    "a std::variant, whose discriminants are not written down", check};
