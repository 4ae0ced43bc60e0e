#ifndef RPC_TOWER_H
#define RPC_TOWER_H

#include <rpc/endpoint.h>
#include <rpc/uuid.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rpc {

/// A protocol tower: where an interface is served, and by which protocols, as an endpoint mapper
/// keeps it (C706 appendix L; MS-RPCE 2.1 for the protocols of Windows).
struct tower {
  syntax_id interface;
  syntax_id transfer_syntax;
  /// "ncacn_ip_tcp", "ncacn_np", "ncacn_http", "ncadg_ip_udp", "ncalrpc". Empty: of protocols that
  /// have no name here.
  std::string protocol;
  /// An IPv4 address or the name of a machine. Empty: none is given, or 0.0.0.0, which servers give
  /// that listen on all addresses.
  std::string host;
  /// A port in decimal, the name of a pipe or of a local port. Empty where a client asks for it.
  std::string endpoint;

  /// "ncacn_ip_tcp:192.0.2.1[49664]"; endpoints of this form are read by rpc::endpoint if it has
  /// the protocol.
  [[nodiscard]] std::string binding() const;

  friend bool operator==(const tower&, const tower&) = default;
};

/// The tower of an interface at an endpoint. A host that is no IPv4 address is left out: towers
/// have no others, and clients know the host that they ask.
[[nodiscard]] tower make_tower(const syntax_id& interface, const syntax_id& transfer_syntax,
                               const endpoint& at);

/// The octets of a tower. Throws std::invalid_argument if its protocol is not one of the above, its
/// host is no IPv4 address where one is needed, or its endpoint no port.
[[nodiscard]] std::vector<std::uint8_t> encode(const tower& from);

/// Reads them; nothing if they are not a tower of an interface. Floors of protocols that have no
/// name here are skipped.
[[nodiscard]] std::optional<tower> decode_tower(std::span<const std::uint8_t> octets);

}  // namespace rpc

#endif  // RPC_TOWER_H
