//===- Flow.h - follows a control flow graph ------------------------------===//
#ifndef RPCGEN_BODIES_FLOW_H
#define RPCGEN_BODIES_FLOW_H

#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"

#include <map>
#include <optional>

namespace rpcgen {

/// What holds at each point of a function, along its control flow graph until
/// nothing new turns up. `Of` says what that is:
///
///   State                                 at one point; State() at the entry
///   void run(Block, State &, bool Tells)  to the end of the block
///   bool assume(State &, Condition, bool) false if it cannot turn out so
///   void join(State &, const State &)     when one comes from there as well
///
/// It is told where it may tell of what happens when all is known.
template <class Of> class Flow {
public:
  using State = typename Of::State;

  Flow(const clang::CFG &Graph, Of &Follows)
      : Graph(Graph), Order(&Graph), Follows(Follows) {}

  void run() {
    bool Changed = true;
    for (unsigned Round = 0; Changed && Round < MaxRounds; ++Round) {
      Changed = false;
      for (const clang::CFGBlock *Block : Order)
        Changed |= follow(*Block);
    }
    for (const clang::CFGBlock *Block : Order)
      if (std::optional<State> Now = before(*Block))
        Follows.run(*Block, *Now, true);
  }

private:
  /// Ways through a function may be many: then what is known so far must do.
  static constexpr unsigned MaxRounds = 20;

  /// From the states at the ends of those that lead here; nothing if none has
  /// been reached.
  std::optional<State> before(const clang::CFGBlock &Block) const {
    if (&Block == &Graph.getEntry())
      return State();
    std::optional<State> Result;
    for (const clang::CFGBlock::AdjacentBlock &From : Block.preds()) {
      const clang::CFGBlock *Reachable = From.getReachableBlock();
      auto Edge = Reachable ? Edges.find({Reachable, &Block}) : Edges.end();
      if (Edge != Edges.end())
        add(Result, Edge->second);
    }
    return Result;
  }

  void add(std::optional<State> &To, const State &More) const {
    if (To)
      Follows.join(*To, More);
    else
      To = More;
  }

  /// Whether a block behind it learns something new.
  bool follow(const clang::CFGBlock &Block) {
    std::optional<State> Now = before(Block);
    if (!Now)
      return false;
    Follows.run(Block, *Now, false);

    const clang::Expr *Condition = Block.getLastCondition();
    bool Branches = Condition && Block.succ_size() == 2;
    bool Holds = true, Changed = false;
    std::map<const clang::CFGBlock *, std::optional<State>> Next;
    for (const clang::CFGBlock::AdjacentBlock &To : Block.succs()) {
      State After = *Now;
      if (const clang::CFGBlock *Reachable = To.getReachableBlock())
        if (!Branches || Follows.assume(After, Condition, Holds))
          add(Next[Reachable], After);
      Holds = false;
    }
    for (auto &[To, After] : Next) {
      auto [Edge, IsNew] = Edges.try_emplace({&Block, To}, *After);
      Changed |= IsNew || Edge->second != *After;
      Edge->second = std::move(*After);
    }
    return Changed;
  }

  const clang::CFG &Graph;
  /// Without the edges that control never takes.
  clang::PostOrderCFGView Order;
  Of &Follows;
  std::map<std::pair<const clang::CFGBlock *, const clang::CFGBlock *>, State>
      Edges;
};

/// With every expression before those that it is part of; null if there is
/// none.
inline std::unique_ptr<clang::CFG> flowOf(const clang::FunctionDecl *F) {
  clang::CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddEHEdges = false;
  return clang::CFG::buildCFG(F, F->getBody(), &F->getASTContext(), Options);
}

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_H
