#ifndef TEST_SECURITY_PAIR_H
#define TEST_SECURITY_PAIR_H

#include "protocol/association_groups.h"
#include "protocol/client_connection.h"
#include "protocol/drain.h"
#include "protocol/hex.h"
#include "protocol/samples.h"
#include "protocol/server_connection.h"
#include "users.h"

#include <rpc/security.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rpc::test {

/// A client and a server of the protocol without anything between them but what a test puts there.
struct pair {
  static const acceptor_credentials& acceptor() {
    static const users file;
    static const acceptor_credentials credentials{{.ntlm_users = file.path()}};
    return credentials;
  }
  static protocol::authentication as(std::string_view user, std::string_view password, mechanism by,
                                     protection level) {
    return {credentials(user, "EXAMPLE", password).initiator().initiate({by, level, "host/server"}),
            by, level};
  }

  explicit pair(protection level, mechanism by = mechanism::ntlm,
                std::string_view password = "Secret-1")
      : pair(as("alice", password, by, level), acceptor().acceptor()) {}
  pair(protocol::authentication alice, const security::acceptor& met)
      : at{served, "135", {}, {}, {}, &met}, client({}, std::move(alice)) {}

  /// Bytes that the client wants to send, and that the server does.
  bytes from_client() { return take(client); }
  bytes from_server() { return take(server); }

  void to_server(const bytes& stream) { server.receive(stream, calls); }
  void to_client(const bytes& stream) { client.receive(stream, events); }

  /// Carries everything over.
  void settle() {
    for (int i = 0; i < 8; ++i) {
      const bytes there = from_client();
      if (!there.empty()) to_server(there);
      const bytes back = from_server();
      if (!back.empty()) to_client(back);
      if (there.empty() && back.empty()) return;
    }
  }

  /// Binds, and asserts that it comes to that.
  bool bind() {
    client.bind(echo);
    settle();
    const bool bound = events.size() == 1 && events[0].what == protocol::client_event::kind::bound;
    events.clear();
    return bound;
  }

  /// A request of so many bytes.
  protocol::call_ticket request(std::size_t size) {
    buffer stub(size);
    for (std::size_t i = 0; i < size; ++i) stub.data()[i] = static_cast<std::byte>(i);
    return client.request(0, 3, stub);
  }

  /// The PDUs of a stream.
  static std::vector<bytes> split(const bytes& stream) {
    std::vector<bytes> pdus;
    for (std::size_t at = 0; at < stream.size();) {
      const auto size = std::to_integer<std::size_t>(stream[at + 8]) |
                        std::to_integer<std::size_t>(stream[at + 9]) << 8;
      const auto begin = stream.begin() + static_cast<std::ptrdiff_t>(at);
      pdus.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(size));
      at += size;
    }
    return pdus;
  }

  static constexpr offered_interface served[] = {echo};
  association_groups groups;
  protocol::server_connection::endpoint at;
  protocol::server_connection server{at, groups};
  protocol::client_connection client;
  std::vector<protocol::incoming_call> calls;
  std::vector<protocol::client_event> events;

 private:
  template <class End>
  static bytes take(End& end) {
    bytes all;
    protocol::output out;
    if (!end.take_output(out)) return all;
    while (!out.empty()) {
      std::span<const std::byte> run;
      out.gather({&run, 1});
      all.insert(all.end(), run.begin(), run.end());
      out.consume(run.size());
    }
    return all;
  }
};

}  // namespace rpc::test

#endif  // TEST_SECURITY_PAIR_H
