#ifndef TEST_RUNTIME_RAW_CLIENT_H
#define TEST_RUNTIME_RAW_CLIENT_H

#include "fixture.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace fixture {

using bytes = std::vector<std::uint8_t>;

inline bytes operator+(bytes first, const bytes& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// A client that sends what it is told, over TCP or a unix socket.
class raw_client {
 public:
  /// `from` is the last byte of its own address, 127.0.0.x, if it is TCP.
  explicit raw_client(const std::string& binding, std::uint8_t from = 1)
      : raw_client(rpc::endpoint(binding), from) {}
  raw_client(const raw_client&) = delete;
  raw_client& operator=(const raw_client&) = delete;
  ~raw_client() { ::close(fd_); }

  bool connected() const { return connected_; }
  void send(const bytes& data) {
    static_cast<void>(::send(fd_, data.data(), data.size(), MSG_NOSIGNAL));
  }
  /// Sends what the server takes, and says how much that was.
  std::size_t send_some(const bytes& data) {
    const ssize_t sent = ::send(fd_, data.data(), data.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return sent > 0 ? static_cast<std::size_t>(sent) : 0;
  }
  void end_input() { ::shutdown(fd_, SHUT_WR); }
  /// Ends the connection with a TCP reset.
  void reset() {
    const linger at_once{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(std::exchange(fd_, -1));
  }

  /// The next `size` bytes, or fewer if they do not come.
  bytes receive(std::size_t size) {
    bytes result(size);
    std::size_t count = 0;
    for (pollfd waits{fd_, POLLIN, 0}; count < size && await(waits);) {
      const ssize_t more = ::recv(fd_, result.data() + count, size - count, 0);
      if (more <= 0) break;
      count += static_cast<std::size_t>(more);
    }
    result.resize(count);
    return result;
  }
  /// Whether it does within 50 ms.
  bool closes_soon() {
    char byte;
    pollfd waits{fd_, POLLIN, 0};
    return ::poll(&waits, 1, 50) > 0 && ::recv(fd_, &byte, 1, MSG_PEEK) <= 0;
  }
  /// Whether the server closes the connection.
  bool closed() {
    char byte;
    for (pollfd waits{fd_, POLLIN, 0}; await(waits);)
      if (::recv(fd_, &byte, 1, 0) <= 0) return true;
    return false;
  }

 private:
  static bool await(pollfd& waits) {
    return ::poll(&waits, 1, static_cast<int>(std::chrono::milliseconds(patience).count())) > 0;
  }

  raw_client(const rpc::endpoint& at, std::uint8_t from) {
    const bool tcp = at.via == rpc::endpoint::transport::tcp;
    fd_ = ::socket(tcp ? AF_INET : AF_UNIX, SOCK_STREAM, 0);
    sockaddr_in port{};
    port.sin_family = AF_INET;
    port.sin_addr.s_addr = htonl(INADDR_LOOPBACK - 1 + from);
    if (tcp) ::bind(fd_, reinterpret_cast<const sockaddr*>(&port), sizeof port);
    port.sin_port = htons(at.port);
    port.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_un file{};
    file.sun_family = AF_UNIX;
    at.path.copy(file.sun_path, sizeof file.sun_path - 1);
    const auto* to =
        tcp ? reinterpret_cast<const sockaddr*>(&port) : reinterpret_cast<const sockaddr*>(&file);
    const socklen_t size = tcp ? sizeof port : sizeof file;
    connected_ = ::connect(fd_, to, size) == 0;
    const int on = 1;
    ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);  // what is sent in pieces
  }

  int fd_ = -1;
  bool connected_ = false;
};

/// The bind PDU (C706 12.6.4.3) for echo 1.0 in NDR20, as context 0, with call_id 1.
inline const bytes
    bind_echo =
        {
            5,    0,    11,   3,    0x10, 0,    0,    0,    72, 0, 0, 0,
            1,    0,    0,    0,                             // header: bind, whole, little endian
            0xD0, 0x16, 0xD0, 0x16, 0,    0,    0,    0,     // fragments of 5840, new association
            1,    0,    0,    0,    0,    0,    1,    0,     // one context, 0, one transfer syntax
            0xC5, 0x5E, 0xA1, 0x60, 0xE8, 0x4D, 0xD7, 0x11,  // echo
            0xA6, 0x37, 0x00, 0x50, 0x56, 0xA2, 0x01, 0x82, 1,  0, 0, 0,
            0x04, 0x5D, 0x88, 0x8A, 0xEB, 0x1C, 0xC9, 0x11,  // NDR
            0x9F, 0xE8, 0x08, 0x00, 0x2B, 0x10, 0x48, 0x60, 2,  0, 0, 0};

/// A fragment of a request (C706 12.6.4.9) over context 0; `flags` are 1 for the first and 2
/// for the last.
inline bytes request(std::uint8_t flags, std::uint8_t call_id, std::uint8_t opnum,
                     const bytes& stub) {
  const auto size = static_cast<std::uint8_t>(24 + stub.size());
  const auto hint = static_cast<std::uint8_t>(stub.size());
  return bytes{5,       0, 0, flags, 0x10, 0, 0, 0, size, 0, 0,     0,
               call_id, 0, 0, 0,     hint, 0, 0, 0, 0,    0, opnum, 0} +
         stub;
}

/// A connection that is bound to echo and whose calls overlap (PFC_CONC_MPX).
class multiplexed_client : public raw_client {
 public:
  explicit multiplexed_client(const std::string& binding, std::uint8_t from = 1)
      : raw_client(binding, from) {
    bytes bind = bind_echo;
    bind[3] |= 0x10;
    send(bind);
    // Up to the length of the fragment, then the rest.
    const bytes head = receive(16);
    if (head.size() == 16) receive(head[8] - std::size_t{16});
  }
};

/// A 32-bit integer in stub data, little endian.
inline bytes number(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 24)};
}

/// A request of `stub` in as many fragments of 5,840 bytes as it fills.
inline bytes large_request(std::uint8_t call_id, std::uint8_t opnum, const bytes& stub) {
  constexpr std::size_t most = 5840 - 24;
  bytes all;
  for (std::size_t begin = 0; begin < stub.size(); begin += most) {
    const std::size_t size = std::min(most, stub.size() - begin);
    const auto flags =
        static_cast<std::uint8_t>((begin == 0 ? 1 : 0) | (begin + size == stub.size() ? 2 : 0));
    bytes part = request(flags, call_id, opnum, {});
    part[8] = static_cast<std::uint8_t>(24 + size);
    part[9] = static_cast<std::uint8_t>((24 + size) >> 8);
    all.insert(all.end(), part.begin(), part.end());
    all.insert(all.end(), stub.begin() + static_cast<std::ptrdiff_t>(begin),
               stub.begin() + static_cast<std::ptrdiff_t>(begin + size));
  }
  return all;
}

/// `count` requests with different call_ids.
inline bytes requests(std::uint32_t count, std::uint8_t opnum, const bytes& stub) {
  bytes all;
  for (std::uint32_t id = 1; id <= count; ++id) {
    bytes one = request(3, 0, opnum, stub);
    for (int i = 0; i < 4; ++i)
      one[12 + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(id >> 8 * i);
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

}  // namespace fixture

#endif  // TEST_RUNTIME_RAW_CLIENT_H
