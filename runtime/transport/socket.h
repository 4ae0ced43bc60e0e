#ifndef RUNTIME_TRANSPORT_SOCKET_H
#define RUNTIME_TRANSPORT_SOCKET_H

#include <rpc/endpoint.h>

#include "stream.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace rpc::transport {

/// A file descriptor that closes itself.
class descriptor {
 public:
  descriptor() = default;
  explicit descriptor(int fd) noexcept : fd_(fd) {}
  descriptor(descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  descriptor& operator=(descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~descriptor();

  [[nodiscard]] int get() const noexcept { return fd_; }
  explicit operator bool() const noexcept { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/// A connected TCP or unix socket that never blocks but in wait().
class socket final : public stream {
 public:
  /// Takes over a connected socket and sets it up.
  explicit socket(descriptor connected);

  std::size_t write_some(std::span<const std::span<const std::byte>> runs) override;
  std::optional<std::size_t> read_some(std::span<std::byte> into) override;
  void wait(readiness what, clock::time_point deadline) override;

  void shutdown() noexcept override;

  [[nodiscard]] int fd() const noexcept { return socket_.get(); }

 private:
  descriptor socket_;
};

/// Connects to `to` before `deadline`. Throws rpc::error(server_unavailable).
std::unique_ptr<socket> connect(const endpoint& to, clock::time_point deadline);

/// The process at the other end of a unix socket; nothing for other sockets.
std::optional<local_process> local_peer(int fd);

/// Who is at the other end of a connected socket, and by which transport: the address without its
/// port, which any program there may have, or the user of a unix socket, which is `local`.
std::string peer_name(int fd, const std::optional<local_process>& local);

/// "reason" of an errno value, for people.
std::string error_text(int code);

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_SOCKET_H
