//===- Body.cpp -----------------------------------------------------------===//

#include "bodies/Body.h"
#include "bodies/Evaluator.h"

#include "clang/Analysis/Analyses/CFGReachabilityAnalysis.h"
#include "clang/Analysis/CFG.h"

#include "llvm/ADT/PostOrderIterator.h"

#include <map>
#include <optional>

using namespace clang;

namespace rpcgen {
namespace {

/// Ways through a function may be many: then what is known so far must do.
constexpr unsigned MaxRounds = 20;

class Follower {
public:
  Follower(const CFG &Graph, Evaluator &Eval) : Graph(Graph), Eval(Eval) {
    for (const CFGBlock *Block :
         llvm::ReversePostOrderTraversal<const CFG *>(&Graph))
      Order.push_back(Block);
  }

  void run(Events &Told, SourceLocation End) {
    bool Changed = true;
    for (unsigned Round = 0; Changed && Round < MaxRounds; ++Round) {
      Changed = false;
      for (const CFGBlock *Block : Order)
        Changed |= follow(*Block);
    }
    for (const CFGBlock *Block : Order)
      if (std::optional<State> Now = before(*Block)) {
        run(*Block, *Now, &Told);
        if (fallsOffTheEnd(*Block))
          Eval.leave(End, nullptr);
      }
  }

private:
  /// From the states at the ends of those that lead here; nothing if none has
  /// been reached.
  std::optional<State> before(const CFGBlock &Block) const {
    if (&Block == &Graph.getEntry())
      return State();
    std::optional<State> Result;
    for (const CFGBlock::AdjacentBlock &From : Block.preds()) {
      const CFGBlock *Reachable = From.getReachableBlock();
      auto Edge = Reachable ? Edges.find({Reachable, &Block}) : Edges.end();
      if (Edge != Edges.end())
        add(Result, Edge->second);
    }
    return Result;
  }

  void add(std::optional<State> &To, const State &More) const {
    if (To)
      To->join(More, Eval.initialValues());
    else
      To = More;
  }

  void run(const CFGBlock &Block, State &Now, Events *Told) {
    Eval.enter(
        Now, Told,
        isa_and_nonnull<ForStmt, WhileStmt, DoStmt>(Block.getTerminatorStmt()));
    for (const CFGElement &Element : Block)
      if (auto S = Element.getAs<CFGStmt>())
        Eval.Visit(S->getStmt());
  }

  /// Whether a block behind it learns something new.
  bool follow(const CFGBlock &Block) {
    std::optional<State> Now = before(Block);
    if (!Now)
      return false;
    run(Block, *Now, nullptr);

    const Expr *Condition = Block.getLastCondition();
    bool Branches = Condition && Block.succ_size() == 2;
    bool Holds = true, Changed = false;
    std::map<const CFGBlock *, std::optional<State>> Next;
    for (const CFGBlock::AdjacentBlock &To : Block.succs()) {
      State After = *Now;
      if (const CFGBlock *Reachable = To.getReachableBlock())
        if (!Branches || Eval.assume(After, Condition, Holds))
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

  /// Whether control may leave the function behind it, with no statement that
  /// says so.
  bool fallsOffTheEnd(const CFGBlock &Block) const {
    return llvm::any_of(Block.succs(),
                        [this](const CFGBlock::AdjacentBlock &To) {
                          return To.getReachableBlock() == &Graph.getExit();
                        }) &&
           !Block.hasNoReturnElement() &&
           llvm::none_of(Block, [](const CFGElement &Element) {
             auto S = Element.getAs<CFGStmt>();
             return S && isa<ReturnStmt, CXXThrowExpr>(S->getStmt());
           });
  }

  const CFG &Graph;
  Evaluator &Eval;
  std::vector<const CFGBlock *> Order;
  std::map<std::pair<const CFGBlock *, const CFGBlock *>, State> Edges;
};

} // namespace

Body::Body(const Model &M, const Operation &Implemented,
           const FunctionDecl *Definition)
    : Subject(M, Implemented, Definition) {
  follow();
}

void Body::follow() {
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddEHEdges = false;
  std::unique_ptr<CFG> Graph =
      CFG::buildCFG(F, F->getBody(), &context(), Options);
  if (!Graph)
    return;
  CFGReverseBlockReachabilityAnalysis Reaches(*Graph);
  for (const CFGBlock *Block : *Graph)
    if (Reaches.isReachable(Block, Block))
      for (const CFGElement &Element : *Block)
        if (auto S = Element.getAs<CFGStmt>())
          if (const auto *E = dyn_cast<Expr>(S->getStmt()))
            Repeated.insert(E);
  Evaluator Eval(*this, Known, context());
  Follower(*Graph, Eval).run(*this, F->getBodyRBrace());
}

} // namespace rpcgen
