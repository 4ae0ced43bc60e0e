//===- Clang.h - what differs between the versions of clang ---------------===//
//
// The plugin is built for one version of clang at a time. Whatever differs
// between them is here and nowhere else.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_CLANG_H
#define RPCGEN_CLANG_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/Version.h"
#if CLANG_VERSION_MAJOR >= 17
#include "clang/Basic/ParsedAttrInfo.h"
#endif
#include "clang/Sema/ParsedAttr.h"

#include "llvm/ADT/SmallVector.h"

namespace rpcgen {

/// An attribute without any effect on the program that carries strings, also
/// through a precompiled header. Its characters must live as long as `Context`.
inline clang::Attr *
makeStringsAttribute(clang::ASTContext &Context,
                     llvm::SmallVectorImpl<llvm::StringRef> &Strings,
                     clang::SourceLocation Loc) {
#if CLANG_VERSION_MAJOR >= 17
  return clang::SuppressAttr::Create(Context, Strings.data(), Strings.size(),
                                     Loc);
#else
  return clang::SuppressAttr::Create(Context, Strings.data(), Strings.size(),
                                     Loc, clang::AttributeCommonInfo::AS_CXX11);
#endif
}

} // namespace rpcgen

#endif // RPCGEN_CLANG_H
