//===- Annotation.h - attributes kept with their declarations -------------===//
#ifndef RPCGEN_ATTR_ANNOTATION_H
#define RPCGEN_ATTR_ANNOTATION_H

#include "attr/Capture.h"
#include "model/Attribute.h"

#include <vector>

namespace clang {
class Decl;
} // namespace clang

namespace rpcgen {

/// One [[rpc::name(arguments)]] of a declaration.
struct Annotation {
  Attribute::Kind K;
  clang::SourceLocation Loc; ///< of the name
  std::vector<ArgumentToken> Arguments;
};

/// Keeps the attribute with the declaration. It survives a precompiled header
/// and changes nothing in the generated program.
void annotate(clang::Decl *D, const WrittenAttribute &Attribute);

/// The annotations of this very declaration (not of its redeclarations), in
/// the order in which they were written.
std::vector<Annotation> annotationsOf(const clang::Decl *D);

/// Whether the declaration carries the annotation, or, if it is None, any that
/// says something of it: all but suppress.
bool isAnnotated(const clang::Decl *D, Attribute::Kind K = Attribute::None);

} // namespace rpcgen

#endif // RPCGEN_ATTR_ANNOTATION_H
