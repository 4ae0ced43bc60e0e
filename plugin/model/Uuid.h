//===- Uuid.h - the text form of a uuid -----------------------------------===//
#ifndef RPCGEN_MODEL_UUID_H
#define RPCGEN_MODEL_UUID_H

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rpcgen {

/// In the order of the text.
using UuidBytes = std::array<std::uint8_t, 16>;

/// Of 8-4-4-4-12 hexadecimal digits.
std::optional<UuidBytes> parseUuid(std::string_view Text);

std::string formatUuid(const UuidBytes &Id);

} // namespace rpcgen

#endif // RPCGEN_MODEL_UUID_H
