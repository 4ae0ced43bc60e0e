// What an attacker between a client and a server can do, or a client that lies: nothing that
// reaches an implementation.

#include "attacks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

namespace {

using rpc::mechanism;
using rpc::protection;
using rpc::status;
using rpc::test::bind_with;
using rpc::test::bound;
using rpc::test::bytes;
using rpc::test::first_token;
using rpc::test::join;
using rpc::test::last_fault;
using rpc::test::pair;
using rpc::test::plain_fragment;
using rpc::test::unhex;
using kind = rpc::protocol::client_event::kind;

const protection verified[] = {protection::packet, protection::integrity, protection::privacy};

TEST(Hostile, EachBitOfARequest) {
  for (const protection level : {protection::integrity, protection::privacy}) {
    const std::size_t size = [&] {
      auto one = bound(level);
      one->request(20);
      return one->from_client().size();
    }();
    for (std::size_t bit = 0; bit < 8 * size; ++bit) {
      auto one = bound(level);
      one->request(20);
      bytes pdu = one->from_client();
      pdu[bit / 8] ^= std::byte{1} << (bit % 8);
      one->to_server(pdu);
      ASSERT_TRUE(one->calls.empty()) << bit;
    }
  }
}

TEST(Hostile, EachBitOfAResponse) {
  for (const protection level : {protection::integrity, protection::privacy}) {
    std::size_t size = 1;
    for (std::size_t bit = 0; bit < 8 * size; ++bit) {
      auto one = bound(level);
      one->request(20);
      one->to_server(one->from_client());
      ASSERT_EQ(one->calls.size(), 1u);
      rpc::buffer stub(20);
      one->server.respond(one->calls[0].ticket, stub);
      bytes pdu = one->from_server();
      size = pdu.size();
      pdu[bit / 8] ^= std::byte{1} << (bit % 8);
      one->to_client(pdu);
      for (const auto& event : one->events) ASSERT_NE(event.what, kind::response) << bit;
    }
  }
}

TEST(Hostile, ReplayedReorderedAndDroppedFragments) {
  for (const protection level : verified) {
    const auto attempt = [&](auto change, status code = status::sec_pkg_error) {
      auto one = bound(level);
      one->request(20000);
      auto pdus = pair::split(one->from_client());
      ASSERT_GE(pdus.size(), 4u);
      change(pdus);
      for (const bytes& pdu : pdus) one->to_server(pdu);
      EXPECT_TRUE(one->calls.empty());
      EXPECT_EQ(last_fault(*one), code);
    };
    attempt([](auto& pdus) { pdus.insert(pdus.begin() + 1, pdus[1]); });
    attempt([](auto& pdus) { std::swap(pdus[1], pdus[2]); });
    attempt([](auto& pdus) { pdus.erase(pdus.begin() + 1); });
    attempt([](auto& pdus) { pdus.insert(pdus.begin(), pdus[0]); }, status::proto_error);
  }
}

TEST(Hostile, ARequestOnceMore) {
  auto one = bound(protection::privacy);
  one->request(20);
  const bytes pdu = one->from_client();
  one->to_server(pdu);
  ASSERT_EQ(one->calls.size(), 1u);
  rpc::buffer stub;
  one->server.respond(one->calls[0].ticket, stub);
  one->from_server();
  one->to_server(pdu);
  EXPECT_EQ(one->calls.size(), 1u);
  EXPECT_EQ(last_fault(*one), status::sec_pkg_error);
}

// CVE-2016-2118: a client that asks for a level is not to be content with a lower one.
TEST(Hostile, Cve20162118) {
  for (const std::byte level : {std::byte{1}, std::byte{2}, std::byte{5}}) {
    pair one(protection::privacy);
    one.client.bind(rpc::test::echo);
    one.to_server(one.from_client());
    bytes ack = one.from_server();
    const std::size_t token =
        std::to_integer<std::size_t>(ack[10]) | std::to_integer<std::size_t>(ack[11]) << 8;
    ack[ack.size() - token - 7] = level;
    one.to_client(ack);
    ASSERT_FALSE(one.events.empty());
    EXPECT_EQ(one.events[0].what, kind::refused);
    EXPECT_TRUE(one.client.closing());
  }
  // A server that answers without any protection.
  auto one = bound(protection::privacy);
  one->request(0);
  one->from_client();
  one->to_client(unhex("05000203 10000000 2000 0000 01000000 08000000 0000 0000 0102030405060708"));
  ASSERT_EQ(one->events.size(), 1u);
  EXPECT_EQ(one->events[0].what, kind::fault);
  EXPECT_TRUE(one->client.closing());
}

// CVE-2021-23192: fragments of a signed request that are not signed.
TEST(Hostile, Cve202123192) {
  for (const protection level : verified) {
    for (std::size_t left = 0; left < 3; ++left) {
      auto one = bound(level);
      one->request(20000);
      auto pdus = pair::split(one->from_client());
      for (std::size_t i = 0; i < left; ++i) one->to_server(pdus[i]);
      one->to_server(plain_fragment(left == 0 ? 3 : 2));
      EXPECT_TRUE(one->calls.empty());
      EXPECT_EQ(last_fault(*one), left == 0 ? status::access_denied : status::proto_error);
    }
  }
}

TEST(Hostile, TrailersOfSomethingElse) {
  for (const protection level : verified) {
    for (std::size_t field : {0, 1, 4, 5, 6, 7}) {
      for (int value = 0; value < 256; ++value) {
        if (value % 16 > 7 && field > 1) continue;
        auto one = bound(level);
        one->request(20);
        bytes pdu = one->from_client();
        std::byte& at = pdu[pdu.size() - 24 + field];
        if (at == std::byte(value)) continue;
        at = std::byte(value);
        one->to_server(pdu);
        ASSERT_TRUE(one->calls.empty());
        ASSERT_TRUE(one->server.closing());
      }
    }
  }
}

TEST(Hostile, EachTypeAndLevelOfABind) {
  const bytes token = first_token(mechanism::ntlm);
  for (int type = 0; type < 256; ++type) {
    for (int level = 0; level < 256; ++level) {
      pair one(protection::privacy);
      one.to_server(
          bind_with(static_cast<std::uint8_t>(type), static_cast<std::uint8_t>(level), 0, token));
      const bytes answer = one.from_server();
      const bool right = type == 10 && (level == 2 || (level >= 4 && level <= 6));
      ASSERT_GE(answer.size(), 16u);
      ASSERT_EQ(answer[2], right ? std::byte{12} : std::byte{13}) << type << " " << level;
      ASSERT_EQ(one.server.closing(), !right);
      if (type != 10 && level > 8) level = 255;
    }
  }
}

TEST(Hostile, EachPaddingAndLengthOfABind) {
  const bytes token = first_token(mechanism::ntlm);
  for (int padding = 0; padding < 256; ++padding)
    for (std::size_t size = 0; size <= token.size(); size += 4) {
      pair one(protection::privacy);
      const bytes part(token.begin(), token.begin() + static_cast<std::ptrdiff_t>(size));
      one.to_server(bind_with(10, 6, static_cast<std::uint8_t>(padding), part));
      ASSERT_TRUE(one.calls.empty());
      one.to_server(plain_fragment(3));
      ASSERT_TRUE(size == 0 || one.calls.empty());
    }
}

/// The last token, cut and changed; none of them is taken for that of alice.
TEST(Hostile, TokensOfAuth3) {
  std::mt19937 random(11);
  const auto attempt = [&](auto change) {
    pair one(protection::privacy);
    one.client.bind(rpc::test::echo);
    one.to_server(one.from_client());
    one.to_client(one.from_server());
    auto pdus = pair::split(one.from_client());
    ASSERT_EQ(pdus.size(), 1u);
    change(pdus[0]);
    one.to_server(pdus[0]);
    one.request(20);
    one.to_server(one.from_client());
    ASSERT_TRUE(one.calls.empty());
  };
  for (std::size_t cut = 4; cut < 260; cut += 4)
    attempt([&](bytes& pdu) {
      if (cut + 40 > pdu.size()) return pdu.clear();
      pdu.resize(pdu.size() - cut);
      const std::size_t token = pdu.size() - 28;
      pdu[8] = static_cast<std::byte>(pdu.size());
      pdu[9] = static_cast<std::byte>(pdu.size() >> 8);
      pdu[10] = static_cast<std::byte>(token);
      pdu[11] = static_cast<std::byte>(token >> 8);
    });
  for (int i = 0; i < 2000; ++i)
    attempt([&](bytes& pdu) {
      // Within the response to the challenge: its proof, and what that is for.
      pdu[28 + 72 + random() % 44] ^= static_cast<std::byte>(1 + random() % 255);
    });
}

TEST(Hostile, FirstTokensCutOrChangedAnywhere) {
  std::mt19937 random(13);
  for (const auto by : {mechanism::ntlm, mechanism::spnego}) {
    const bytes token =
        by == mechanism::ntlm
            ? first_token(by)
            : unhex("604806062b0601050502a03e303ca00e300c060a2b06010401823702020aa22a0428");
    bytes whole = token;
    if (by == mechanism::spnego) whole = join(token, first_token(mechanism::ntlm));
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const auto acceptor = pair::acceptor().acceptor().accept(by, protection::privacy);
      rpc::buffer reply;
      EXPECT_NE(acceptor->step(std::span(whole).first(size), reply),
                rpc::security::context::progress::done);
    }
    for (int i = 0; i < 100'000; ++i) {
      bytes changed = whole;
      for (unsigned n = 0; n <= random() % 4; ++n)
        changed[random() % changed.size()] = static_cast<std::byte>(random());
      if (random() % 4 == 0) changed.resize(random() % changed.size());
      const auto acceptor = pair::acceptor().acceptor().accept(by, protection::privacy);
      rpc::buffer reply;
      ASSERT_NE(acceptor->step(changed, reply), rpc::security::context::progress::done);
    }
  }
}

