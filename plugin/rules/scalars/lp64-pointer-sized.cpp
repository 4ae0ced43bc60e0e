#include "rules/Rule.h"
#include "rules/scalars/Scalars.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

static void check(const Site &At, const UntransmissibleType &U,
                  ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::PointerSized)
    return;
  reportObstacle(R, At, T,
                 typed(At, T) + ", whose size differs from machine to machine",
                 "write '" + fixedInteger(T) + "64_t', or '" + fixedInteger(T) +
                     "32_t' if that holds every value");
}

DEFINE_RULE(Lp64PointerSized) = {
    "lp64-pointer-sized", Severity::Error,
    "std::size_t, time_t or another integer whose size differs from machine to "
    "machine",
    check};
