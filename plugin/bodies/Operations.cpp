//===- Operations.cpp -----------------------------------------------------===//

#include "bodies/Operations.h"
#include "read/Namespaces.h"

#include "clang/AST/Decl.h"

using namespace clang;

namespace rpcgen {

OperationNames::OperationNames(const Model &M) {
  for (const Interface &I : M.Interfaces)
    for (const Operation &O : I.Operations)
      if (!O.Local && O.Obstacles.empty())
        ByName[I.Namespace + "::" + O.Name] = &O;
}

const Operation *OperationNames::find(const DeclContext *In,
                                      const NamedDecl *F) const {
  const auto *Namespace = dyn_cast<NamespaceDecl>(In->getRedeclContext());
  if (!Namespace || !F->getIdentifier())
    return nullptr;
  auto Known = ByName.find(pathOf(Namespace) + "::" + F->getNameAsString());
  return Known == ByName.end() ? nullptr : Known->second;
}

} // namespace rpcgen
