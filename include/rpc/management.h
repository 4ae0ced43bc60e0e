#ifndef RPC_MANAGEMENT_H
#define RPC_MANAGEMENT_H

#include <rpc/connection.h>
#include <rpc/security.h>
#include <rpc/uuid.h>

#include <cstdint>
#include <string>
#include <vector>

/// What a server says of itself, by the management interface of DCE (C706 appendix Q,
/// rpc_mgmt_...). Servers of this library, of Windows, Samba and DCE have it at each endpoint. All
/// functions throw rpc::error as calls do: unknown_interface if the server does not serve it, or
/// the code that it answers.
namespace rpc {

/// The interfaces that clients of this endpoint may bind to.
[[nodiscard]] std::vector<syntax_id> inquire_interfaces(const connection& peer);

/// Numbers that wrap around at 32 bits.
struct inquired_statistics {
  std::uint32_t calls_received = 0;
  std::uint32_t calls_made = 0;
  std::uint32_t pdus_received = 0;
  std::uint32_t pdus_sent = 0;
};
/// Numbers that the server does not tell are 0.
[[nodiscard]] inquired_statistics inquire_statistics(const connection& peer);

/// Whether the server takes calls: false while it stops.
[[nodiscard]] bool is_listening(const connection& peer);

/// Asks the server to stop. Throws rpc::error(access_denied) if it does not let this client stop it
/// (server_options::may_stop).
void request_stop(const connection& peer);

/// The name that the server has for clients of a mechanism, as server_options::principal or SPN.
/// Throws rpc::error(unknown_authn_service) if it has none.
[[nodiscard]] std::string inquire_principal(const connection& peer, mechanism of);

}  // namespace rpc

#endif  // RPC_MANAGEMENT_H
