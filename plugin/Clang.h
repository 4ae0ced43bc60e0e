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
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Attributes.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/Version.h"
#if CLANG_VERSION_MAJOR >= 17
#include "clang/Basic/ParsedAttrInfo.h"
#endif
#include "clang/Sema/ParsedAttr.h"
#include "clang/Sema/Sema.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <memory>
#include <optional>
#include <string_view>

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

/// The type that a declaration makes, be it a class or an alias.
inline clang::QualType typeOf(const clang::TypeDecl *D) {
  return D->getASTContext().getTypeDeclType(D);
}

/// The type that a using-declaration makes known by another name.
inline clang::QualType usingType(const clang::UsingShadowDecl *Shadow,
                                 clang::QualType Q) {
#if CLANG_VERSION_MAJOR >= 22
  return Shadow->getASTContext().getUsingType(
      clang::ElaboratedTypeKeyword::None, std::nullopt, Shadow, Q);
#else
  return Shadow->getASTContext().getUsingType(Shadow, Q);
#endif
}

inline const clang::UsingShadowDecl *shadowOf(const clang::UsingType *Using) {
#if CLANG_VERSION_MAJOR >= 22
  return Using->getDecl();
#else
  return Using->getFoundDecl();
#endif
}

/// What a template makes of arguments; null if it takes none like these.
inline clang::QualType
specializationOf(clang::Sema &S, clang::TemplateName Template,
                 clang::SourceLocation Loc,
                 clang::TemplateArgumentListInfo &Arguments) {
#if CLANG_VERSION_MAJOR >= 22
  return S.CheckTemplateIdType(clang::ElaboratedTypeKeyword::None, Template,
                               Loc, Arguments, /*Scope=*/nullptr,
                               /*ForNestedNameSpecifier=*/false);
#else
  return S.CheckTemplateIdType(Template, Loc, Arguments);
#endif
}

/// Whether a name is qualified by a namespace alone, as in std::free.
inline bool isOneNamespace(clang::NestedNameSpecifierLoc Scope) {
#if CLANG_VERSION_MAJOR >= 22
  const auto [Namespace, Prefix] =
      Scope.getNestedNameSpecifier().getAsNamespaceAndPrefix();
  return llvm::isa_and_nonnull<clang::NamespaceDecl>(Namespace) && !Prefix;
#else
  return Scope.getNestedNameSpecifier()->getAsNamespace() && !Scope.getPrefix();
#endif
}

/// The values of T(...), where T is an aggregate; nothing of any other
/// expression. Before clang 16 there are none.
inline std::optional<llvm::ArrayRef<clang::Expr *>>
elementsInParentheses([[maybe_unused]] const clang::Expr *E) {
#if CLANG_VERSION_MAJOR >= 16
  if (const auto *List = llvm::dyn_cast<clang::CXXParenListInitExpr>(E))
    return const_cast<clang::CXXParenListInitExpr *>(List)->getInitExprs();
#endif
  return std::nullopt;
}

/// What is written after co_await or co_yield.
inline const clang::Expr *operandOf(const clang::CoroutineSuspendExpr *E) {
#if CLANG_VERSION_MAJOR >= 15
  return E->getOperand();
#else
  return E->getCommonExpr();
#endif
}

#if CLANG_VERSION_MAJOR >= 15
inline constexpr auto StandardSyntax = clang::AttributeCommonInfo::AS_CXX11;
inline constexpr auto GnuSyntax = clang::AttributeCommonInfo::AS_GNU;
#else
inline constexpr auto StandardSyntax = clang::AttrSyntax::CXX;
inline constexpr auto GnuSyntax = clang::AttrSyntax::GNU;
#endif

/// Members of StringRef, which are called otherwise before LLVM 16.
inline bool startsWith(std::string_view Text, std::string_view With) {
  return Text.starts_with(With);
}
inline bool endsWith(std::string_view Text, std::string_view With) {
  return Text.ends_with(With);
}

/// Options that clang shares, or refers to since version 21.
template <class T> class SharedOptions {
public:
  operator std::shared_ptr<T>() const { return Kept; }
  operator T &() const { return *Kept; }
  T *operator->() const { return Kept.get(); }

private:
  std::shared_ptr<T> Kept = std::make_shared<T>();
};

/// The same, of which clang counted the users.
class SharedDiagnosticOptions {
public:
#if CLANG_VERSION_MAJOR >= 21
  operator clang::DiagnosticOptions &() { return Kept; }

private:
  clang::DiagnosticOptions Kept;
#else
  operator llvm::IntrusiveRefCntPtr<clang::DiagnosticOptions>() { return Kept; }
  operator clang::DiagnosticOptions *() { return Kept.get(); }

private:
  llvm::IntrusiveRefCntPtr<clang::DiagnosticOptions> Kept{
      new clang::DiagnosticOptions};
#endif
};

} // namespace rpcgen

#endif // RPCGEN_CLANG_H
