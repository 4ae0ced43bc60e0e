//===- Obstacles.h - rules over types without a wire form -----------------===//
#ifndef RPCGEN_RULES_OBSTACLES_H
#define RPCGEN_RULES_OBSTACLES_H

#include "rules/Sites.h"
#include "rules/Types.h"

#include <functional>
#include <string>

namespace rpcgen {

/// Calls back where a type of one of the kinds stands.
template <Obstacle... Whys>
void forEachObstacle(
    const Model &M,
    const std::function<void(const Site &, const Type &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    const Type &T = innermost(At.T);
    if (T.K == Type::Kind::Untransmissible && ((T.Why == Whys) || ...))
      Visit(At, T);
  });
}

/// "field 'n' has type 'long'"
inline std::string typed(const Site &At, const Type &T) {
  return describe(At) + " has type '" + display(T) + "'";
}

} // namespace rpcgen

#endif // RPCGEN_RULES_OBSTACLES_H
