//===- Frame.h - a function that is followed ------------------------------===//
#ifndef RPCGEN_BODIES_FLOW_FRAME_H
#define RPCGEN_BODIES_FLOW_FRAME_H

#include "bodies/flow/ClientCalls.h"
#include "bodies/flow/Events.h"
#include "bodies/flow/FunctionGraph.h"
#include "bodies/flow/Subject.h"

#include <vector>

namespace rpcgen {

/// What the functions that are followed for one function share: itself and
/// those that it calls.
struct Engine {
  const Subject &S;
  Regions &Known;
  const clang::ASTContext &Context;
  const InitialValues Initial;
  const ClientCalls &Calls;
  FunctionGraphs Graphs;
  unsigned Steps = 0; ///< blocks that were followed
  RegionSet Tested =
      {}; ///< held a pointer that a condition found not to be null
  /// Every fixpoint was reached. Otherwise nothing is known.
  bool Complete = true;
  RegionSet Divisors = {}; ///< numbers of the client's that something was
                           ///< divided by

  static constexpr unsigned MaxSteps = 20000;
};

/// A call of a function whose body is followed.
struct Activation {
  const FunctionGraph &Of;
  const Region *Self;          ///< the object of a member function, or null
  const Activation *Caller;    ///< null for the outermost
  const clang::Expr *CalledAt; ///< null for the outermost
};

/// Follows the function from its entry on, and tells of what happens unless
/// `Told` is null. What holds where it returns, for each of the values that it
/// returns; nothing if it never does. The value is in State::Carried, as that
/// of a null expression.
std::vector<State> follow(Engine &Shared, const Activation &In, State Entry,
                          Events *Told);

/// The ways by which the functions that a block calls come back. A block is
/// followed once for each combination of them.
class Ways {
public:
  /// A run over the block begins.
  void begin() { Reached = 0; }

  /// Whether calls follow that have been made in a run before.
  bool isAgain() const { return Reached < Calls.size(); }

  /// The state in which the next call comes back; `Make` calls for the first
  /// time. Null if it never does.
  template <class Call, class Join> const State *take(Call Make, Join JoinAll) {
    if (!isAgain()) {
      std::vector<State> Back = Make();
      if (Back.size() > 1 && Back.size() * Total > MaxTotal)
        JoinAll(Back);
      if (!Back.empty())
        Total *= Back.size();
      Calls.push_back({std::move(Back), 0});
    }
    const Choice &Next = Calls[Reached++];
    return Next.Back.empty() ? nullptr : &Next.Back[Next.Taken];
  }

  /// Whether there is another combination.
  bool next() {
    while (!Calls.empty()) {
      Choice &Last = Calls.back();
      if (++Last.Taken < Last.Back.size())
        return true;
      Total /= std::max<std::size_t>(Last.Back.size(), 1);
      Calls.pop_back();
    }
    return false;
  }

private:
  static constexpr std::size_t MaxTotal = 8;
  struct Choice {
    std::vector<State> Back;
    unsigned Taken;
  };
  std::vector<Choice> Calls;
  std::size_t Reached = 0;
  std::size_t Total = 1;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_FRAME_H
