//===- ClientCalls.h - the calls of operations in a translation unit ------===//
#ifndef RPCGEN_BODIES_FLOW_CLIENTCALLS_H
#define RPCGEN_BODIES_FLOW_CLIENTCALLS_H

#include "bodies/flow/Region.h"
#include "model/Interface.h"

#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/DenseMap.h"

namespace rpcgen {

/// A call of an operation through the generated client.
struct ClientCall {
  const Operation *Of;
  const clang::CXXMemberCallExpr *Call;
  bool Dropped; ///< nothing is done with the result
};

/// Refers to the model.
class ClientCalls {
public:
  void add(const ClientCall &Each) {
    ByCall[Each.Call] = Each;
    ByPart[Each.Call] = Each.Call;
    for (const clang::Expr *Argument : Each.Call->arguments())
      ByPart[Argument] = Each.Call;
  }

  /// Null for any other expression.
  const ClientCall *find(const clang::Expr *Call) const {
    auto Known = ByCall.find(Call);
    return Known == ByCall.end() ? nullptr : &Known->second;
  }

  /// The call that the expression is, or is an argument of.
  const ClientCall *around(const clang::Expr *Part) const {
    return find(ByPart.lookup(Part));
  }

  /// The call whose result the memory is: of the argument E, or of the call
  /// itself.
  const ClientCall *makerOf(const Region *R) const {
    return R && R->isAllocation() ? around(R->E) : nullptr;
  }

private:
  llvm::DenseMap<const clang::Expr *, ClientCall> ByCall;
  llvm::DenseMap<const clang::Expr *, const clang::Expr *> ByPart;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_CLIENTCALLS_H
