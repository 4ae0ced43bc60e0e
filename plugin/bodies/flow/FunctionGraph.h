//===- FunctionGraph.h - what a function that is followed consists of -----===//
#ifndef RPCGEN_BODIES_FLOW_FUNCTIONGRAPH_H
#define RPCGEN_BODIES_FLOW_FUNCTIONGRAPH_H

#include "bodies/flow/Assignments.h"

#include "clang/Analysis/CFG.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

#include <map>
#include <memory>

namespace rpcgen {

/// The control flow graph of a function, and which of its expressions are
/// evaluated in one block and used in another.
class FunctionGraph {
public:
  FunctionGraph(const clang::FunctionDecl *F, std::unique_ptr<clang::CFG> G);

  const clang::FunctionDecl *const F;
  const std::unique_ptr<clang::CFG> Graph;
  const Assignments Assigned;

  using Expressions = std::vector<const clang::Expr *>;

  /// Those that the block evaluates, and another uses.
  llvm::ArrayRef<const clang::Expr *>
  evaluatedIn(const clang::CFGBlock &Block) const;

  /// Those that no block but this one uses.
  llvm::ArrayRef<const clang::Expr *>
  usedUpIn(const clang::CFGBlock &Block) const;

private:
  std::map<const clang::CFGBlock *, Expressions> Evaluated, UsedUp;
};

/// Those of all functions that are followed.
class FunctionGraphs {
public:
  /// Null if it has none.
  const FunctionGraph *of(const clang::FunctionDecl *F);

private:
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<FunctionGraph>>
      All;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_FUNCTIONGRAPH_H
