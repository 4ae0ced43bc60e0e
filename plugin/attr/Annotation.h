//===- Annotation.h - attributes kept with their declarations -------------===//
#ifndef RPCGEN_ATTR_ANNOTATION_H
#define RPCGEN_ATTR_ANNOTATION_H

#include "attr/Capture.h"

#include "llvm/ADT/StringRef.h"

#include <vector>

namespace clang {
class Decl;
} // namespace clang

namespace rpcgen {

/// The attribute that says nothing of what is declared.
inline constexpr llvm::StringLiteral SuppressName("suppress");

/// One [[rpc::name(arguments)]] of a declaration.
struct Annotation {
  llvm::StringRef Name;
  clang::SourceLocation Loc; ///< of the name
  std::vector<ArgumentToken> Arguments;
};

/// Keeps the attribute with the declaration. It survives a precompiled header
/// and changes nothing in the generated program.
void annotate(clang::Decl *D, const WrittenAttribute &Attribute);

/// The annotations of this very declaration (not of its redeclarations), in
/// the order in which they were written.
std::vector<Annotation> annotationsOf(const clang::Decl *D);

/// Whether the declaration carries the annotation, or, if Name is empty, any
/// that says something of it.
bool isAnnotated(const clang::Decl *D, llvm::StringRef Name = {});

} // namespace rpcgen

#endif // RPCGEN_ATTR_ANNOTATION_H
