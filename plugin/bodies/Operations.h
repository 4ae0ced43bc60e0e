//===- Operations.h - the operations that functions implement -------------===//
#ifndef RPCGEN_BODIES_OPERATIONS_H
#define RPCGEN_BODIES_OPERATIONS_H

#include "model/Interface.h"

#include <map>
#include <string>

namespace clang {
class DeclContext;
class NamedDecl;
} // namespace clang

namespace rpcgen {

class OperationNames {
public:
  explicit OperationNames(const Model &M);

  /// The remote operation of the name of F in a namespace; null if there is
  /// none.
  const Operation *find(const clang::DeclContext *In,
                        const clang::NamedDecl *F) const;

private:
  std::map<std::string, const Operation *> ByName;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_OPERATIONS_H
