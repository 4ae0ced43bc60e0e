#include "resolve/Constant.h"
#include "rules/Rule.h"

using namespace rpcgen;

static bool hasNoRoom(const Type &Level) {
  return Level.String &&
         (Level.Size ? evaluate(*Level.Size) == 1 : Level.Extent == 1);
}

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (hasNoRoom(Level))
    R.report(At.Loc, describe(At) + " has room for the zero that ends a "
                                    "string, and for no character")
        .note(At.Loc, "give it one element more than the longest text has, "
                      "or add size_is(n)");
}

DEFINE_RULE(StringNoRoom) = {
    "string-no-room", Severity::Warning,
    "a string whose size leaves no room for characters", check};
