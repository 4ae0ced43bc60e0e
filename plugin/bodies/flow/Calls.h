//===- Calls.h - functions that allocate, release and copy ----------------===//
#ifndef RPCGEN_BODIES_FLOW_CALLS_H
#define RPCGEN_BODIES_FLOW_CALLS_H

#include "clang/AST/Expr.h"

namespace rpcgen {

enum class Effect {
  Allocate,   ///< returns new memory
  Reallocate, ///< releases its first argument and returns new memory
  Release,    ///< releases its first argument
  CopyText,   ///< writes text through its first argument, of any length unless
              ///< an argument limits it
  CopyBytes   ///< writes as many bytes as its third argument says there
};

enum class Allocator {
  Stub, ///< rpc::allocate, midl_user_allocate and what else stubs release
  Heap, ///< malloc and its like
  New   ///< operator new
};

struct KnownFunction {
  const char *Name; ///< qualified, without std::
  Effect Does;
  Allocator Of = Allocator::Heap;
  bool Zeroed = false; ///< what it allocates
  /// Which of its arguments says how much; -1 if none does.
  int Size = -1;
};

/// What makes a container of the standard library allocate for so many
/// elements.
inline constexpr KnownFunction ContainerOf = {"a container", Effect::Allocate,
                                              Allocator::New, true, 0};

/// What is known of the function; null if nothing is.
const KnownFunction *knownFunction(const clang::FunctionDecl *F);

/// What is known of the function that is called; null if nothing is.
const KnownFunction *knownFunction(const clang::Expr *Call);

/// Whether it is rpc::reply::take().
bool takesReply(const clang::FunctionDecl *F);

/// Whether a system header declares it; not if it is null.
bool isOfSystem(const clang::FunctionDecl *F);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_CALLS_H
