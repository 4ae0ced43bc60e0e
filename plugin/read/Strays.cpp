//===- Strays.cpp ---------------------------------------------------------===//

#include "read/Strays.h"
#include "attr/Annotation.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Of an alias of each type, and not of an alias template.
constexpr Attribute::Kind OfOneType[] = {
    Attribute::ContextHandle, Attribute::Decode,     Attribute::Encode,
    Attribute::RepresentAs,   Attribute::TransmitAs, Attribute::UserMarshal,
    Attribute::WireMarshal};

class StraySearch {
public:
  explicit StraySearch(llvm::ArrayRef<InterfaceNamespace> Interfaces)
      : Interfaces(Interfaces) {
    for (const InterfaceNamespace &N : Interfaces)
      for (const FunctionDecl *F : N.Functions)
        Operations.insert(F->getCanonicalDecl());
  }

  void visit(const Decl *D) {
    if (const auto *P = dyn_cast<ParmVarDecl>(D)) {
      const auto *F = dyn_cast<FunctionDecl>(P->getDeclContext());
      if (F && llvm::is_contained(F->parameters(), P))
        visitFunction(F, D);
      else
        add(D, D, Stray::Kind::FunctionType);
    } else if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      visitFunction(F, D);
    } else if (D->getParentFunctionOrMethod()) {
      add(D, D, Stray::Kind::Block);
    } else if (const auto *Alias = dyn_cast<TypeAliasDecl>(D);
               Alias && Alias->getDescribedAliasTemplate() &&
               llvm::any_of(OfOneType, [&](Attribute::Kind K) {
                 return isAnnotated(Alias, K);
               })) {
      add(D, D, Stray::Kind::AliasTemplate);
    }
  }

  /// What is found in an inline or unnamed namespace, which is `Inner`, as if
  /// it were in the one around it.
  void visitMembers(const DeclContext *In,
                    const NamespaceDecl *Inner = nullptr) {
    for (const Decl *D : In->decls()) {
      if (const auto *F = dyn_cast<FunctionDecl>(D);
          F && Inner && seemsRemote(F, Inner))
        visitFunction(F, F);
      if (const auto *N = dyn_cast<NamespaceDecl>(D);
          N && (N->isInline() || N->isAnonymousNamespace()) && !interfaceOf(N))
        visitMembers(N, N);
      if (isa<LinkageSpecDecl, ExportDecl>(D))
        visitMembers(cast<DeclContext>(D), Inner);
    }
  }

  std::vector<Stray> Found;

private:
  static bool seemsRemote(const FunctionDecl *F, const NamespaceDecl *In) {
    return F->isFirstDecl() && !F->isInvalidDecl() && !F->isInlined() &&
           !F->isDeleted() && !F->isOverloadedOperator() &&
           F->getStorageClass() != SC_Static &&
           !F->getTemplateSpecializationInfo() &&
           !(In->isAnonymousNamespace() && F->getDefinition());
  }

  const InterfaceNamespace *interfaceOf(const NamespaceDecl *N) const {
    for (const InterfaceNamespace &I : Interfaces)
      if (I.Parts.front()->getCanonicalDecl() == N->getCanonicalDecl())
        return &I;
    return nullptr;
  }

  /// The interface around its namespace, or null.
  const NamespaceDecl *interfaceAround(const FunctionDecl *F) const {
    for (const DeclContext *C = F->getDeclContext();
         isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(C); C = C->getParent())
      if (const auto *N = dyn_cast<NamespaceDecl>(C))
        if (const InterfaceNamespace *I = interfaceOf(N))
          return I->Parts.front();
    return nullptr;
  }

  Stray::Kind kindOf(const FunctionDecl *F) const {
    if (const auto *Method = dyn_cast<CXXMethodDecl>(F))
      return Method->getParent()->isLambda() ? Stray::Kind::Lambda
                                             : Stray::Kind::Member;
    if (isa<CXXRecordDecl>(F->getLexicalDeclContext()))
      return Stray::Kind::Friend;
    if (F->getLexicalDeclContext()->isFunctionOrMethod())
      return Stray::Kind::Block;
    return interfaceAround(F) ? Stray::Kind::Nested : Stray::Kind::Free;
  }

  void visitFunction(const FunctionDecl *F, const Decl *Written) {
    const bool IsOperation = Operations.contains(F->getCanonicalDecl()) &&
                             kindOf(F) != Stray::Kind::Friend;
    if (IsOperation || F->isInvalidDecl() || isAnnotated(F, Attribute::Local))
      return;
    const Stray::Kind K = kindOf(F);
    add(F, Written, K,
        K == Stray::Kind::Nested ? interfaceAround(F)->getNameAsString() : "");
  }

  /// Once for each declaration, at its first attribute.
  void add(const Decl *Of, const Decl *Written, Stray::Kind K,
           std::string Interface = "") {
    if (!Seen.insert(Of).second)
      return;
    Stray S;
    S.K = K;
    S.Interface = std::move(Interface);
    if (const auto *Named = dyn_cast<NamedDecl>(Of))
      S.Name = Named->getNameAsString();
    S.Loc = {Of->getLocation().getRawEncoding()};
    for (const Annotation &A : annotationsOf(Written))
      if (A.K != Attribute::Suppress && S.Attribute.empty()) {
        S.Attribute = nameOf(A.K);
        S.Loc = {A.Loc.getRawEncoding()};
      }
    Found.push_back(std::move(S));
  }

  llvm::ArrayRef<InterfaceNamespace> Interfaces;
  llvm::DenseSet<const FunctionDecl *> Operations;
  llvm::DenseSet<const Decl *> Seen;
};

} // namespace

std::vector<Stray> findStrays(llvm::ArrayRef<InterfaceNamespace> Interfaces,
                              llvm::ArrayRef<const Decl *> Annotated) {
  StraySearch S(Interfaces);
  for (const Decl *D : Annotated)
    S.visit(D);
  for (const InterfaceNamespace &N : Interfaces)
    for (const NamespaceDecl *Part : N.Parts)
      S.visitMembers(Part);
  return std::move(S.Found);
}

} // namespace rpcgen
