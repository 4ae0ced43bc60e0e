//===- Frame.h - a function that is followed ------------------------------===//
#ifndef RPCGEN_BODIES_FLOW_FRAME_H
#define RPCGEN_BODIES_FLOW_FRAME_H

#include "bodies/flow/Events.h"
#include "bodies/flow/FunctionGraph.h"
#include "bodies/flow/Subject.h"

#include <optional>

namespace rpcgen {

/// What the functions that are followed for one implementation share: itself
/// and those that it calls.
struct Engine {
  const Subject &S;
  Regions &Known;
  const clang::ASTContext &Context;
  const InitialValues Initial;
  FunctionGraphs Graphs;
  unsigned Steps = 0; ///< blocks that were followed
  /// Every fixpoint was reached. Otherwise nothing is known.
  bool Complete = true;

  static constexpr unsigned MaxSteps = 20000;
};

/// A call of a function whose body is followed.
struct Activation {
  const FunctionGraph &Of;
  const Region *Self;          ///< the object of a member function, or null
  const Activation *Caller;    ///< null for the implementation
  const clang::Expr *CalledAt; ///< null for the implementation
};

/// Follows the function from its entry on, and tells of what happens unless
/// `Told` is null. What holds where it returns; nothing if it never does. The
/// value that it returns is in State::Carried, as that of a null expression.
std::optional<State> follow(Engine &Shared, const Activation &In, State Entry,
                            Events *Told);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_FRAME_H
