//===- Managed.cpp --------------------------------------------------------===//

#include "bodies/callers/Managed.h"
#include "Clang.h"
#include "bodies/flow/Statements.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether objects of the class release what calls allocate, or list what they
/// lose, while they live.
bool managesMemory(const CXXRecordDecl *Class) {
  return Class && Class->getIdentifier() &&
         llvm::StringSwitch<bool>(Class->getQualifiedNameAsString())
             .Cases("rpc::stub_memory_scope", "rpc::user_allocator_scope",
                    "rpc::orphans", true)
             .Default(false);
}
bool managesMemory(const VarDecl *V) {
  return V && managesMemory(
                  V->getType().getNonReferenceType()->getAsCXXRecordDecl());
}

/// Whether the function has calls allocate elsewhere from then on.
bool replacesMemory(const FunctionDecl *F) {
  if (!F || !F->getIdentifier())
    return false;
  for (llvm::StringRef End :
       {"enable_allocate", "EnableAllocate", "thread_handle", "ThreadHandle",
        "alloc_free", "AllocFree"})
    if (endsWith(F->getName(), End))
      return true;
  return false;
}

} // namespace

bool isManaged(const FunctionDecl *F) {
  if (llvm::any_of(F->parameters(),
                   [](const ParmVarDecl *P) { return managesMemory(P); }))
    return true;
  bool Managed = false;
  forEachStatement(F->getBody(), [&](const Stmt *S) {
    if (const auto *D = dyn_cast<DeclStmt>(S))
      Managed |= llvm::any_of(D->decls(), [](const Decl *Each) {
        return managesMemory(dyn_cast<VarDecl>(Each));
      });
    if (const auto *Call = dyn_cast<CallExpr>(S))
      Managed |= replacesMemory(Call->getDirectCallee());
  });
  return Managed;
}

} // namespace rpcgen
