//===- Expressions.h - the arguments of size_is and its like --------------===//
#ifndef RPCGEN_READ_EXPRESSIONS_H
#define RPCGEN_READ_EXPRESSIONS_H

#include "attr/Capture.h"
#include "model/Expression.h"
#include "read/Names.h"

#include "llvm/ADT/ArrayRef.h"

namespace rpcgen {

/// Reads the tokens of one argument. What cannot be read is an Invalid
/// expression that says why.
Expression readExpression(llvm::ArrayRef<ArgumentToken> Tokens,
                          const Names &Known);

} // namespace rpcgen

#endif // RPCGEN_READ_EXPRESSIONS_H
