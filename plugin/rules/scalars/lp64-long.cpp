#include "rules/Rule.h"
#include "rules/scalars/Scalars.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

static void check(const Site &At, const UntransmissibleType &U,
                  ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::Long)
    return;
  reportObstacle(R, At, T,
                 typed(At, T) + ", which has 64 bits here and 32 bits in IDL",
                 "write '" + fixedInteger(T) + "32_t' for a long of IDL, or '" +
                     fixedInteger(T) + "64_t' for a hyper");
}

DEFINE_RULE(Lp64Long) = {"lp64-long", Severity::Error,
                         "long, which has 64 bits here and 32 bits in IDL",
                         check};
