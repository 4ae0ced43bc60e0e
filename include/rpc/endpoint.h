#ifndef RPC_ENDPOINT_H
#define RPC_ENDPOINT_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rpc {

/// Where a server listens and a client connects: what a binding string says (C706 3.1,
/// protocol sequences of MS-RPCE 2.1).
///
///     ncacn_ip_tcp:host[port]    TCP. The host is a name, an IPv4 or an IPv6 address; an
///                                IPv6 address may be in brackets: "[::1][5000]". No host:
///                                the loopback of this machine, 127.0.0.1. A server listens
///                                on all addresses with the host "[::]", on all of IPv4 with
///                                "0.0.0.0". Port 0, or none as in "ncacn_ip_tcp:host", lets a
///                                server choose one; a client asks the endpoint mapper of the
///                                host for it (rpc::connection).
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
  std::uint16_t port = 0;  ///< tcp: in host byte order; 0: not known yet
  std::string path;        ///< local: at most 107 bytes
};

/// The process at the other end of a unix socket, as it was when it connected (SO_PEERCRED of
/// unix(7)).
struct local_process {
  std::uint32_t user = 0;    ///< its effective user id
  std::uint32_t group = 0;   ///< its effective group id
  std::int32_t process = 0;  ///< its process id, which may have been given to another one since
};

/// Who may connect to a unix socket: users that may write to its file (unix(7)).
struct file_access {
  /// Its permissions, as of chmod(2); by default 0777 without the bits of the process's umask.
  std::optional<unsigned> mode = {};
  /// Its owner and group; by default those of the process.
  std::optional<std::uint32_t> user = {};
  std::optional<std::uint32_t> group = {};
};

}  // namespace rpc

#endif  // RPC_ENDPOINT_H
