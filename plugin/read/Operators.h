//===- Operators.h - the tokens of expressions ----------------------------===//
#ifndef RPCGEN_READ_OPERATORS_H
#define RPCGEN_READ_OPERATORS_H

#include "llvm/ADT/StringRef.h"

namespace rpcgen {

/// Of the binary operators; 0 for everything else.
unsigned precedenceOf(llvm::StringRef Operator);

/// An operator by its usual name: "&&" for "and".
llvm::StringRef usualName(llvm::StringRef Token);

/// Why a token that no expression can contain is wrong; "" for others.
llvm::StringRef objection(llvm::StringRef Token);

} // namespace rpcgen

#endif // RPCGEN_READ_OPERATORS_H
