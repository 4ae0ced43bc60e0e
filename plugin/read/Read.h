//===- Read.h - clang's declarations -> model -----------------------------===//
#ifndef RPCGEN_READ_READ_H
#define RPCGEN_READ_READ_H

#include "model/Interface.h"

#include "clang/Basic/SourceLocation.h"

#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace clang {
class Decl;
class Sema;
} // namespace clang

namespace rpcgen {

/// Reads every interface that the translation unit has declared so far, and
/// the types that are reachable from its functions: what is written, with no
/// default filled in. Judges nothing and cannot fail: what cannot travel, or
/// cannot be read, has a place in the model as well. `Annotated` are the
/// declarations that have attributes.
declared::Model readModel(clang::Sema &S,
                          llvm::ArrayRef<const clang::Decl *> Annotated);

/// Where that is written: the interfaces, and the types and aliases that they
/// use.
std::vector<clang::SourceRange> declaredRanges(clang::Sema &S);

} // namespace rpcgen

#endif // RPCGEN_READ_READ_H
