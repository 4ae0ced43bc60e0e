//===- ClientMemory.cpp ---------------------------------------------------===//

#include "bodies/callers/ClientMemory.h"
#include "bodies/callers/PointerUses.h"
#include "bodies/flow/Conditions.h"
#include "bodies/flow/Flow.h"
#include "bodies/flow/Statements.h"

#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = PointerUse::Kind;

/// Whether objects of the class release what calls allocate, or list what they
/// lose, while they live.
bool managesMemory(const CXXRecordDecl *Class) {
  return Class && Class->getIdentifier() &&
         llvm::StringSwitch<bool>(Class->getQualifiedNameAsString())
             .Cases("rpc::stub_memory_scope", "rpc::user_allocator_scope",
                    "rpc::orphans", true)
             .Default(false);
}
bool managesMemory(const VarDecl *V) {
  return V && managesMemory(
                  V->getType().getNonReferenceType()->getAsCXXRecordDecl());
}

/// Whether the function has calls allocate elsewhere from then on.
bool replacesMemory(const FunctionDecl *F) {
  if (!F || !F->getIdentifier())
    return false;
  for (llvm::StringRef End :
       {"enable_allocate", "EnableAllocate", "thread_handle", "ThreadHandle",
        "alloc_free", "AllocFree"})
    if (F->getName().ends_with(End))
      return true;
  return false;
}

/// Whether something else than its pointers looks after the memory.
bool isManaged(const FunctionDecl *F) {
  if (llvm::any_of(F->parameters(),
                   [](const ParmVarDecl *P) { return managesMemory(P); }))
    return true;
  bool Managed = false;
  forEachStatement(F->getBody(), [&](const Stmt *S) {
    if (const auto *D = dyn_cast<DeclStmt>(S))
      Managed |= llvm::any_of(D->decls(), [](const Decl *Each) {
        return managesMemory(dyn_cast<VarDecl>(Each));
      });
    if (const auto *Call = dyn_cast<CallExpr>(S))
      Managed |= replacesMemory(Call->getDirectCallee());
  });
  return Managed;
}

/// What one variable holds.
class Holding {
public:
  struct State {
    /// The call whose memory it alone leads to; null if there is none.
    const CallSite *Of = nullptr;
    bool Null = false; ///< in every case
    friend bool operator==(const State &, const State &) = default;
  };

  Holding(const VarDecl *V, llvm::ArrayRef<PointerUse> Uses) : V(V) {
    for (const PointerUse &Use : Uses)
      if (isa<DeclStmt>(Use.At))
        Declared = &Use;
      else if (Use.K != Kind::Looks && Use.K != Kind::Follows)
        Events[Use.At] = &Use;
  }

  template <class Callback>
  void run(const CFGBlock &Block, State Now, bool Tells, Callback Then) {
    for (const CFGElement &Element : Block)
      if (auto S = Element.getAs<CFGStmt>())
        if (const PointerUse *Use = eventAt(S->getStmt()))
          apply(*Use, Now, Tells);
    // Whether the call has succeeded may be what is asked for.
    const Stmt *Condition = Block.getLastCondition();
    if (Block.succ_size() > 1 && !(Condition && isAbout(Condition)))
      Now.Of = nullptr;
    Then(Now);
  }

  bool assume(State &After, const Expr *Condition, bool Holds) const {
    for (const PointerTest &Test : testsOfPointers(Condition, Holds)) {
      const auto *Variable = dyn_cast<DeclRefExpr>(Test.Pointer);
      if (!Variable || Variable->getDecl() != V)
        continue;
      if (Test.NotNull && After.Null)
        return false;
      if (!Test.NotNull)
        After = {.Of = nullptr, .Null = true};
    }
    return true;
  }

  void join(State &To, const State &More) const {
    if (!More.Of)
      To.Of = nullptr;
    To.Null &= More.Null;
  }
  bool isAlike(const State &, const State &) const { return true; }

  std::vector<Loss> Losses;
  const CallSite *First = nullptr; ///< that gives it memory

private:
  const PointerUse *eventAt(const Stmt *S) const {
    // The graph has declarations one by one.
    if (const auto *D = dyn_cast<DeclStmt>(S))
      return llvm::is_contained(D->decls(), V) ? Declared : nullptr;
    return Events.lookup(S);
  }

  void apply(const PointerUse &Use, State &Now, bool Tells) {
    const bool Replaces = Use.K == Kind::Sets || Use.K == Kind::Receives;
    if (Tells && Now.Of && Replaces && &Use != Declared)
      Losses.push_back(
          {V, Now.Of, Use.At, Use.K == Kind::Receives ? Use.By : nullptr});
    if (Replaces)
      Now = {Use.By, !Use.By && isNull(*Use.Value)};
    else if (Use.K == Kind::Fills && Now.Null)
      Now = {Use.By, false};
    else if (Use.K == Kind::LetsGo)
      Now.Of = nullptr;
    if (Tells && Use.By && Now.Of == Use.By && !First)
      First = Use.By;
  }

  bool isNull(const Expr &Value) const {
    return Value.isNullPointerConstant(V->getASTContext(),
                                       Expr::NPC_ValueDependentIsNotNull) !=
           Expr::NPCK_NotNull;
  }

  /// Whether the condition asks for what is there, and not for what a call says
  /// that has put it there.
  bool isAbout(const Stmt *Condition) const {
    bool Mentions = false, Puts = false;
    forEachStatement(Condition, [&](const Stmt *S) {
      const PointerUse *Use = Events.lookup(S);
      Puts |= Use && Use->By;
      const auto *E = dyn_cast<DeclRefExpr>(S);
      Mentions |= E && E->getDecl() == V;
    });
    return Mentions && !Puts;
  }

  const VarDecl *V;
  const PointerUse *Declared = nullptr; ///< with a value
  llvm::DenseMap<const Stmt *, const PointerUse *> Events;
};

bool any(llvm::ArrayRef<PointerUse> Uses, Kind K) {
  return llvm::any_of(Uses, [K](const PointerUse &Use) { return Use.K == K; });
}

/// Whether it is certain that there is memory, which nothing releases.
bool isLeft(llvm::ArrayRef<PointerUse> Uses) {
  const bool IsUnused = Uses.size() == 1 && Uses.front().K == Kind::Sets;
  return !any(Uses, Kind::LetsGo) && (IsUnused || any(Uses, Kind::Follows));
}

} // namespace

std::vector<Loss> findLosses(const Caller &In) {
  std::vector<Loss> Found;
  if (!In.F || In.F->isDependentContext() || isManaged(In.F))
    return Found;
  std::unique_ptr<CFG> Graph;
  for (const auto &[V, Uses] : usesOfPointers(In)) {
    if (any(Uses, Kind::Shares) ||
        llvm::none_of(Uses, [](const PointerUse &Use) { return Use.By; }))
      continue;
    if (!Graph && !(Graph = flowOf(In.F)))
      return Found;
    Holding Of(V, Uses);
    Flow Over(*Graph, Of);
    if (!Over.run({}))
      continue;
    Over.tell();
    if (Of.Losses.empty() && Of.First && isLeft(Uses))
      Found.push_back({V, Of.First});
    llvm::append_range(Found, Of.Losses);
  }
  return Found;
}

} // namespace rpcgen
