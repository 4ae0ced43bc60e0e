//===- Serialized.cpp -----------------------------------------------------===//

#include "read/Serialized.h"
#include "attr/Annotation.h"
#include "model/Reserved.h"
#include "read/Speller.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace rpcgen {
namespace {

class SerializedSearch {
public:
  SerializedSearch(const ASTContext &Context, const Speller &Names)
      : Context(Context), Names(Names) {}

  /// `All`: the namespace around says it for its definitions.
  void in(const DeclContext *Where, bool All) {
    for (const Decl *D : Where->decls())
      if (const auto *Namespace = dyn_cast<NamespaceDecl>(D))
        in(Namespace, isSerialized(Namespace));
      else if (isa<LinkageSpecDecl, ExportDecl>(D))
        in(cast<DeclContext>(D), All);
      else if (isa<TagDecl, TypedefNameDecl>(D) && D->isCanonicalDecl() &&
               !D->isImplicit())
        visit(cast<TypeDecl>(D), All);
  }

  std::vector<const TypeDecl *> Found;

private:
  void visit(const TypeDecl *D, bool All) {
    const auto *Tag = dyn_cast<TagDecl>(D);
    if (isSerialized(D) || (All && Tag && belongs(Tag)))
      Found.push_back(D);
    const auto *Class = dyn_cast<CXXRecordDecl>(D);
    const CXXRecordDecl *Body = Class ? Class->getDefinition() : nullptr;
    if (Body && !Body->isDependentContext() &&
        !Context.getSourceManager().isInSystemHeader(Body->getLocation()))
      in(Body, false);
  }

  /// On any declaration of it.
  static bool isSerialized(const Decl *D) {
    return llvm::any_of(D->redecls(), [](const Decl *Each) {
      return isAnnotated(Each, Attribute::Encode) ||
             isAnnotated(Each, Attribute::Decode);
    });
  }

  bool belongs(const TagDecl *Tag) const {
    return Tag->getDefinition() && !Tag->isDependentContext() &&
           !Names.spell(Tag).empty() &&
           !llvm::is_contained(ReservedClasses, Tag->getName().str());
  }

  const ASTContext &Context;
  const Speller &Names;
};

} // namespace

std::vector<const TypeDecl *> serializedTypes(const ASTContext &Context,
                                              const Speller &Names) {
  SerializedSearch S(Context, Names);
  S.in(Context.getTranslationUnitDecl(), false);
  return std::move(S.Found);
}

} // namespace rpcgen
