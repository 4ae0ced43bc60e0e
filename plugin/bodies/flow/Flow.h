//===- Flow.h - follows a control flow graph ------------------------------===//
#ifndef RPCGEN_BODIES_FLOW_FLOW_H
#define RPCGEN_BODIES_FLOW_FLOW_H

#include "bodies/flow/Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace rpcgen {

/// What the block ends with; null if that is no statement.
inline const clang::Stmt *lastStatement(const clang::CFGBlock &Block) {
  if (Block.empty())
    return nullptr;
  const auto Last = Block.back().getAs<clang::CFGStmt>();
  return Last ? Last->getStmt() : nullptr;
}

/// Whether the block ends with a call of a function of a C library. Its type
/// does not say that it throws nothing, but only what it calls back could.
inline bool endsInC(const clang::CFGBlock &Block) {
  const auto *Call =
      llvm::dyn_cast_or_null<clang::CallExpr>(lastStatement(Block));
  const clang::FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && F->isExternC() &&
         F->getASTContext().getSourceManager().isInSystemHeader(
             F->getLocation()) &&
         llvm::none_of(F->parameters(), [](const clang::ParmVarDecl *P) {
           return P->getType()->isFunctionPointerType();
         });
}

/// Whether the edge is the way of an exception. Without a branch, a block has a
/// second way only so; what no handler takes leaves the function.
inline bool isThrown(const clang::CFG &Graph, const clang::CFGBlock &Block,
                     const clang::CFGBlock::AdjacentBlock &To) {
  if (const clang::Stmt *Branch = Block.getTerminatorStmt())
    return llvm::isa<clang::CXXTryStmt>(Branch) &&
           To.getReachableBlock() == &Graph.getExit();
  return Block.succ_size() > 1 && &To != &*Block.succ_begin();
}

