//===- Calls.cpp ----------------------------------------------------------===//

#include "bodies/flow/Calls.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/StringMap.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

using enum Effect;
using enum Allocator;

constexpr KnownFunction Functions[] = {
    {"rpc::allocate", Allocate, Stub, false, 0},
    {"rpc::allocate_array", Allocate, Stub, true, 0},
    {"midl_user_allocate", Allocate, Stub, false, 0},
    {"MIDL_user_allocate", Allocate, Stub, false, 0},
    {"RpcSmAllocate", Allocate, Stub, false, 0},
    {"RpcSsAllocate", Allocate, Stub, false, 0},
    {"rpc_sm_allocate", Allocate, Stub, false, 0},
    {"rpc_ss_allocate", Allocate, Stub, false, 0},
    {"rpc::sm_allocate", Allocate, Stub, false, 0},
    {"rpc::ss_allocate", Allocate, Stub, false, 0},
    {"malloc", Allocate, Heap, false, 0},
    {"calloc", Allocate, Heap, true, 0},
    {"aligned_alloc", Allocate, Heap, false, 1},
    {"alloca", Allocate, Heap, false, 0},
    {"strdup", Allocate, Heap},
    {"strndup", Allocate, Heap},
    {"wcsdup", Allocate, Heap},
    {"CoTaskMemAlloc", Allocate, Heap, false, 0},
    {"SysAllocString", Allocate, Heap},
    {"make_unique", Allocate, New, true},
    {"make_shared", Allocate, New, true},
    {"make_unique_for_overwrite", Allocate, New, false},
    {"operator new", Allocate, New, false, 0},
    {"operator new[]", Allocate, New, false, 0},

    {"realloc", Reallocate, Heap, false, 1},
    {"reallocarray", Reallocate, Heap, false, 1},
    {"rpc::reallocate", Reallocate, Stub, false, 1},
    {"midl_user_reallocate", Reallocate, Stub, false, 1},
    {"CoTaskMemRealloc", Reallocate, Heap, false, 1},

    {"rpc::free", Release, Stub},
    {"rpc::sm_free", Release, Stub},
    {"rpc::ss_free", Release, Stub},
    {"rpc::sm_client_free", Release, Stub},
    {"rpc::ss_client_free", Release, Stub},
    {"midl_user_free", Release, Stub},
    {"MIDL_user_free", Release, Stub},
    {"RpcSmFree", Release, Stub},
    {"RpcSsFree", Release, Stub},
    {"rpc_sm_free", Release, Stub},
    {"rpc_ss_free", Release, Stub},
    {"free", Release, Heap},
    {"CoTaskMemFree", Release, Heap},
    {"SysFreeString", Release, Heap},
    {"operator delete", Release, New},
    {"operator delete[]", Release, New},

    {"strcpy", CopyText},
    {"stpcpy", CopyText},
    {"strcat", CopyText},
    {"wcscpy", CopyText},
    {"wcscat", CopyText},
    {"sprintf", CopyText},
    {"vsprintf", CopyText},
    {"gets", CopyText},
    {"snprintf", CopyText, Heap, false, 1},
    {"vsnprintf", CopyText, Heap, false, 1},
    {"swprintf", CopyText, Heap, false, 1},
    {"strftime", CopyText, Heap, false, 1},
    {"fgets", CopyText, Heap, false, 1},

    {"memcpy", CopyBytes, Heap, false, 2},
    {"memmove", CopyBytes, Heap, false, 2},
    {"memset", CopyBytes, Heap, false, 2},
    {"strncpy", CopyBytes, Heap, false, 2},
    {"strncat", CopyBytes, Heap, false, 2},
};

/// allocate<T>() of one object, which allocate_array makes.
constexpr KnownFunction AllocateObject = {"rpc::allocate", Allocate, Stub,
                                          true};

llvm::StringMap<const KnownFunction *> byName() {
  llvm::StringMap<const KnownFunction *> Result;
  for (const KnownFunction &F : Functions)
    Result[F.Name] = &F;
  return Result;
}

} // namespace

const KnownFunction *knownFunction(const FunctionDecl *F) {
  static const llvm::StringMap<const KnownFunction *> Known = byName();
  if (!F)
    return nullptr;
  std::string Name = F->getQualifiedNameAsString();
  StringRef Key = Name;
  Key.consume_front("std::");
  Key.consume_front("__builtin_");
  const KnownFunction *Found = Known.lookup(Key);
  // What the program defines by that name does what its body says, but for the
  // functions that stubs call.
  if (const FunctionDecl *Definition = nullptr;
      Found && Found->Of != Allocator::Stub && F->hasBody(Definition) &&
      !isOfSystem(Definition))
    return nullptr;
  bool IsTemplate = F->getTemplateSpecializationArgs();
  return Found && IsTemplate && Key == AllocateObject.Name ? &AllocateObject
                                                           : Found;
}

const KnownFunction *knownFunction(const Expr *Call) {
  if (const auto *New = dyn_cast<CXXNewExpr>(Call))
    return knownFunction(New->getOperatorNew());
  if (const auto *Other = dyn_cast<CallExpr>(Call))
    return knownFunction(Other->getDirectCallee());
  return nullptr;
}

bool takesReply(const FunctionDecl *F) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  return Method && Method->isStatic() && Method->getIdentifier() &&
         Method->getName() == "take" &&
         Method->getParent()->getQualifiedNameAsString() == "rpc::reply";
}

bool isOfSystem(const FunctionDecl *F) {
  return F && F->getASTContext().getSourceManager().isInSystemHeader(
                  F->getLocation());
}

} // namespace rpcgen
