//===- Exceptions.h - what leaves a function by being thrown --------------===//
#ifndef RPCGEN_BODIES_FLOW_EXCEPTIONS_H
#define RPCGEN_BODIES_FLOW_EXCEPTIONS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include <string>
#include <vector>

namespace rpcgen {

/// The qualified name of the type of an exception, and those of its bases:
/// handlers of each of them catch it.
using ThrownNames = std::vector<std::string>;
ThrownNames namesOf(clang::QualType Thrown);

/// Whether the function catches what the expression, which is in it, throws.
bool isCaught(const clang::Expr *E, const ThrownNames &Thrown,
              const clang::FunctionDecl *In);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_EXCEPTIONS_H
