//===- Reserved.h - names that belong to the stubs ------------------------===//
#ifndef RPCGEN_MODEL_RESERVED_H
#define RPCGEN_MODEL_RESERVED_H

#include <array>
#include <string_view>

namespace rpcgen {

/// What stubs declare in the namespace of an interface: classes, one of them a
/// template, and a namespace.
inline constexpr std::array<std::string_view, 4> ReservedClasses = {
    "basic_client", "client", "functions", "service"};
inline constexpr std::string_view ReservedNamespace = "wire";

} // namespace rpcgen

#endif // RPCGEN_MODEL_RESERVED_H
