//===- NullOperands.h - pointers in expressions that may be null ----------===//
#ifndef RPCGEN_RULES_SUPPORT_NULLOPERANDS_H
#define RPCGEN_RULES_SUPPORT_NULLOPERANDS_H

#include "model/Expression.h"
#include "rules/support/Sites.h"

#include <functional>

namespace rpcgen {

/// Calls back with every operand that goes through a pointer which may be null
/// where nothing in the expression has asked: *p, but not p ? *p : 0.
void forEachUnaskedNull(const Site &At, const Expression &E,
                        const std::function<void(const Expression &)> &Visit);

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_NULLOPERANDS_H
