//===- Statements.h - what a statement is made of -------------------------===//
#ifndef RPCGEN_BODIES_FLOW_STATEMENTS_H
#define RPCGEN_BODIES_FLOW_STATEMENTS_H

#include "clang/AST/Stmt.h"

#include <algorithm>
#include <vector>

namespace rpcgen {

/// Calls back with the statement and all that it is made of, in the order of
/// the source. Parts that are left out, as those of for (;;), are no
/// statements.
template <class Function>
void forEachStatement(const clang::Stmt *Whole, Function Visit) {
  std::vector<const clang::Stmt *> ToDo = {Whole};
  while (!ToDo.empty()) {
    const clang::Stmt *S = ToDo.back();
    ToDo.pop_back();
    Visit(S);
    const std::size_t Mark = ToDo.size();
    for (const clang::Stmt *Part : S->children())
      if (Part)
        ToDo.push_back(Part);
    std::reverse(ToDo.begin() + Mark, ToDo.end());
  }
}

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_STATEMENTS_H
