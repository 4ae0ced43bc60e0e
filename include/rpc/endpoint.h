#ifndef RPC_ENDPOINT_H
#define RPC_ENDPOINT_H

#include <cstdint>
#include <string>
#include <string_view>

namespace rpc {

/// Where a server listens and a client connects: what a binding string says (C706 3.1,
/// protocol sequences of MS-RPCE 2.1).
///
///     ncacn_ip_tcp:host[port]    TCP. The host is a name, an IPv4 or an IPv6 address; an
///                                IPv6 address may stand in brackets: "[::1][5000]". No
///                                host: all addresses of this machine for a server, this
///                                machine for a client. Port 0 lets a server choose one.
///     ncalrpc:[path]             A unix socket. "/run/echo" is that file, "run/echo" is
///                                relative to the working directory, and "@echo" is a name
///                                in Linux's abstract namespace, without a file.
///
/// Object uuids ("uuid@...") and options after a comma are refused: options are given in
/// rpc::connection_options and rpc::server_options.
struct endpoint {
  enum class transport : std::uint8_t { tcp, local };

  /// Reads a binding string. Throws rpc::error(invalid_string_binding) that says what is
  /// wrong and shows the right form.
  explicit endpoint(std::string_view binding);

  /// The binding string, in the form that the constructor reads.
  [[nodiscard]] std::string text() const;

  friend bool operator==(const endpoint&, const endpoint&) = default;

  transport via = transport::tcp;
  std::string host;        ///< tcp: name or address without brackets, or empty
  std::uint16_t port = 0;  ///< tcp: in host byte order
  std::string path;        ///< local: at most 107 bytes
};

}  // namespace rpc

#endif  // RPC_ENDPOINT_H
