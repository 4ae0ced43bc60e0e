//===- Operands.h - what the operands of expressions are ------------------===//
#ifndef RPCGEN_MODEL_OPERANDS_H
#define RPCGEN_MODEL_OPERANDS_H

#include "model/Interface.h"

#include <vector>

namespace rpcgen {

/// Whether it is a class of the standard library that holds one object or none.
bool isUsedAsPointer(const Type &T);

/// Whether a pointer and the array that it points to are one level of
/// indirection to the user: T a[4] as a parameter, or a sized pointer that has
/// been resolved.
bool isOneLevel(const Type &T);

/// What one '*' makes of a value of the type: the pointee, the first element,
/// or the value of a class that is used as a pointer; null for everything else,
/// strings and open arrays among it.
const Type *pointeeOf(const Type &T);

/// How many levels an operand goes through. A reference is followed without a
/// '*'.
unsigned countSteps(const Type &Sibling, const Expression &Operand);

/// The type of the value that an operand names, of which `Sibling` is the
/// parameter or field. Null if there are fewer levels than it goes through.
const Type *followOperand(const Type &Sibling, const Expression &Operand);

/// Whether it follows a pointer.
bool followsPointer(const Type &Sibling, const Expression &Operand);

/// The sizes of the arrays of which it reads the first element.
std::vector<const Expression *> sizesBefore(const Type &Sibling,
                                            const Expression &Operand);

} // namespace rpcgen

#endif // RPCGEN_MODEL_OPERANDS_H
