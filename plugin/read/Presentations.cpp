//===- Presentations.cpp --------------------------------------------------===//

#include "read/Presentations.h"
#include "attr/Annotation.h"
#include "read/Names.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Sema/Sema.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {

Presentations::Presentations(Sema &S) : S(S) {
  collect(S.Context.getTranslationUnitDecl());
}

void Presentations::collect(const DeclContext *In) {
  for (const Decl *D : In->decls()) {
    if (isa<NamespaceDecl, LinkageSpecDecl>(D) &&
        !cast<DeclContext>(D)->isStdNamespace())
      collect(cast<DeclContext>(D));
    const auto *Wire = dyn_cast<TypeDecl>(D);
    if (!Wire)
      continue;
    QualType Presented = named(Wire, "represent_as", "user_marshal");
    if (!Presented.isNull())
      WireTypes[Presented.getCanonicalType().getUnqualifiedType()] =
          S.Context.getTypeDeclType(Wire);
  }
}

/// The type that one of the attributes names; null without one.
QualType Presentations::named(const Decl *D, StringRef First,
                              StringRef Second) const {
  for (const Annotation &A : annotationsOf(D))
    if (A.Name == First || A.Name == Second)
      return Names(S, const_cast<DeclContext *>(D->getDeclContext()))
          .type(A.Arguments);
  return {};
}

QualType Presentations::wireType(QualType Q) const {
  if (Q->isDependentType())
    return {};
  const Decl *D = nullptr;
  if (const auto *Alias = dyn_cast<TypedefType>(Q))
    D = Alias->getDecl();
  else if (const auto *Tag = dyn_cast<TagType>(Q))
    D = Tag->getDecl();
  if (D)
    if (QualType Wire = named(D, "transmit_as", "wire_marshal"); !Wire.isNull())
      return Wire;
  return WireTypes.lookup(Q.getCanonicalType().getUnqualifiedType());
}

} // namespace rpcgen
