#include "rules/Rule.h"
#include "rules/arrays/SizeNames.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void check(const Site &At, const CountAttribute &A, const Expression &E,
                  ModelReporter &R) {
  bool WrongLevel = !At.P && operationWith(R.model(), E.Name);
  if (isUnresolved(At, E) && !WrongLevel)
    reportUnresolved(R, A.Gives, At, E);
}

DEFINE_RULE(SizeUnresolved) = {"size-unresolved", Severity::Error,
                               "a size or length that names neither a "
                               "parameter nor a field next to the array",
                               check};
