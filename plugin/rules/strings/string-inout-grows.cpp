#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (!At.P || !At.P->Dir.In || !At.P->Dir.Out || At.T.Reseatable)
    return;
  forEachRefLevel(At.T, [&](const Type &Level) {
    if (Level.String && !Level.Size && !Level.Extent)
      R.report(At.Loc, "an answer that is longer than what was sent does "
                       "not fit into " +
                           describe(At))
          .note(At.Loc, "add size_is(n), or let the server allocate it: '" +
                            display(Level.element()) + " **" + At.Name + "'");
  });
}

DEFINE_RULE(StringInoutGrows) = {
    "string-inout-grows", Severity::Warning,
    "an [in, out] string without room for a longer one", check};
