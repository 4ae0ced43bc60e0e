#include "security/ntlm_session.h"

#include "protocol/hex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace {

using rpc::security::ntlm_session;
using rpc::security::pdu_parts;
using rpc::security::quality;
using rpc::test::bytes;
using rpc::test::hex;
using rpc::test::unhex;

const bytes key = unhex("55555555555555555555555555555555");

ntlm_session session(bool initiator) {
  return {std::span<const std::byte, 16>(key.data(), 16), initiator, true};
}

// MS-NLMP 4.2.4: the exported session key is 16 times 0x55, the message L"Plaintext", sent by the
// client with extended session security, 128 bits and key exchange.
TEST(NtlmSession, MatchesThePublishedVector) {
  bytes body = unhex("50006c00610069006e007400650078007400");
  std::array<std::byte, 16> verifier{};
  auto client = session(true);
  client.protect({.seal = true}, {{}, body, {}}, verifier);
  EXPECT_EQ(hex(body), hex(unhex("54e50165bf1936dc996020c1811b0f06fb5f")));
  EXPECT_EQ(hex(bytes(verifier.begin(), verifier.end())),
            hex(unhex("010000007fb38ec5c55d497600000000")));

  auto server = session(false);
  EXPECT_TRUE(server.verify({.seal = true}, {{}, body, {}}, verifier));
  EXPECT_EQ(hex(body), hex(unhex("50006c00610069006e007400650078007400")));
}

/// What one end sends, and what the other makes of it.
struct Exchange : testing::TestWithParam<quality> {
  ntlm_session client = session(true);
  ntlm_session server = session(false);
  const bytes header = unhex("05000003100000000000000001000000");
  const bytes trailer = unhex("0a06000001000000");

  struct sent {
    bytes header, body, trailer, verifier;
  };
  sent send(ntlm_session& by, std::string_view text = "stub data") {
    const auto plain = std::as_bytes(std::span(text));
    sent made{header, bytes(plain.begin(), plain.end()), trailer, bytes(16)};
    by.protect(GetParam(), {made.header, made.body, made.trailer}, made.verifier);
    return made;
  }
  bool take(ntlm_session& by, sent& what) {
    return by.verify(GetParam(), {what.header, what.body, what.trailer}, what.verifier);
  }
};

TEST_P(Exchange, BothWays) {
  for (int i = 0; i < 100; ++i) {
    auto request = send(client, "request");
    ASSERT_TRUE(take(server, request));
    EXPECT_EQ(hex(request.body), hex(unhex("72657175657374")));
    auto response = send(server, "response");
    ASSERT_TRUE(take(client, response));
  }
}

TEST_P(Exchange, EachBitCounts) {
  for (const auto part : {&sent::header, &sent::body, &sent::trailer, &sent::verifier}) {
    const std::size_t size = (send(client).*part).size();
    for (std::size_t bit = 0; bit < 8 * size; ++bit) {
      auto from = session(true);
      auto to = session(false);
      auto pdu = send(from);
      (pdu.*part)[bit / 8] ^= std::byte{1} << (bit % 8);
      ASSERT_FALSE(take(to, pdu)) << bit;
    }
  }
}

TEST_P(Exchange, ARepeatedOneIsRefused) {
  auto first = send(client);
  auto again = first;
  ASSERT_TRUE(take(server, first));
  EXPECT_FALSE(take(server, again));
}

TEST_P(Exchange, ADroppedOneIsNoticed) {
  send(client);
  auto second = send(client);
  EXPECT_FALSE(take(server, second));
}

TEST_P(Exchange, OnesOwnAreRefused) {
  auto mine = send(client);
  EXPECT_FALSE(take(client, mine));
}

TEST_P(Exchange, NumbersGoOnWhereCiphersBeginAnew) {
  auto first = send(client);
  ASSERT_TRUE(take(server, first));
  client.restart_ciphers();
  server.restart_ciphers();
  auto second = send(client);
  EXPECT_EQ(std::to_integer<int>(second.verifier[12]), 1);
  EXPECT_TRUE(take(server, second));
}

TEST_P(Exchange, VerifiersOfOtherSizes) {
  for (const std::size_t size : {0, 1, 15, 17, 32}) {
    auto pdu = send(client);
    pdu.verifier.resize(size);
    auto to = session(false);
    EXPECT_FALSE(take(to, pdu)) << size;
  }
}

INSTANTIATE_TEST_SUITE_P(NtlmSession, Exchange,
                         testing::Values(quality{false, false}, quality{false, true},
                                         quality{true, false}, quality{true, true}));

}  // namespace
