//===- FunctionGraph.cpp --------------------------------------------------===//

#include "bodies/flow/FunctionGraph.h"
#include "bodies/flow/Flow.h"

using namespace clang;

namespace rpcgen {

FunctionGraph::FunctionGraph(const FunctionDecl *F, std::unique_ptr<CFG> G)
    : F(F), Graph(std::move(G)), Assigned(F->getBody()) {
  llvm::DenseMap<const Stmt *, const CFGBlock *> Home;
  for (const CFGBlock *Block : *Graph)
    for (const CFGElement &Element : *Block)
      if (auto S = Element.getAs<CFGStmt>())
        Home[S->getStmt()] = Block;

  std::map<const Expr *, std::set<const CFGBlock *>> Users;
  for (const auto &[S, Block] : Home) {
    std::vector<const Stmt *> ToDo(S->child_begin(), S->child_end());
    while (!ToDo.empty()) {
      const Stmt *Part = ToDo.back();
      ToDo.pop_back();
      if (!Part)
        continue;
      const CFGBlock *Evaluates = Home.lookup(Part);
      if (!Evaluates)
        ToDo.insert(ToDo.end(), Part->child_begin(), Part->child_end());
      else if (const auto *E = dyn_cast<Expr>(Part); E && Evaluates != Block)
        Users[E].insert(Block);
    }
  }
  for (const auto &[E, Blocks] : Users) {
    Evaluated[Home[E]].push_back(E);
    if (Blocks.size() == 1)
      UsedUp[*Blocks.begin()].push_back(E);
  }
}

namespace {

llvm::ArrayRef<const Expr *>
find(const std::map<const CFGBlock *, FunctionGraph::Expressions> &In,
     const CFGBlock &Block) {
  auto Found = In.find(&Block);
  if (Found == In.end())
    return {};
  return Found->second;
}

} // namespace

llvm::ArrayRef<const Expr *>
FunctionGraph::evaluatedIn(const CFGBlock &Block) const {
  return find(Evaluated, Block);
}

llvm::ArrayRef<const Expr *>
FunctionGraph::usedUpIn(const CFGBlock &Block) const {
  return find(UsedUp, Block);
}

const FunctionGraph *FunctionGraphs::of(const FunctionDecl *F) {
  auto [Known, IsNew] = All.try_emplace(F);
  if (IsNew)
    if (std::unique_ptr<CFG> Graph = flowOf(F))
      Known->second = std::make_unique<FunctionGraph>(F, std::move(Graph));
  return Known->second.get();
}

} // namespace rpcgen
