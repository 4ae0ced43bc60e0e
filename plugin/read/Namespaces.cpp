//===- Namespaces.cpp -----------------------------------------------------===//

#include "read/Namespaces.h"
#include "attr/Annotation.h"
#include "model/Reserved.h"
#include "read/Attributes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/MapVector.h"

#include <algorithm>
#include <set>
#include <string>

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

using AllParts =
    llvm::MapVector<const NamespaceDecl *, std::vector<const NamespaceDecl *>>;

void collectParts(const DeclContext *In, AllParts &Parts) {
  for (const Decl *D : In->decls()) {
    if (const auto *Namespace = dyn_cast<NamespaceDecl>(D))
      Parts[Namespace->getCanonicalDecl()].push_back(Namespace);
    if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
      collectParts(cast<DeclContext>(D), Parts);
  }
}

bool carriesAttributes(const FunctionDecl *F) {
  return isAnnotated(F) || llvm::any_of(F->parameters(), [](auto *Parameter) {
           return isAnnotated(Parameter);
         });
}

/// Operators are not declared to be called from elsewhere, unless they say so.
bool isHelper(const FunctionDecl *F) {
  return (F->isOverloadedOperator() || F->getLiteralIdentifier()) &&
         !carriesAttributes(F);
}

/// A new function of the namespace, or the one that a new template describes.
const FunctionDecl *functionIn(const Decl *D) {
  if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
    D = Template->getTemplatedDecl();
  const auto *F = dyn_cast<FunctionDecl>(D);
  bool Own = F && F->isFirstDecl() && !F->isInvalidDecl() &&
             !F->isTemplateInstantiation() &&
             !F->getTemplateSpecializationInfo() &&
             !isa<CXXMethodDecl, CXXDeductionGuideDecl>(F) && !isHelper(F);
  return Own ? F : nullptr;
}

const FunctionDecl *annotatedDeclaration(const FunctionDecl *First) {
  for (const Decl *Redeclaration : redeclarations(First))
    if (const auto *F = cast<FunctionDecl>(Redeclaration); carriesAttributes(F))
      return F;
  return First;
}

void collectFunctions(const DeclContext *In,
                      std::vector<const FunctionDecl *> &Functions) {
  for (const Decl *D : In->decls()) {
    if (const FunctionDecl *F = functionIn(D))
      Functions.push_back(annotatedDeclaration(F));
    if (isa<LinkageSpecDecl, ExportDecl>(D))
      collectFunctions(cast<DeclContext>(D), Functions);
  }
}

/// Whether stubs may follow: they define a class that is declared, and open
/// their namespace again.
bool leavesRoom(const NamedDecl *D) {
  if (isa<NamespaceDecl>(D))
    return D->getName() == StringRef(ReservedNamespace);
  const auto *Class = dyn_cast<CXXRecordDecl>(D);
  return Class && !Class->isUnion() && !Class->getDefinition() &&
         D->getName() != StringRef(ReservedNamespace);
}

} // namespace

std::vector<const NamedDecl *> takenNames(const NamespaceDecl *Namespace) {
  std::vector<const NamedDecl *> Result;
  auto Search = [&](std::string_view Name) {
    for (const NamedDecl *D : Namespace->lookup(
             &Namespace->getASTContext().Idents.get(StringRef(Name))))
      if (!leavesRoom(D))
        return Result.push_back(D);
  };
  llvm::for_each(ReservedClasses, Search);
  Search(ReservedNamespace);
  return Result;
}

namespace {

/// "in", "size_is n * 2": what is said, and not what is assumed anyway.
std::set<std::string> sayings(const Decl *D) {
  std::set<std::string> Result;
  for (const Annotation &A : annotationsOf(D)) {
    std::string Text = nameOf(A.K);
    for (const ArgumentToken &T : A.Arguments)
      Text += " " + T.Text;
    if (A.K != Attribute::Suppress)
      Result.insert(std::move(Text));
  }
  if (!Result.contains("out"))
    Result.erase("in");
  return Result;
}

bool agree(const FunctionDecl *A, const FunctionDecl *B) {
  return sayings(A) == sayings(B) &&
         std::ranges::equal(A->parameters(), B->parameters(), {}, sayings,
                            sayings);
}

} // namespace

std::vector<const FunctionDecl *> contradictions(const FunctionDecl *F) {
  std::vector<const FunctionDecl *> Result;
  for (const Decl *D : redeclarations(F))
    if (const auto *Other = cast<FunctionDecl>(D);
        Other != F && carriesAttributes(Other) && !agree(F, Other))
      Result.push_back(Other);
  return Result;
}

std::string pathOf(const NamespaceDecl *Namespace) {
  std::string Path = "::" + Namespace->getNameAsString();
  for (const DeclContext *C = Namespace->getParent(); C; C = C->getParent())
    if (const auto *Outer = dyn_cast<NamespaceDecl>(C);
        Outer && !Outer->isInline())
      Path = "::" + Outer->getNameAsString() + Path;
  return Path;
}

std::vector<InterfaceNamespace> interfaceNamespaces(const ASTContext &Context) {
  AllParts Parts;
  collectParts(Context.getTranslationUnitDecl(), Parts);
  std::vector<InterfaceNamespace> Result;
  for (auto &[Canonical, Each] : Parts) {
    if (llvm::none_of(Each, [](auto *Part) { return isAnnotated(Part); }))
      continue;
    InterfaceNamespace N{std::move(Each), {}};
    if (!isOthers(pathOf(Canonical)))
      for (const NamespaceDecl *Part : N.Parts)
        collectFunctions(Part, N.Functions);
    Result.push_back(std::move(N));
  }
  return Result;
}

bool isInInterface(const DeclContext *Inner) {
  for (; Inner; Inner = Inner->getParent())
    if (const auto *N = dyn_cast<NamespaceDecl>(Inner);
        N && llvm::any_of(N->redecls(),
                          [](const auto *Part) { return isAnnotated(Part); }))
      return true;
  return false;
}

} // namespace rpcgen
