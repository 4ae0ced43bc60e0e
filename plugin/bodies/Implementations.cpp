//===- Implementations.cpp ------------------------------------------------===//

#include "bodies/Implementations.h"
#include "bodies/Operations.h"
#include "bodies/UserCode.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace rpcgen {
namespace {

class Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(const Model &M) : Operations(M) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitFunctionDecl(const FunctionDecl *F) {
    if (!F->doesThisDeclarationHaveABody() || F->isDependentContext() ||
        F->isInvalidDecl())
      return true;
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    const Operation *O = Method ? implementedBy(Method)
                                : Operations.find(F->getDeclContext(), F);
    if (O && O->Parameters.size() == F->getNumParams())
      Found.push_back({O, F});
    return true;
  }

  std::vector<Implementation> Found;

private:
  const Operation *implementedBy(const CXXMethodDecl *Method) const {
    for (const CXXMethodDecl *Base : Method->overridden_methods()) {
      const CXXRecordDecl *Class = Base->getParent();
      if (Class->getIdentifier() && Class->getName() == "service")
        if (const Operation *O = Operations.find(Class->getDeclContext(), Base))
          return O;
      if (const Operation *O = implementedBy(Base))
        return O;
    }
    return nullptr;
  }

  const OperationNames Operations;
};

} // namespace

std::vector<Implementation> findImplementations(ASTContext &Context,
                                                const Model &M) {
  Finder Search(M);
  if (!M.Interfaces.empty())
    visitUserCode(Context, Search);
  return std::move(Search.Found);
}

} // namespace rpcgen
