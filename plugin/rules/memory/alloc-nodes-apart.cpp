#include "rules/Rule.h"

using namespace rpcgen;

/// What keeps a client from measuring the results of an operation before it
/// stores them; "" for nothing.
static std::string obstacleToOneBlock(const Operation &O) {
  if (hasPipes(O))
    return "pipes";
  return O.FullPointers ? "[ptr] pointers" : "";
}

static void check(const Site &At, ModelReporter &R) {
  bool Received = At.K == Site::Kind::Result || (At.P && At.P->Dir.Out);
  std::string Obstacle = Received ? obstacleToOneBlock(*At.O) : "";
  bool Together = false;
  forEachLevel(At.T, [&](const Type &Level) {
    Together |= Level.Allocated == Allocation::Together;
  });
  if (Together && !Obstacle.empty())
    R.report(At.Loc, "the nodes of " + describe(At) +
                         " are not one block to the client, which has to "
                         "release each: " +
                         quote(At.O->Name) + " has " + Obstacle)
        .note(At.Loc, "drop allocate(all_nodes)");
}

DEFINE_RULE(AllocNodesApart) = {"alloc-nodes-apart", Severity::Warning,
                                "allocate(all_nodes) on results of an "
                                "operation with pipes or [ptr] pointers",
                                check};