/// What holds at each point of a function, along its control flow graph until
/// a fixpoint is reached. Ways through the function are followed one by one, as
/// long as they are few, so that a test is remembered where its outcome is used
/// later. `Of` says what is followed:
///
///   State                                 at one point, on one way
///   void run(Block, State, bool Tells, Then)  calls back at each end of the
///                                         block that is reached
///   bool assume(State &, Condition, bool) false if it cannot turn out so
///   bool select(State, Switch, Label)     false if it cannot go there
///   void raise(State &, Block)            the last call of the block throws
///   void join(State &, const State &)     makes one way of two
///   bool isAlike(State, State)            little is lost by that
///
/// It is told where it may tell of what happens when all is known.
template <class Of> class Flow {
public:
  using State = typename Of::State;
  using States = std::vector<State>;

  Flow(const clang::CFG &Graph, Of &Follows) : Graph(Graph), Follows(Follows) {
    // Without the edges that control never takes.
    for (const clang::CFGBlock *Block : clang::PostOrderCFGView(&Graph)) {
      Positions[Block] = Order.size();
      Order.push_back(Block);
    }
    for (const clang::CFGBlock *Block : Order)
      for (const clang::CFGBlock *To : Block->succs())
        if (To && Positions.count(To) && Positions[To] <= Positions[Block])
          LoopHeads.insert(To);
  }

  /// Whether the fixpoint is reached: only then is there something to tell of.
  bool run(const State &Entry) {
    At[&Graph.getEntry()] = {Entry};
    std::set<unsigned> ToDo = {Positions[&Graph.getEntry()]};
    for (unsigned Steps = 0; !ToDo.empty(); ++Steps) {
      if (Steps > MaxSteps * Order.size())
        return false;
      const clang::CFGBlock *Block = Order[*ToDo.begin()];
      ToDo.erase(ToDo.begin());
      for (const clang::CFGBlock *Next : follow(*Block))
        ToDo.insert(Positions[Next]);
    }
    return true;
  }

  void tell() {
    for (const clang::CFGBlock *Block : Order)
      for (const State &Now : At[Block])
        Follows.run(*Block, Now, true, [](const State &) {});
  }

  /// Where the function is left; nothing if it never is.
  const States &atExit() { return At[&Graph.getExit()]; }

private:
  static constexpr unsigned MaxSteps = 40; ///< for each block
  static constexpr std::size_t MaxWays = 8;

  /// The blocks after this one that learn something new.
  std::vector<const clang::CFGBlock *> follow(const clang::CFGBlock &Block) {
    const clang::Expr *Condition = Block.getLastCondition();
    const bool Branches =
        Condition && Block.succ_size() == 2 && Block.getTerminatorStmt();
    std::map<unsigned, States> Next;
    for (const clang::CFGBlock::AdjacentBlock &To : Block.succs())
      if (isFollowed(Block, To))
        Next[Positions[To.getReachableBlock()]];
    auto Leave = [&](const State &End) {
      bool Holds = true;
      for (const clang::CFGBlock::AdjacentBlock &To : Block.succs()) {
        if (isFollowed(Block, To)) {
          State After = End;
          if (isThrown(Graph, Block, To))
            Follows.raise(After, Block);
          const auto *Switch = llvm::dyn_cast_or_null<clang::SwitchStmt>(
              Block.getTerminatorStmt());
          if ((!Branches || Follows.assume(After, Condition, Holds)) &&
              (!Switch || Follows.select(After, *Switch,
                                         To.getReachableBlock()->getLabel())))
            add(Next[Positions[To.getReachableBlock()]], std::move(After));
        }
        Holds = false;
      }
    };
    for (const State &Now : At[&Block])
      Follows.run(Block, Now, false, Leave);
    std::vector<const clang::CFGBlock *> Changed;
    for (auto &[Position, Ways] : Next) {
      const clang::CFGBlock *To = Order[Position];
      States &Old = Edges[{&Block, To}];
      if (Old == Ways)
        continue;
      Old = std::move(Ways);
      if (enter(*To))
        Changed.push_back(To);
    }
    return Changed;
  }

  bool isFollowed(const clang::CFGBlock &From,
                  const clang::CFGBlock::AdjacentBlock &To) const {
    const clang::CFGBlock *Reachable = To.getReachableBlock();
    return Reachable && Positions.count(Reachable) &&
           !(isThrown(Graph, From, To) &&
             (Reachable == &Graph.getExit() || endsInC(From)));
  }

  /// Whether the states at its begin change.
  bool enter(const clang::CFGBlock &Block) {
    // A loop only learns more, so that it comes to an end.
    const bool IsHead = LoopHeads.contains(&Block);
    States Now = IsHead ? At[&Block] : States();
    for (const clang::CFGBlock::AdjacentBlock &From : Block.preds())
      if (auto Edge = Edges.find({From.getReachableBlock(), &Block});
          Edge != Edges.end())
        for (const State &Each : Edge->second)
          add(Now, Each);
    if (IsHead || Now.size() > MaxWays)
      joinAlike(Now);
    if (Now.size() > MaxWays)
      joinAll(Now);
    return std::exchange(At[&Block], Now) != Now;
  }

  static void add(States &To, State More) {
    if (!llvm::is_contained(To, More))
      To.push_back(std::move(More));
  }

  void joinAlike(States &All) const {
    States Left;
    for (State &Each : All) {
      auto Found = llvm::find_if(
          Left, [&](const State &S) { return Follows.isAlike(S, Each); });
      if (Found == Left.end())
        Left.push_back(std::move(Each));
      else
        Follows.join(*Found, Each);
    }
    All = std::move(Left);
  }

  void joinAll(States &All) const {
    for (std::size_t I = 1; I < All.size(); ++I)
      Follows.join(All.front(), All[I]);
    All.resize(1);
  }

  const clang::CFG &Graph;
  Of &Follows;
  std::vector<const clang::CFGBlock *> Order; ///< reverse postorder
  llvm::DenseMap<const clang::CFGBlock *, unsigned> Positions;
  llvm::DenseSet<const clang::CFGBlock *> LoopHeads;
  std::map<const clang::CFGBlock *, States> At; ///< the begin
  std::map<std::pair<const clang::CFGBlock *, const clang::CFGBlock *>, States>
      Edges;
};

/// With every expression before those that it is part of; null if there is
/// none.
inline std::unique_ptr<clang::CFG> flowOf(const clang::FunctionDecl *F) {
  clang::CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  clang::Stmt *Whole = F->getBody();
  if (auto *Coroutine = llvm::dyn_cast<clang::CoroutineBodyStmt>(Whole))
    Whole = Coroutine->getBody();
  // Handlers are reached from where something is thrown.
  bool Catches = false;
  forEachStatement(Whole, [&](const clang::Stmt *S) {
    Catches |= llvm::isa<clang::CXXTryStmt>(S);
  });
  Options.AddEHEdges = Catches;
  Options.AddImplicitDtors = true;
  Options.AddInitializers = true;
  return clang::CFG::buildCFG(F, Whole, &F->getASTContext(), Options);
}

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_FLOW_H
