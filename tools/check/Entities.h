//===- Entities.h - the declaration around a place ------------------------===//
#ifndef RPC_CHECK_ENTITIES_H
#define RPC_CHECK_ENTITIES_H

#include "clang/AST/ASTContext.h"

#include <string>

namespace rpc_check {

class Entities {
public:
  explicit Entities(const clang::ASTContext &Context) : Context(Context) {}

  /// The qualified name of the innermost declaration with a name; "" if there
  /// is no such entity. Of a parameter "f(p)".
  std::string around(clang::SourceLocation Loc) const;

private:
  const clang::ASTContext &Context;
};

} // namespace rpc_check

#endif // RPC_CHECK_ENTITIES_H
