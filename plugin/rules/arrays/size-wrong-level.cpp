#include "rules/Rule.h"
#include "rules/arrays/SizeNames.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.P)
    return;
  forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
    const Operation *O =
        isUnresolved(At, E) ? operationWith(R.model(), E.Name) : nullptr;
    if (O)
      R.report(E.Loc, std::string("the ") + A.Gives + " of " + describe(At) +
                          " names " + quote(E.Name) + ", a parameter of " +
                          quote(O->Name) + ", and must be a field next to it")
          .note(At.Loc, std::string("add a field that holds the ") + A.Gives);
  });
}

DEFINE_RULE(SizeWrongLevel) = {"size-wrong-level", Severity::Error,
                               "the size of a field that names a parameter",
                               check};
