//===- Handles.cpp --------------------------------------------------------===//

#include "read/Handles.h"
#include "attr/Annotation.h"
#include "read/Attributes.h"
#include "read/Names.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/Overload.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace rpcgen {
namespace {

constexpr llvm::StringRef BindingHandle = "rpc::handle_t";

bool hasContextHandle(const TypedefNameDecl *Alias) {
  for (const Decl *Redeclaration : redeclarations(Alias))
    for (const Annotation &A : annotationsOf(Redeclaration))
      if (A.K == Attribute::ContextHandle)
        return true;
  return false;
}

/// Whether the server can call it, or an overload of it, with a handle alone.
bool isCallableWith(Sema &S, const FunctionDecl *F, QualType Handle) {
  const SourceLocation Loc = F->getLocation();
  OpaqueValueExpr Value(Loc, Handle, VK_PRValue);
  Expr *Arguments[] = {&Value};
  OverloadCandidateSet Candidates(Loc, OverloadCandidateSet::CSK_Normal);
  for (NamedDecl *D : F->getDeclContext()->lookup(F->getDeclName())) {
    const DeclAccessPair Each = DeclAccessPair::make(D, D->getAccess());
    if (auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      S.AddTemplateOverloadCandidate(Template, Each, nullptr, Arguments,
                                     Candidates);
    else if (auto *Function = dyn_cast<FunctionDecl>(D))
      S.AddOverloadCandidate(Function, Each, Arguments, Candidates);
  }
  OverloadCandidateSet::iterator Best;
  return Candidates.BestViableFunction(S, Loc, Best) == OR_Success;
}

} // namespace

const TypedefNameDecl *contextHandle(QualType Q) {
  if (Q->isDependentType() || !Q->isPointerType())
    return nullptr;
  while (const auto *Alias = Q->getAs<TypedefType>()) {
    if (hasContextHandle(Alias->getDecl()))
      return Alias->getDecl();
    Q = Alias->desugar();
  }
  return nullptr;
}

std::string rundownOf(Sema &S, const TypedefNameDecl *Handle) {
  const Names Known(S, const_cast<DeclContext *>(Handle->getDeclContext()));
  std::string Default = Handle->getNameAsString() + "_rundown";
  const FunctionDecl *Found = nullptr;
  for (const Decl *Redeclaration : redeclarations(Handle))
    for (const Annotation &A : annotationsOf(Redeclaration))
      if (A.K == Attribute::ContextHandle && !Found)
        Found = A.Arguments.empty() ? Known.function({{Default, {}}})
                                    : Known.function(A.Arguments);
  const bool Callable =
      Found && isCallableWith(S, Found, S.Context.getTypeDeclType(Handle));
  return Callable ? "::" + Found->getQualifiedNameAsString() : "";
}

std::string implicitHandleOf(Sema &S, const NamespaceDecl *Interface) {
  const Names Known(S, const_cast<NamespaceDecl *>(Interface));
  for (const Annotation &A : annotationsOf(Interface)) {
    const VarDecl *Variable = A.K == Attribute::ImplicitHandle
                                  ? Known.variable(A.Arguments)
                                  : nullptr;
    const auto *Record =
        Variable ? Variable->getType()->getAsRecordDecl() : nullptr;
    if (Record && isBindingHandle(Record))
      return "::" + Variable->getQualifiedNameAsString();
  }
  return "";
}

bool isBindingHandle(const RecordDecl *Record) {
  return Record->getQualifiedNameAsString() == BindingHandle;
}

} // namespace rpcgen
