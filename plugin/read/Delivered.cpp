//===- Delivered.cpp ------------------------------------------------------===//

#include "read/Delivered.h"
#include "read/Namespaces.h"
#include "read/Speller.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/Sema.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

template <class Wanted>
const Wanted *member(const ASTContext &Context, const DeclContext *In,
                     StringRef Name) {
  if (!In)
    return nullptr;
  for (const NamedDecl *Found : In->lookup(&Context.Idents.get(Name)))
    if (const auto *D = dyn_cast<Wanted>(Found))
      return D;
  return nullptr;
}

const NamespaceDecl *runtime(const ASTContext &Context) {
  return member<NamespaceDecl>(Context, Context.getTranslationUnitDecl(),
                               "rpc");
}

/// Calls back with the argument of every explicit specialization.
template <class Callback>
void forEachSpecialization(const ClassTemplateDecl *Template, Callback Each) {
  if (!Template)
    return;
  for (const ClassTemplateSpecializationDecl *D : Template->specializations()) {
    const TemplateArgument &Argument = D->getTemplateArgs()[0];
    if (D->isExplicitSpecialization() &&
        Argument.getKind() == TemplateArgument::Type)
      if (const TagDecl *Tag = Argument.getAsType()->getAsTagDecl())
        Each(Tag);
  }
}

} // namespace

bool isRuntimeDeclared(Sema &S) {
  return member<ClassTemplateDecl>(S.Context, runtime(S.Context), "interface");
}

bool isRuntimes(const TagDecl *Tag) {
  return Tag->getDeclContext()->getRedeclContext() ==
         runtime(Tag->getASTContext());
}

std::set<std::string> deliveredBefore(Sema &S) {
  const ASTContext &Context = S.Context;
  const NamespaceDecl *Rpc = runtime(Context);
  std::set<std::string> Result;
  forEachSpecialization(
      member<ClassTemplateDecl>(Context, Rpc, "interface"),
      [&](const TagDecl *Service) {
        if (const auto *N = dyn_cast<NamespaceDecl>(Service->getDeclContext()))
          Result.insert(pathOf(N));
      });
  const Speller Names(S.Context);
  const auto *Ndr = member<NamespaceDecl>(Context, Rpc, "ndr");
  forEachSpecialization(
      member<ClassTemplateDecl>(Context, Ndr, "layout"),
      [&](const TagDecl *Type) { Result.insert(Names.spell(Type)); });
  return Result;
}

} // namespace rpcgen
