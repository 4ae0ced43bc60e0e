// Context handles of clients that authenticate: other principals of the same association have no
// use of them.

#include "runtime/wire_client.h"
#include "users.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace {

using fixture::bytes;
using fixture::operator+;
using rpc::mechanism;
using rpc::protection;

rpc::server_options authenticating() {
  static const rpc::test::users file;
  rpc::server_options options;
  options.security = rpc::acceptor_credentials{{.ntlm_users = file.path()}};
  return options;
}

/// A client of the desk that has proved by NTLM who it is, at the level connect: its requests are
/// those of wire_client.
class proven_client : public fixture::wire_client {
 public:
  proven_client(const fixture::desk_server& at, std::string_view user, std::string_view password,
                const bytes& joined = {0, 0, 0, 0})
      : wire_client(at, unbound()) {
    const auto context = rpc::credentials(user, "EXAMPLE", password)
                             .initiator()
                             .initiate({mechanism::ntlm, protection::connect, "host/server"});
    rpc::buffer negotiate;
    (void)context->step({}, negotiate);
    send(with_token(fixture::bind_desk(joined), negotiate));

    const bytes head = receive(16);
    const bytes ack = head + receive(std::size_t{head[8]} + head[9] * 256u - head.size());
    group = {ack.begin() + 20, ack.begin() + 24};
    const std::size_t token = head[10] + head[11] * 256u;
    rpc::buffer authenticate;
    (void)context->step(std::as_bytes(std::span(ack)).last(token), authenticate);
    const bytes auth3 = {5, 0, 16, 3, 16, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    send(with_token(auth3, authenticate));
  }

 private:
  static bytes with_token(bytes pdu, const rpc::buffer& token) {
    pdu = pdu + bytes{10, 2, 0, 0, 1, 0, 0, 0};
    for (const std::byte each : token.bytes()) pdu.push_back(std::to_integer<std::uint8_t>(each));
    pdu[8] = static_cast<std::uint8_t>(pdu.size());
    pdu[9] = static_cast<std::uint8_t>(pdu.size() >> 8);
    pdu[10] = static_cast<std::uint8_t>(token.size());
    pdu[11] = static_cast<std::uint8_t>(token.size() >> 8);
    return pdu;
  }
};

const bytes mismatch = {0xFA, 0x1A, 0x00, 0x00, 0x1C};
const bytes five = {5, 0, 0, 0};

TEST(ContextsOfPrincipals, AreOfTheOneThatHasOpenedThem) {
  const fixture::desk_server at(authenticating());
  proven_client alice(at, "alice", "Secret-1");
  const bytes handle = alice.open(5);
  ASSERT_EQ(handle.size(), 20u);
  proven_client again(at, "alice", "Secret-1", alice.group);
  proven_client bob(at, "bob", "Secret-2", alice.group);
  fixture::wire_client stranger(at, alice.group);
  ASSERT_EQ(bob.group, alice.group);
  ASSERT_EQ(stranger.group, alice.group);

  EXPECT_EQ(again.use(handle), five);
  EXPECT_EQ(bob.use(handle), mismatch);
  EXPECT_EQ(bob.close(handle), mismatch);
  EXPECT_EQ(stranger.use(handle), mismatch);
  EXPECT_EQ(stranger.close(handle), mismatch);
  EXPECT_EQ(alice.use(handle), five);
  EXPECT_EQ(again.close(handle), fixture::null_handle);
}

TEST(ContextsOfPrincipals, ThoseOfClientsThatDidNotAuthenticate) {
  const fixture::desk_server at(authenticating());
  fixture::wire_client stranger(at);
  const bytes handle = stranger.open(5);
  proven_client alice(at, "alice", "Secret-1", stranger.group);
  EXPECT_EQ(alice.use(handle), mismatch);
  EXPECT_EQ(fixture::wire_client(at, stranger.group).use(handle), five);
}

}  // namespace
