// A server that does not grant concurrent multiplexing: the calls of a connection take turns.

#include "raw_client.h"

#include <thread>

namespace {

using namespace fixture;

/// A server of one connection, scripted: it accepts the first presentation context, and adds one
/// to what it is sent, or keeps silent.
class slow_server {
 public:
  explicit slow_server(bool silent = false)
      : silent_(silent), listens_(::socket(AF_INET, SOCK_STREAM, 0)) {
    ::listen(listens_, 1);
    sockaddr_in name{};
    socklen_t size = sizeof name;
    ::getsockname(listens_, reinterpret_cast<sockaddr*>(&name), &size);
    port_ = ntohs(name.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  slow_server(const slow_server&) = delete;
  slow_server& operator=(const slow_server&) = delete;
  ~slow_server() {
    ::shutdown(listens_, SHUT_RDWR);
    thread_.join();
    ::close(listens_);
  }

  std::string binding() const { return "ncacn_ip_tcp:127.0.0.1[" + std::to_string(port_) + "]"; }
  int most_outstanding() const { return most_outstanding_; }

 private:
  void serve() {
    client_ = ::accept(listens_, nullptr, nullptr);
    if (client_ < 0) return;
    for (bytes pdu = receive(); !pdu.empty(); pdu = receive()) answer(pdu);
    ::close(client_);
  }

  void answer(const bytes& pdu) {
    if (pdu[2] == 11) {
      bytes ack{5, 0,    12,   3,    0x10, 0, 0, 0, 0, 0, 0, 0, pdu[12], 0, 0,
                0, 0xD0, 0x16, 0xD0, 0x16, 1, 0, 0, 0, 1, 0, 0, 0};  // no secondary address: one
                                                                     // zero, and a pad byte
      const std::uint8_t contexts = pdu[24];
      ack = ack + bytes{contexts, 0, 0, 0, 0, 0, 0, 0} +
            bytes{0x04, 0x5D, 0x88, 0x8A, 0xEB, 0x1C, 0xC9, 0x11, 0x9F, 0xE8,
                  0x08, 0x00, 0x2B, 0x10, 0x48, 0x60, 2,    0,    0,    0};
      for (int i = 1; i < contexts; ++i) ack = ack + bytes{2, 0, 2, 0} + bytes(20);
      ack[8] = static_cast<std::uint8_t>(ack.size());
      return send(ack);
    }
    if (silent_) return;
    // Another request in the meantime would be a second one at the same time.
    std::this_thread::sleep_for(20ms);
    char next;
    const bool more = ::recv(client_, &next, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
    most_outstanding_ = std::max(most_outstanding_.load(), more ? 2 : 1);
    send({5, 0, 2,       3,       0x10,
          0, 0, 0,       28,      0,
          0, 0, pdu[12], pdu[13], 0,
          0, 4, 0,       0,       0,
          0, 0, 0,       0,       static_cast<std::uint8_t>(pdu[24] + 1),
          0, 0, 0});
  }

  bytes receive() {
    bytes pdu(16);
    if (::recv(client_, pdu.data(), 16, MSG_WAITALL) != 16) return {};
    pdu.resize(pdu[8]);
    const std::size_t rest = pdu.size() - 16;
    if (::recv(client_, pdu.data() + 16, rest, MSG_WAITALL) != static_cast<ssize_t>(rest))
      return {};
    return pdu;
  }
  void send(const bytes& pdu) {
    static_cast<void>(::send(client_, pdu.data(), pdu.size(), MSG_NOSIGNAL));
  }

  bool silent_;
  int listens_;
  int client_ = -1;
  int port_ = 0;
  std::atomic<int> most_outstanding_ = 0;
  std::thread thread_;
};

TEST(Turns, AreTakenWithoutMultiplexing) {
  slow_server server;
  rpc::connection_options options;
  options.ndr64 = false;
  rpc::connection peer(server.binding(), options);
  const echo::client client(peer);
  std::vector<std::thread> threads;
  for (std::uint32_t i = 0; i < 8; ++i)
    threads.emplace_back([&, i] { EXPECT_EQ(client.add_one(i), i + 1); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(server.most_outstanding(), 1);
}

TEST(Turns, EndWithACallThatIsGivenUp) {
  slow_server server(true);
  rpc::connection_options options;
  options.call_timeout = 5ms;
  rpc::connection peer(server.binding(), options);
  const echo::client client(peer);
  EXPECT_EQ(status_of([&] { client.add_one(1); }), rpc::status::call_timed_out);
  // The server is still busy with that one, and takes no other: the connection is given up too.
  EXPECT_EQ(status_of([&] { client.add_one(2); }), rpc::status::call_failed_dne);
}

}  // namespace
