//===- Entities.cpp -------------------------------------------------------===//

#include "Entities.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace rpc_check {
namespace {

class Search {
public:
  Search(const SourceManager &Sources, SourceLocation Loc)
      : Sources(Sources), Loc(Sources.getFileLoc(Loc)) {}

  void visit(const DeclContext *In) {
    for (const Decl *D : In->decls()) {
      if (!contains(D))
        continue;
      if (const auto *Template = dyn_cast<TemplateDecl>(D))
        if (const Decl *Described = Template->getTemplatedDecl())
          D = Described;
      note(D);
      if (const auto *F = dyn_cast<FunctionDecl>(D))
        for (const ParmVarDecl *P : F->parameters())
          if (contains(P) && P->getIdentifier())
            Name = F->getQualifiedNameAsString() + "(" + P->getNameAsString() +
                   ")";
      if (const auto *Inner = dyn_cast<DeclContext>(D))
        visit(Inner);
    }
  }

  std::string Name;

private:
  void note(const Decl *D) {
    const auto *Named = dyn_cast<NamedDecl>(D);
    if (Named && Named->getDeclName() && !Named->isImplicit())
      Name = Named->getQualifiedNameAsString();
  }

  /// The attributes before a declaration belong to it.
  bool contains(const Decl *D) const {
    SourceLocation Begin = Sources.getFileLoc(D->getBeginLoc());
    for (const Attr *A : D->attrs())
      Begin = std::min(Begin, Sources.getFileLoc(A->getLocation()));
    SourceLocation End = Sources.getExpansionRange(D->getEndLoc()).getEnd();
    return Begin <= Loc && Loc <= End;
  }

  const SourceManager &Sources;
  const SourceLocation Loc;
};

} // namespace

std::string Entities::around(SourceLocation Loc) const {
  if (Loc.isInvalid())
    return "";
  Search S(Context.getSourceManager(), Loc);
  S.visit(Context.getTranslationUnitDecl());
  return S.Name;
}

} // namespace rpc_check
