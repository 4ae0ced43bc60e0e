//===- Passing.h - expressions that only pass a value on ------------------===//
#ifndef RPCGEN_BODIES_FLOW_PASSING_H
#define RPCGEN_BODIES_FLOW_PASSING_H

#include "clang/AST/ExprCXX.h"

namespace rpcgen {

/// The expression whose value, or object, this one has as it is; else
/// null. A cast may change the value.
const clang::Expr *passedOn(const clang::Expr *E);

/// Where the value comes from that casts and such expressions pass on.
const clang::Expr *stripped(const clang::Expr *E);

/// The variable that the expression mentions and nothing else; or null.
const clang::VarDecl *variableOf(const clang::Expr *E);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_PASSING_H
