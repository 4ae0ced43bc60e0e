//===- Strays.h - attributes that no interface reads ----------------------===//
#ifndef RPCGEN_READ_STRAYS_H
#define RPCGEN_READ_STRAYS_H

#include "model/Interface.h"
#include "read/Namespaces.h"

#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace clang {
class Decl;
} // namespace clang

namespace rpcgen {

/// The functions that are no operations, but have attributes or are in a
/// namespace whose members seem to be the interface's own; and what else has
/// attributes that nothing reads. `Annotated` has attributes.
std::vector<Stray> findStrays(llvm::ArrayRef<InterfaceNamespace> Interfaces,
                              llvm::ArrayRef<const clang::Decl *> Annotated);

} // namespace rpcgen

#endif // RPCGEN_READ_STRAYS_H
