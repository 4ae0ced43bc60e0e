//===- Presentations.h - types that travel as others ----------------------===//
#ifndef RPCGEN_READ_PRESENTATIONS_H
#define RPCGEN_READ_PRESENTATIONS_H

#include "clang/AST/Type.h"

#include "llvm/ADT/DenseMap.h"

namespace clang {
class Decl;
class DeclContext;
class Sema;
} // namespace clang

namespace rpcgen {

/// Knows which types the program presents in another form than they travel in:
/// those with transmit_as or wire_marshal, and those that represent_as or
/// user_marshal of a wire type name.
class Presentations {
public:
  explicit Presentations(clang::Sema &S);

  /// The type that this one travels as: by an attribute of the alias that it is
  /// written by, or of its definition, or of the wire type. Null if there is
  /// none.
  clang::QualType wireType(clang::QualType Q) const;

private:
  void collect(const clang::DeclContext *In);
  clang::QualType named(const clang::Decl *D, llvm::StringRef First,
                        llvm::StringRef Second) const;

  clang::Sema &S;
  /// By the canonical presented type.
  llvm::DenseMap<clang::QualType, clang::QualType> WireTypes;
};

} // namespace rpcgen

#endif // RPCGEN_READ_PRESENTATIONS_H
