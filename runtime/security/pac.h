#ifndef RUNTIME_SECURITY_PAC_H
#define RUNTIME_SECURITY_PAC_H

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rpc::security {

/// Security identifiers (MS-DTYP 2.4.2) as text, "S-1-5-21-1-2-3-513".
struct account_sids {
  std::string user;
  std::vector<std::string> groups;  ///< that are enabled; the primary group first
};

/// Those that a domain has written into a ticket: KERB_VALIDATION_INFO (MS-PAC 2.5), serialized.
/// Nothing if it cannot be read. By hand, since librpcsec is built without the plugin.
std::optional<account_sids> read_logon_info(std::span<const std::byte> from);

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_PAC_H
