#ifndef RUNTIME_TRANSPORT_SOCKET_H
#define RUNTIME_TRANSPORT_SOCKET_H

#include <rpc/endpoint.h>

#include "spin.h"
#include "stream.h"

#include <chrono>
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

/// A connected TCP or unix socket that never blocks but in read_or_wait() and wait().
class socket final : public stream {
 public:
  /// Takes over a connected socket and sets it up. read_or_wait() spins for `spin`.
  explicit socket(descriptor connected, std::chrono::microseconds spin = {});

  std::size_t write_some(std::span<const std::span<const std::byte>> runs) override;
  std::optional<std::size_t> read_some(places into) override;
  std::optional<std::size_t> read_or_wait(places into, clock::time_point deadline) override;
  bool wait(readiness what, clock::time_point deadline) override;

  void shutdown() noexcept override;

  /// Why the connection has failed, which is returned once; empty if it has not.
  [[nodiscard]] std::string failure() const;

  [[nodiscard]] int fd() noexcept override { return socket_.get(); }

 private:
  std::optional<std::size_t> read(places into, int flags);

  descriptor socket_;
  const std::chrono::microseconds spin_;
  // Of the thread that reads:
  spin_habit habit_;
  bool waits_ = false;  // recv() without MSG_DONTWAIT waits, for longest_read at most
};

/// Connects to `to` before `deadline`; reading spins for `spin`. Throws
/// rpc::error(server_unavailable).
std::unique_ptr<socket> connect(const endpoint& to, clock::time_point deadline,
                                std::chrono::microseconds spin);

/// The process at the other end of a unix socket; nothing for other sockets.
std::optional<local_process> local_peer(int fd);

/// Who is at the other end of a connected socket, and by which transport: the address without its
/// port, which any program there may have, or the user of a unix socket, which is `local`.
std::string peer_name(int fd, const std::optional<local_process>& local);

/// What connections of `peer`, a name as above, count as: of IPv6 it is the network of 64 bits,
/// since one client may have all of its addresses.
std::string network_of(const std::string& peer);

/// How many file descriptors the process may have open (RLIMIT_NOFILE).
std::size_t most_descriptors() noexcept;

/// "reason" of an errno value, for people.
std::string error_text(int code);

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_SOCKET_H
