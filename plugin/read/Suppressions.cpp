//===- Suppressions.cpp ---------------------------------------------------===//

#include "read/Suppressions.h"
#include "attr/Annotation.h"
#include "attr/Arguments.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace rpcgen {
namespace {

class Collector {
public:
  explicit Collector(const ASTContext &Context)
      : Sources(Context.getSourceManager()) {}

  void collect(const DeclContext *In) {
    for (const Decl *D : In->decls())
      visit(D);
  }

  std::vector<Suppression> Found;

private:
  void visit(const Decl *D) {
    if (const auto *Template = dyn_cast<TemplateDecl>(D))
      D = Template->getTemplatedDecl();
    if (!D) // of a concept
      return;
    if (isAnnotated(D, Attribute::Suppress))
      add(D);
    if (const auto *F = dyn_cast<FunctionDecl>(D))
      for (const ParmVarDecl *P : F->parameters())
        if (isAnnotated(P, Attribute::Suppress))
          add(P);
    if (const auto *Context = dyn_cast<DeclContext>(D))
      collect(Context);
  }

  void add(const Decl *D) {
    SourceLocation Begin = Sources.getFileLoc(D->getBeginLoc());
    SourceLocation End = Sources.getExpansionRange(D->getEndLoc()).getEnd();
    // What precedes and follows the declaration is part of it.
    for (const Attr *A : D->attrs()) {
      SourceLocation Loc = Sources.getFileLoc(A->getLocation());
      Begin = std::min(Begin, Loc);
      End = std::max(End, Loc);
    }
    for (const Annotation &A : annotationsOf(D))
      if (A.K == Attribute::Suppress)
        for (llvm::ArrayRef<ArgumentToken> Rule : splitArguments(A.Arguments))
          Found.push_back({wordOf(Rule),
                           {Rule.front().Loc.getRawEncoding()},
                           {Begin.getRawEncoding()},
                           {End.getRawEncoding()}});
  }

  const SourceManager &Sources;
};

} // namespace

std::vector<Suppression> readSuppressions(const ASTContext &Context) {
  Collector All(Context);
  All.collect(Context.getTranslationUnitDecl());
  return std::move(All.Found);
}

} // namespace rpcgen
