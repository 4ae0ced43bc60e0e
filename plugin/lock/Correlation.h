//===- Correlation.h - expressions that receivers check -------------------===//
#ifndef RPCGEN_LOCK_CORRELATION_H
#define RPCGEN_LOCK_CORRELATION_H

#include "model/Expression.h"

#include <functional>
#include <string>

namespace rpcgen {

/// What an operand of an expression is called.
using OperandName = std::function<std::string(const Expression &Operand)>;

/// The expression in a form that is the same for expressions of the same value,
/// as far as sums and factors go: max_is(n - 1) is size_is(n).
std::string normalize(const Expression &E, const OperandName &Name);

} // namespace rpcgen

#endif // RPCGEN_LOCK_CORRELATION_H
