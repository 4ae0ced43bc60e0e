//===- Attributes.h - annotations -> the model's attributes ---------------===//
#ifndef RPCGEN_READ_ATTRIBUTES_H
#define RPCGEN_READ_ATTRIBUTES_H

#include "attr/Annotation.h"
#include "model/Attribute.h"
#include "read/Names.h"

#include "clang/AST/DeclBase.h"

namespace rpcgen {

/// The attributes of this very declaration, their arguments read as the table
/// says.
AttributeList readAttributes(const clang::Decl *D, const Names &Known);

/// A declaration and all its redeclarations, oldest first.
std::vector<const clang::Decl *> redeclarations(const clang::Decl *D);

/// The attributes of a declaration and all its redeclarations.
AttributeList readAllAttributes(const clang::Decl *D, const Names &Known);

} // namespace rpcgen

#endif // RPCGEN_READ_ATTRIBUTES_H
