#include "rules/Rule.h"

using namespace rpcgen;

/// A string ends by itself, but only as a pointee can it be of any length.
static bool lacksSize(const Site &At, const Type &Level) {
  if (Level.K != Type::Kind::Array || Level.Size)
    return false;
  if (Level.Extent)
    return *Level.Extent == 0;
  return !Level.String || &Level == &At.T;
}

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  bool Unsized =
      At.isOutOnly() && &Level == &At.T && Level.isSpan() && !Level.Size;
  if (Unsized || lacksSize(At, Level))
    R.report(At.Loc, "nothing says how many elements " + describe(At) + " has")
        .note(At.Loc, "add size_is(n), where n is a parameter or field "
                      "next to it, or string for text that ends with a zero");
}

DEFINE_RULE(ArrayNoSize) = {"array-no-size", Severity::Error,
                            "an array without an extent, size_is or string",
                            check};
