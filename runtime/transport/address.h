#ifndef RUNTIME_TRANSPORT_ADDRESS_H
#define RUNTIME_TRANSPORT_ADDRESS_H

#include <rpc/endpoint.h>

#include <sys/socket.h>

#include <vector>

namespace rpc::transport {

/// An address of the socket interface.
struct address {
  sockaddr_storage bytes{};
  socklen_t size = 0;

  [[nodiscard]] const sockaddr* get() const noexcept {
    return reinterpret_cast<const sockaddr*>(&bytes);
  }
  [[nodiscard]] int family() const noexcept { return bytes.ss_family; }
};

/// The address of a unix socket; a path that begins with '@' is abstract (unix(7)).
address local_address(const endpoint& at);

/// The addresses of a TCP endpoint in the order in which they should be tried. Without a
/// host: those of the machine's loopback. Asks the resolver and waits for it. Throws
/// rpc::error(server_unavailable) if the name is not known.
std::vector<address> tcp_addresses(const endpoint& at);

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_ADDRESS_H
