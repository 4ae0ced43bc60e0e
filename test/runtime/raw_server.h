#ifndef TEST_RUNTIME_RAW_SERVER_H
#define TEST_RUNTIME_RAW_SERVER_H

#include "raw_client.h"

namespace fixture {

/// A server of `echo`, in NDR20 only, for one connection over TCP. It answers each request with
/// what it is told. An empty answer ends the connection.
class raw_server {
 public:
  explicit raw_server(std::function<bytes(const bytes& request)> answer)
      : raw_server(bind_ack(), std::move(answer)) {}
  /// Each bind is answered by `ack`.
  raw_server(bytes ack, std::function<bytes(const bytes& request)> answer)
      : ack_(std::move(ack)),
        answer_(std::move(answer)),
        listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&at), size) != 0 ||
        ::listen(listener_, 1) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size) != 0)
      throw std::runtime_error("cannot listen");
    port_ = ntohs(at.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  raw_server(const raw_server&) = delete;
  raw_server& operator=(const raw_server&) = delete;
  ~raw_server() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }

  std::string where() const { return "ncacn_ip_tcp:127.0.0.1[" + std::to_string(port_) + "]"; }

  /// The answer to their binds: NDR20 on context 0, the feature refused, multiplexing.
  static bytes accepting() { return bind_ack(); }

  /// For connections to this server.
  static rpc::connection_options options() {
    rpc::connection_options result;
    result.ndr64 = false;
    return result;
  }

 private:
  static constexpr std::uint8_t bind = 11;
  static constexpr std::uint8_t request = 0;

  /// Accepts the bind of such a connection: NDR20 on context 0, the feature refused, multiplexing.
  static bytes bind_ack() {
    return {5,    0,    12,   0x13, 0x10, 0,    0,    0,    80,   0,    0,    0,
            1,    0,    0,    0,  //
            0xd0, 0x16, 0xd0, 0x16, 0x78, 0x56, 0x34, 0x12, 0,    0,    0,    0,
            2,    0,    0,    0,  //
            0,    0,    0,    0,    0x04, 0x5d, 0x88, 0x8a, 0xeb, 0x1c, 0xc9, 0x11,
            0x9f, 0xe8, 0x08, 0,    0x2b, 0x10, 0x48, 0x60, 2,    0,    0,    0,  //
            2,    0,    2,    0,    0,    0,    0,    0,    0,    0,    0,    0,
            0,    0,    0,    0,  //
            0,    0,    0,    0,    0,    0,    0,    0};
  }

  void serve() {
    const int client = ::accept(listener_, nullptr, nullptr);
    if (client < 0) return;
    for (bytes pdu = receive(client); !pdu.empty(); pdu = receive(client)) {
      bytes reply;
      if (pdu[2] == bind)
        reply = ack_;
      else if (pdu[2] == request)
        reply = answer_(pdu);
      else
        continue;
      if (reply.empty()) break;
      static_cast<void>(::send(client, reply.data(), reply.size(), MSG_NOSIGNAL));
    }
    ::close(client);
  }

  static bytes receive(int client) {
    bytes pdu(16);
    if (::recv(client, pdu.data(), pdu.size(), MSG_WAITALL) != 16) return {};
    pdu.resize(pdu[8] | pdu[9] << 8);
    const auto rest = static_cast<ssize_t>(pdu.size() - 16);
    if (::recv(client, pdu.data() + 16, pdu.size() - 16, MSG_WAITALL) != rest) return {};
    return pdu;
  }

  const bytes ack_;
  const std::function<bytes(const bytes&)> answer_;
  const int listener_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

/// A PDU in answer to the call 1: `type`, both flags of its only fragment, and its rest.
inline bytes answer_pdu(std::uint8_t type, const bytes& rest, std::uint8_t call_id = 1) {
  const auto size = static_cast<std::uint8_t>(16 + rest.size());
  return bytes{5, 0, type, 3, 0x10, 0, 0, 0, size, 0, 0, 0, call_id, 0, 0, 0} + rest;
}

}  // namespace fixture

#endif  // TEST_RUNTIME_RAW_SERVER_H
