#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (!At.isOutOnly())
    return;
  forEachRefLevel(At.T, [&](const Type &Level) {
    if (Level.String && !Level.Size && !Level.Extent)
      R.report(At.Loc, "nothing tells the server how long " + describe(At) +
                           " may become")
          .note(At.Loc, "add size_is(n), or let the server allocate it: '" +
                            display(Level.element()) + " **" + At.Name + "'");
  });
}

DEFINE_RULE(StringOutUnsized) = {
    "string-out-unsized", Severity::Error,
    "an [out] string without a size that the server does not allocate either",
    check};
