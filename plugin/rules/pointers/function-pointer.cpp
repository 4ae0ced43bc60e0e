#include "rules/Rule.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

static void check(const Site &At, const UntransmissibleType &U,
                  ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::FunctionPointer)
    return;
  reportObstacle(R, At, T,
                 declarationOf(At, T) +
                     (T.Alias.empty() ? " points to" : " is a pointer to") +
                     " a function or member of the program, which means "
                     "nothing in another one",
                 "");
}

DEFINE_RULE(FunctionPointer) = {"function-pointer", Severity::Error,
                                "a pointer to a function or member", check};