TEST(Hostile, RequestsBeforeTheLastToken) {
  pair one(protection::privacy);
  one.client.bind(rpc::test::echo);
  one.to_server(one.from_client());
  one.from_server();
  one.to_server(plain_fragment(3));
  EXPECT_TRUE(one.calls.empty());
  EXPECT_EQ(last_fault(one), status::access_denied);
}

TEST(Hostile, RequestsOfAContextBeforeTheLastToken) {
  pair one(protection::privacy);
  one.client.bind(rpc::test::echo);
  one.to_server(one.from_client());
  one.from_server();
  bytes pdu = join(plain_fragment(3), unhex("0a060000 01000000"), bytes(16));
  pdu[8] = static_cast<std::byte>(pdu.size());
  pdu[10] = std::byte{16};
  one.to_server(pdu);
  EXPECT_TRUE(one.calls.empty());
  EXPECT_EQ(last_fault(one), status::proto_error);
}

TEST(Hostile, AWrongPasswordAndThenARequest) {
  pair one(protection::privacy, mechanism::ntlm, "Secret-0");
  one.bind();
  one.request(20);
  one.to_server(one.from_client());
  EXPECT_TRUE(one.calls.empty());
  EXPECT_EQ(last_fault(one), status::access_denied);
  EXPECT_NE(one.server.reason().find("authentication failed"), std::string_view::npos);
}

