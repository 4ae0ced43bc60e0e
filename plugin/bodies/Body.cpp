//===- Body.cpp -----------------------------------------------------------===//

#include "bodies/Body.h"
#include "bodies/Evaluator.h"
#include "bodies/Flow.h"

#include "clang/Analysis/Analyses/CFGReachabilityAnalysis.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Has the evaluator see each statement.
class Statements {
public:
  using State = rpcgen::State;

  Statements(const CFG &Graph, Evaluator &Eval, Events &Told,
             SourceLocation End)
      : Graph(Graph), Eval(Eval), Told(Told), End(End) {}

  void run(const CFGBlock &Block, State &Now, bool Tells) {
    Eval.enter(
        Now, Tells ? &Told : nullptr,
        isa_and_nonnull<ForStmt, WhileStmt, DoStmt>(Block.getTerminatorStmt()));
    for (const CFGElement &Element : Block)
      if (auto S = Element.getAs<CFGStmt>())
        Eval.Visit(S->getStmt());
    if (const auto *Switch =
            dyn_cast_or_null<SwitchStmt>(Block.getTerminatorStmt()))
      Eval.branch(Switch->getCond());
    if (Tells && fallsOffTheEnd(Block))
      Eval.leave(End, nullptr);
  }

  bool assume(State &After, const Expr *Condition, bool Holds) const {
    return Eval.assume(After, Condition, Holds);
  }

  void join(State &To, const State &More) const {
    To.join(More, Eval.initialValues());
  }

private:
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
  Events &Told;
  const SourceLocation End;
};

} // namespace

Body::Body(const Model &M, const Operation &Implemented,
           const FunctionDecl *Definition)
    : Subject(M, Implemented, Definition) {
  follow();
}

void Body::follow() {
  std::unique_ptr<CFG> Graph = flowOf(F);
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
  Statements Each(*Graph, Eval, *this, F->getBodyRBrace());
  Flow(*Graph, Each).run();
}

} // namespace rpcgen
