//===- Presentations.h - types that travel as others ----------------------===//
#ifndef RPCGEN_READ_PRESENTATIONS_H
#define RPCGEN_READ_PRESENTATIONS_H

#include "model/Attribute.h"

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

  struct WireType {
    clang::QualType T;   ///< null if what is written names no type
    std::string Written; ///< "wire_time"
  };
  /// The type that this one travels as: by an attribute of the alias that it is
  /// written by, or of its definition, or of the wire type. Nothing if there is
  /// no such attribute.
  std::optional<WireType> wireType(clang::QualType Q) const;

  /// Whether rpc::wire_form is specialised for the presented type.
  bool isConverted(clang::QualType Presented) const;

private:
  void collect(const clang::DeclContext *In);
  std::optional<WireType> named(const clang::Decl *D, Attribute::Kind First,
                                Attribute::Kind Second) const;

  clang::Sema &S;
  /// By the canonical presented type.
  llvm::DenseMap<clang::QualType, clang::QualType> WireTypes;
};

} // namespace rpcgen

#endif // RPCGEN_READ_PRESENTATIONS_H
