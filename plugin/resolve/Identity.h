//===- Identity.h - uuid and version of an interface ----------------------===//
#ifndef RPCGEN_RESOLVE_IDENTITY_H
#define RPCGEN_RESOLVE_IDENTITY_H

#include "model/Interface.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rpcgen {

/// The text of the uuid, from interface(...) or uuid(...), as it was written.
std::optional<std::string> writtenUuid(const Interface &I);

/// The words of the version, from interface(...) or version(...): none, the
/// major one, or both.
std::vector<std::string> writtenVersion(const Interface &I);

/// Major and minor; "1", "1.5" and two words are accepted, each 0 to 65535.
std::optional<std::pair<std::uint16_t, std::uint16_t>>
parseVersion(const std::vector<std::string> &Words);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_IDENTITY_H
