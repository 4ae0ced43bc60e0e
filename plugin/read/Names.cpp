//===- Names.cpp ----------------------------------------------------------===//

#include "read/Names.h"
#include "Clang.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Sema/Lookup.h"
#include "clang/Sema/Sema.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

using namespace clang;
using llvm::ArrayRef;
using llvm::StringRef;

namespace rpcgen {
namespace {

std::int64_t valueOf(const llvm::APSInt &Value) {
  return Value.extOrTrunc(64).getSExtValue();
}

/// The scope that a name before '::' opens, or null.
DeclContext *scopeOf(NamedDecl *D) {
  D = D->getUnderlyingDecl();
  if (auto *Alias = dyn_cast<NamespaceAliasDecl>(D))
    return Alias->getNamespace();
  if (auto *Namespace = dyn_cast<NamespaceDecl>(D))
    return Namespace;
  if (auto *Type = dyn_cast<TypeDecl>(D))
    if (const auto *Tag =
            Type->getASTContext().getTypeDeclType(Type)->getAsTagDecl())
      return Tag->getDefinition();
  return nullptr;
}

bool canLookInto(const DeclContext *In) {
  const auto *Tag = dyn_cast<TagDecl>(In);
  return In->isTranslationUnit() || In->isNamespace() ||
         (Tag && Tag->isCompleteDefinition());
}

} // namespace

const ValueDecl *Names::sibling(StringRef Name) const {
  auto Found = llvm::find_if(Siblings, [&](const ValueDecl *D) {
    return D->getIdentifier() && D->getName() == Name;
  });
  return Found == Siblings.end() ? nullptr : *Found;
}

NamedDecl *Names::lookupIn(DeclContext *In, StringRef Name,
                           bool AsScope) const {
  if (!canLookInto(In))
    return nullptr;
  LookupResult Result(S, &S.Context.Idents.get(Name), SourceLocation(),
                      AsScope ? Sema::LookupNestedNameSpecifierName
                              : Sema::LookupOrdinaryName);
  Result.suppressDiagnostics();
  S.LookupQualifiedName(Result, In);
  return Result.isSingleResult() || Result.isOverloadedResult()
             ? Result.getRepresentativeDecl()
             : nullptr;
}

/// Of "a::b::c", where the words are every other token. A using-declaration
/// means itself.
NamedDecl *Names::lookup(ArrayRef<ArgumentToken> Name) const {
  bool FromGlobal = !Name.empty() && Name.front().Text == "::";
  if (FromGlobal)
    Name = Name.drop_front();
  if (Name.empty())
    return nullptr;

  NamedDecl *Found = nullptr;
  DeclContext *In = FromGlobal ? S.Context.getTranslationUnitDecl() : Context;
  for (; In && !Found; In = FromGlobal ? nullptr : In->getLookupParent())
    Found = lookupIn(In, Name.front().Text, Name.size() > 1);
  for (std::size_t I = 1; Found && I < Name.size(); I += 2) {
    DeclContext *Scope = scopeOf(Found);
    Found = nullptr;
    if (Scope && Name[I].Text == "::" && I + 1 < Name.size())
      Found = lookupIn(Scope, Name[I + 1].Text, I + 2 < Name.size());
  }
  return Found;
}

const FunctionDecl *Names::function(ArrayRef<ArgumentToken> Name) const {
  NamedDecl *Found = lookup(Name);
  return Found ? Found->getUnderlyingDecl()->getAsFunction() : nullptr;
}

const VarDecl *Names::variable(ArrayRef<ArgumentToken> Name) const {
  NamedDecl *Found = lookup(Name);
  return Found ? dyn_cast<VarDecl>(Found->getUnderlyingDecl()) : nullptr;
}

std::optional<std::int64_t>
Names::constant(ArrayRef<ArgumentToken> Name) const {
  NamedDecl *Found = lookup(Name);
  if (Found)
    Found = Found->getUnderlyingDecl();
  if (const auto *Enumerator = dyn_cast_or_null<EnumConstantDecl>(Found))
    return valueOf(Enumerator->getInitVal());
  const auto *Variable = dyn_cast_or_null<VarDecl>(Found);
  if (!Variable || Variable->isInvalidDecl() ||
      !Variable->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  const VarDecl *Definition = nullptr;
  const Expr *Initializer = Variable->getAnyInitializer(Definition);
  if (!Initializer || Initializer->isValueDependent() ||
      Initializer->containsErrors() ||
      !Definition->mightBeUsableInConstantExpressions(S.Context))
    return std::nullopt;
  const APValue *Value = Definition->evaluateValue();
  if (!Value || !Value->isInt())
    return std::nullopt;
  // A char is unsigned on the wire, and so it is in a literal.
  if (S.Context.hasSameUnqualifiedType(Variable->getType(), S.Context.CharTy))
    return Value->getInt().extractBitsAsZExtValue(8, 0);
  return valueOf(Value->getInt());
}

const EnumDecl *Names::enumeration(ArrayRef<ArgumentToken> Name) const {
  const NamedDecl *Found = lookup(Name);
  const auto *Value =
      Found ? dyn_cast<ValueDecl>(Found->getUnderlyingDecl()) : nullptr;
  const auto *Type = Value ? Value->getType()->getAs<EnumType>() : nullptr;
  return Type && Type->getDecl()->hasNameForLinkage() ? Type->getDecl()
                                                      : nullptr;
}

QualType Names::builtin(ArrayRef<ArgumentToken> Words) const {
  static const std::set<StringRef> Known = {
      "bool",   "char", "char8_t", "char16_t", "char32_t", "wchar_t", "float",
      "double", "int",  "short",   "long",     "signed",   "unsigned"};
  std::map<StringRef, unsigned> Count;
  for (const ArgumentToken &T : Words)
    if (Known.contains(T.Text))
      ++Count[T.Text];
    else
      return {};

  ASTContext &C = S.Context;
  bool Unsigned = Count.contains("unsigned");
  if (Count.contains("char"))
    return Unsigned                   ? C.UnsignedCharTy
           : Count.contains("signed") ? C.SignedCharTy
                                      : C.CharTy;
  if (Count.contains("short"))
    return Unsigned ? C.UnsignedShortTy : C.ShortTy;
  if (Count.contains("double"))
    return Count.contains("long") ? C.LongDoubleTy : C.DoubleTy;
  if (Count.contains("long") && Count.at("long") > 1)
    return Unsigned ? C.UnsignedLongLongTy : C.LongLongTy;
  if (Count.contains("long"))
    return Unsigned ? C.UnsignedLongTy : C.LongTy;
  if (Count.contains("bool"))
    return C.BoolTy;
  if (Count.contains("float"))
    return C.FloatTy;
  if (Count.contains("wchar_t"))
    return C.WideCharTy;
  if (Count.contains("char8_t"))
    return C.Char8Ty;
  if (Count.contains("char16_t"))
    return C.Char16Ty;
  if (Count.contains("char32_t"))
    return C.Char32Ty;
  return Unsigned ? C.UnsignedIntTy : C.IntTy;
}

QualType Names::type(ArrayRef<ArgumentToken> Tokens) const {
  std::size_t Stars = 0;
  for (; !Tokens.empty() && Tokens.back().Text == "*"; ++Stars)
    Tokens = Tokens.drop_back();
  static const std::set<StringRef> Skipped = {"const", "struct", "union",
                                              "enum", "class"};
  while (!Tokens.empty() && Skipped.contains(Tokens.front().Text))
    Tokens = Tokens.drop_front();
  if (Tokens.empty())
    return {};

  QualType Q = builtin(Tokens);
  if (NamedDecl *Found = Q.isNull() ? lookup(Tokens) : nullptr)
    if (auto *Type = dyn_cast<TypeDecl>(Found->getUnderlyingDecl())) {
      Q = S.Context.getTypeDeclType(Type);
      if (auto *Shadow = dyn_cast<UsingShadowDecl>(Found))
        Q = usingType(Shadow, Q);
    }
  for (; !Q.isNull() && Stars > 0; --Stars)
    Q = S.Context.getPointerType(Q);
  return Q;
}

std::optional<std::int64_t> Names::sizeOf(QualType Q) const {
  Q = Q.getNonReferenceType();
  if (Q->isDependentType() || Q->isFunctionType() || Q->isVoidType() ||
      Q->isIncompleteType() || Q->isUndeducedType())
    return std::nullopt;
  if (const auto *Tag = Q->getAsTagDecl(); Tag && Tag->isInvalidDecl())
    return std::nullopt;
  return S.Context.getTypeSizeInChars(Q).getQuantity();
}

} // namespace rpcgen
