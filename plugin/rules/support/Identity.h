//===- Identity.h - by what peers know an interface -----------------------===//
#ifndef RPCGEN_RULES_SUPPORT_IDENTITY_H
#define RPCGEN_RULES_SUPPORT_IDENTITY_H

#include "model/Interface.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace rpcgen {

/// The uuid, the major and the minor version.
using PeerName =
    std::tuple<decltype(Interface::Uuid), std::uint16_t, std::uint16_t>;

/// Nothing for an interface without peers, or without a uuid that is one.
std::optional<PeerName> peerName(const Interface &I);

/// Where the interface says so.
Location identityOf(const Interface &I);

/// That an interface has the same name for its peers as another one.
std::string sameAs(const std::string &Interface, const std::string &Other);

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_IDENTITY_H
