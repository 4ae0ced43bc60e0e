#ifndef RUNTIME_TRANSPORT_LISTENER_H
#define RUNTIME_TRANSPORT_LISTENER_H

#include <rpc/endpoint.h>

#include "socket.h"

#include <sys/types.h>

namespace rpc::transport {

/// A socket that listens. The file of a unix socket is removed with it.
class listener {
 public:
  /// Throws rpc::error(cannot_listen) if the address is in use or cannot be had.
  /// `access` is that of a unix socket's file.
  listener(const endpoint& at, const file_access& access);
  /// Of a socket that listens. Its file stays. Throws rpc::error(cannot_listen) if it is
  /// neither a TCP socket nor a unix socket, or does not listen.
  explicit listener(descriptor listening);
  listener(const listener&) = delete;
  listener& operator=(const listener&) = delete;
  ~listener();

  enum class outcome : unsigned char {
    accepted,
    no_client,  ///< no client waits: ask again when the socket is readable
    exhausted,  ///< the process or the machine has no room for another socket: ask again later
  };
  /// Accepts the next client that waits.
  outcome accept(descriptor& client);

  [[nodiscard]] int fd() const noexcept { return socket_.get(); }
  /// Where it listens, with the real port.
  [[nodiscard]] const endpoint& where() const noexcept { return where_; }
  /// Whether clients of other machines can reach it.
  [[nodiscard]] bool beyond_loopback() const noexcept;

 private:
  void listen_tcp();
  void listen_local(const file_access& access);
  void remove_file() noexcept;
  [[nodiscard]] bool client_waits() const noexcept;

  endpoint where_;
  descriptor socket_;
  dev_t file_device_ = 0;  // of the unix socket's file; inode 0: no file
  ino_t file_inode_ = 0;
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_LISTENER_H
