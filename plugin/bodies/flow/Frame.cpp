//===- Frame.cpp ----------------------------------------------------------===//

#include "bodies/flow/Frame.h"
#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Flow.h"

using namespace clang;

namespace rpcgen {
namespace {

/// What the function returns on a way that ends so.
Values returnedAt(const State &End) {
  auto Found = End.Carried.find(nullptr);
  return Found == End.Carried.end() ? Values(Value()) : Found->second;
}

/// Has the evaluator see each statement.
class Frame {
public:
  using State = rpcgen::State;

  Frame(Engine &Shared, const Activation &In, Events *Told)
      : Shared(Shared), In(In), Told(Told), Eval(Shared, In) {}

  /// Once for each of the ways by which functions that it calls come back.
  template <class Callback>
  void run(const CFGBlock &Block, const State &Entry, bool Tells,
           Callback Then) {
    Ways Taken;
    do {
      State Now = Entry;
      if (runOnce(Block, Now, Tells, Taken))
        end(Block, Now, Then);
    } while (Taken.next());
  }

  bool assume(State &After, const Expr *Condition, bool Holds) {
    return Eval.assume(After, Condition, Holds);
  }

  bool select(State &At, const SwitchStmt &Switch, const Stmt *Label) {
    return Eval.select(At, Switch, Label);
  }

  void raise(State &After, const CFGBlock &Block) {
    if (const Stmt *Last = lastStatement(Block))
      Eval.raise(After, BeforeLast, dyn_cast<Expr>(Last));
  }

  void join(State &To, const State &More) const {
    To.join(More, Shared.Initial);
  }
  bool isAlike(const State &A, const State &B) const { return A.isAlike(B); }

private:
  /// The caller cannot ask again for a condition that is returned: what it is
  /// about is another object there, or has gone.
  template <class Callback>
  void end(const CFGBlock &Block, const State &Now, Callback Then) {
    const Value V = returnedAt(Now).only();
    if (!In.Caller || !leaves(Block) || V.K != Value::Kind::Outcome ||
        Shared.Calls.find(V.E))
      return Then(Now);
    for (const bool Holds : {true, false}) {
      State After = Now;
      if (!Eval.assume(After, V.E, Holds))
        continue;
      After.Facts = Now.Facts; // the number says it from here on
      After.Carried[nullptr] = Value{.K = Value::Kind::Number, .N = Holds};
      Then(After);
    }
  }

  /// False if the end of the block is never reached.
  bool runOnce(const CFGBlock &Block, State &Now, bool Tells, Ways &Taken) {
    if (++Shared.Steps > Engine::MaxSteps)
      Shared.Complete = false;
    if (!Shared.Complete)
      return false;
    const Stmt *Terminator = Block.getTerminatorStmt();
    Eval.enter(Now, Tells ? Told : nullptr, Taken,
               isa_and_nonnull<ForStmt, WhileStmt, DoStmt>(Terminator));
    const ReturnStmt *Returns = nullptr;
    bool Throws = false;
    const bool MayRaise = !Terminator && Block.succ_size() > 1;
    for (unsigned I = 0; I < Block.size(); ++I) {
      const CFGElement Element = Block[I];
      if (MayRaise && I + 1 == Block.size())
        BeforeLast = Now;
      if (auto S = Element.getAs<CFGStmt>()) {
        Eval.Visit(S->getStmt());
        Throws |= isa<CXXThrowExpr>(S->getStmt());
        if (const auto *R = dyn_cast<ReturnStmt>(S->getStmt()))
          Returns = R;
      } else if (auto Made = Element.getAs<CFGInitializer>()) {
        Eval.initializeMember(*Made->getInitializer());
      } else if (auto Ended = Element.getAs<CFGAutomaticObjDtor>()) {
        Eval.destroy(*Ended->getVarDecl());
      }
      if (!Eval.goesOn())
        return false;
    }
    if (const auto *Switch = dyn_cast_or_null<SwitchStmt>(Terminator))
      Eval.branch(Switch->getCond());
    const bool Leaves = leaves(Block);
    if (Block.hasNoReturnElement() || (Leaves && Throws))
      return false;
    Eval.leave(In.Of.evaluatedIn(Block), In.Of.usedUpIn(Block));
    if (Leaves && Tells && Told && !In.Caller)
      tellExit(Block, Returns, Now);
    return true;
  }

  /// Whether control leaves the function after it.
  bool leaves(const CFGBlock &Block) const {
    return llvm::any_of(
        Block.succs(), [this, &Block](const CFGBlock::AdjacentBlock &To) {
          return To.getReachableBlock() == &In.Of.Graph->getExit() &&
                 !isThrown(*In.Of.Graph, Block, To);
        });
  }

  /// The end of a function may be one way of a branch. What it returns when its
  /// reply was taken is not the answer.
  void tellExit(const CFGBlock &Block, const ReturnStmt *Returns, State After) {
    const Expr *Condition = Block.getLastCondition();
    if (Condition && Block.getTerminatorStmt() && Block.succ_size() == 2) {
      const bool Holds =
          Block.succ_begin()->getReachableBlock() == &In.Of.Graph->getExit();
      if (!assume(After, Condition, Holds))
        return;
    }
    if (!After.IsLater)
      Told->Exits.push_back(exitAt(Returns, After));
  }

  Exit exitAt(const ReturnStmt *Returns, const State &Now) const {
    const Expr *Result = Returns ? Returns->getRetValue() : nullptr;
    return {Returns ? Returns->getBeginLoc() : In.Of.F->getBodyRBrace(), Result,
            returnedAt(Now), Now};
  }

  Engine &Shared;
  const Activation &In;
  Events *Told;
  Evaluator Eval;
  State BeforeLast; ///< statement of a block that may throw
};

} // namespace

std::vector<State> follow(Engine &Shared, const Activation &In, State Entry,
                          Events *Told) {
  Frame Each(Shared, In, Told);
  Flow Over(*In.Of.Graph, Each);
  Shared.Complete &= Over.run(Entry);
  if (!Shared.Complete)
    return {};
  if (Told)
    Over.tell();
  // Ways that return the same are not told apart by the caller.
  std::vector<State> Result;
  for (const State &End : Over.atExit()) {
    auto Same = llvm::find_if(Result, [&](const State &Other) {
      return returnedAt(Other) == returnedAt(End);
    });
    if (Same == Result.end())
      Result.push_back(End);
    else
      Same->join(End, Shared.Initial);
  }
  return Result;
}

} // namespace rpcgen
