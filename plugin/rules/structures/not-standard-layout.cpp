#include "rules/Rule.h"
#include "rules/support/Instead.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

static void check(const Site &At, const UntransmissibleType &U,
                  ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::NotStandardLayout && T.Why != Obstacle::Dependent &&
      T.Why != Obstacle::NoWireForm)
    return;
  const bool IsUnnamed = T.Spelling == "struct" || T.Spelling == "union";
  reportObstacle(R, At, T,
                 IsUnnamed ? "an unnamed " + T.Spelling +
                                 " cannot travel: stubs name each field"
                           : declarationOf(At, T) + " cannot travel: '" +
                                 display(T) + "' " + T.Detail,
                 insteadOf(T));
}

DEFINE_RULE(NotStandardLayout) = {
    "not-standard-layout", Severity::Error,
    "a class in a call that is more than a struct of public fields", check};
