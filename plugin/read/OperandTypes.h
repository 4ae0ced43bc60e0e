//===- OperandTypes.h - the C++ types of operands -------------------------===//
#ifndef RPCGEN_READ_OPERANDTYPES_H
#define RPCGEN_READ_OPERANDTYPES_H

#include "read/Names.h"

namespace rpcgen {

/// The pointee of a pointer, or of a class that is used as one; null for other
/// types.
clang::QualType pointeeType(clang::QualType Q);

/// The type of what one '*' or [0] makes of a value of the type, or null.
clang::QualType dereferenced(clang::QualType Q);

/// The type that sizeof is asked about: that of `n`, `*p` or `a[0]` where these
/// are parameters or fields, or one in parentheses. Null if it is neither.
clang::QualType typeOfOperand(llvm::ArrayRef<ArgumentToken> Tokens,
                              const Names &Known);

} // namespace rpcgen

#endif // RPCGEN_READ_OPERANDTYPES_H
