//===- Implementations.cpp ------------------------------------------------===//

#include "bodies/Implementations.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

#include <map>
#include <string>

using namespace clang;

namespace rpcgen {
namespace {

class Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(const Model &M) {
    for (const Interface &I : M.Interfaces)
      for (const Operation &O : I.Operations)
        if (!O.Local && O.Obstacles.empty())
          Operations[I.Namespace + "::" + O.Name] = &O;
  }

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitFunctionDecl(const FunctionDecl *F) {
    if (!F->doesThisDeclarationHaveABody() || F->isDependentContext() ||
        F->isInvalidDecl())
      return true;
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    const Operation *O =
        Method ? implementedBy(Method) : find(F->getDeclContext(), F);
    if (O && O->Parameters.size() == F->getNumParams())
      Found.push_back({O, F});
    return true;
  }

  std::vector<Implementation> Found;

private:
  /// The operation of the name of F in a namespace.
  const Operation *find(const DeclContext *In, const NamedDecl *F) const {
    const auto *Namespace = dyn_cast<NamespaceDecl>(In->getRedeclContext());
    if (!Namespace || !F->getIdentifier())
      return nullptr;
    auto Known = Operations.find("::" + Namespace->getQualifiedNameAsString() +
                                 "::" + F->getNameAsString());
    return Known == Operations.end() ? nullptr : Known->second;
  }

  const Operation *implementedBy(const CXXMethodDecl *Method) const {
    for (const CXXMethodDecl *Base : Method->overridden_methods()) {
      const CXXRecordDecl *Class = Base->getParent();
      if (Class->getIdentifier() && Class->getName() == "service")
        if (const Operation *O = find(Class->getDeclContext(), Base))
          return O;
      if (const Operation *O = implementedBy(Base))
        return O;
    }
    return nullptr;
  }

  std::map<std::string, const Operation *> Operations;
};

} // namespace

std::vector<Implementation> findImplementations(ASTContext &Context,
                                                const Model &M) {
  Finder Search(M);
  const SourceManager &Sources = Context.getSourceManager();
  if (!M.Interfaces.empty())
    for (Decl *D : Context.getTranslationUnitDecl()->decls())
      if (!Sources.isInSystemHeader(D->getLocation()))
        Search.TraverseDecl(D);
  return std::move(Search.Found);
}

} // namespace rpcgen
