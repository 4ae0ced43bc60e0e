//===- Constant.h - expressions without operands --------------------------===//
#ifndef RPCGEN_RESOLVE_CONSTANT_H
#define RPCGEN_RESOLVE_CONSTANT_H

#include "model/Attribute.h"
#include "model/Expression.h"

#include <cstdint>
#include <optional>

namespace rpcgen {

/// The value, or nothing if it depends on an operand, overflows, or has none.
std::optional<std::int64_t> evaluate(const Expression &E);

/// The value of an attribute's argument; nothing if it is absent, a gap or not
/// a constant.
std::optional<std::int64_t> constantArgument(const Attribute &A,
                                             std::size_t Index);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_CONSTANT_H