TEST(Hostile, MechanismsThatAreNotOffered) {
  pair one(protection::privacy);
  one.to_server(bind_with(68, 6, 0, first_token(mechanism::ntlm)));
  const bytes nak = one.from_server();
  ASSERT_GE(nak.size(), 18u);
  EXPECT_EQ(nak[16], std::byte{8});
}

TEST(Hostile, ManyBinds) {
  for (int i = 0; i < 10'000; ++i) {
    pair one(protection::privacy);
    ASSERT_TRUE(one.bind());
    if (i % 1000 != 0) continue;
    one.request(20);
    one.settle();
    ASSERT_EQ(one.calls.size(), 1u);
    EXPECT_EQ(one.calls[0].by->principal, "EXAMPLE\\alice");
  }
}

TEST(Hostile, FaultsWithoutAVerifierPromiseNothing) {
  auto one = bound(protection::privacy);
  const auto call = one->request(0);
  one->from_client();
  one->to_client(
      unhex("05000323 10000000 2000 0000 01000000 20000000 0000 0000 05000000 00000000"));
  ASSERT_EQ(one->events.size(), 1u);
  EXPECT_EQ(one->events[0].call, call);
  EXPECT_EQ(one->events[0].code, status::access_denied);
  EXPECT_FALSE(one->events[0].did_not_execute);
}

}  // namespace
