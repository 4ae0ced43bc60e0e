#include "rules/Rule.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

static void check(const Site &At, const UntransmissibleType &U,
                  ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::VoidPointer)
    return;
  reportObstacle(R, At, T,
                 typed(At, T) + ", and nothing says what it points to",
                 "name the type, or pass bytes: 'std::uint8_t *' with size_is");
}

DEFINE_RULE(VoidPointer) = {"void-pointer", Severity::Error,
                            "a pointer to void", check};
