//===- Values.h - what constants are --------------------------------------===//
#ifndef RPCGEN_IDL_VALUES_H
#define RPCGEN_IDL_VALUES_H

#include "idl/Tree.h"

#include <cstdint>
#include <optional>

namespace rpcgen::idl {

/// Of an expression of literals; nothing for every other one.
std::optional<std::int64_t> valueOf(const Expr &E);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_VALUES_H
