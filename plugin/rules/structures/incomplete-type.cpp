#include "rules/Rule.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

static void check(const Site &At, const UntransmissibleType &U,
                  ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::IncompleteType)
    return;
  reportObstacle(R, At, T,
                 declarationOf(At, T) + " cannot travel: '" + display(T) +
                     "' " + T.Detail,
                 "include the header that defines it");
}

DEFINE_RULE(IncompleteType) = {
    "incomplete-type", Severity::Error,
    "a type in a call that is declared and not defined", check};
