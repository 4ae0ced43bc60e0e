// Tokens after the first one, and several security contexts on one connection.

#include "attacks.h"

#include <memory>

namespace {

using namespace rpc::test;  // NOLINT(google-build-using-namespace)
using rpc::mechanism;
using rpc::protection;
using rpc::status;

TEST(Negotiation, ALevelLoweredByAlterContext) {
  for (const std::uint8_t level : {2, 4, 5, 6}) {
    auto one = bound(protection::privacy);
    one->to_server(alter_with(level, 1, first_token(mechanism::ntlm)));
    EXPECT_EQ(last_fault(*one), status::access_denied);
  }
}

TEST(Negotiation, ALevelChangedBeforeTheLastToken) {
  for (const std::uint8_t level : {2, 4, 5}) {
    pair one(protection::privacy);
    one.client.bind(echo);
    one.to_server(one.from_client());
    one.from_server();
    one.to_server(alter_with(level, 1, first_token(mechanism::ntlm)));
    EXPECT_EQ(last_fault(one), status::access_denied);
  }
}

TEST(Negotiation, AMechanismChangedBeforeTheLastToken) {
  for (const std::uint8_t type : {0, 9, 16}) {
    pair one(protection::privacy);
    one.client.bind(echo);
    one.to_server(one.from_client());
    one.from_server();
    const bytes token = first_token(mechanism::ntlm);
    bytes pdu = alter_with(6, 1, token);
    pdu[pdu.size() - token.size() - 8] = std::byte{type};
    one.to_server(pdu);
    EXPECT_EQ(last_fault(one), type == 0 ? status::access_denied : status::sec_pkg_error);
  }
}

// As on servers of Windows and Samba: what was not negotiated changes nothing for the others.
TEST(Negotiation, ASecondContextThatWasNotNegotiated) {
  auto one = bound(protection::privacy);
  one->to_server(alter_with(6, 2, first_token(mechanism::ntlm)));
  EXPECT_EQ(one->from_server()[2], std::byte{15});
  one->request(20);
  bytes pdu = one->from_client();
  one->to_server(pdu);
  ASSERT_EQ(one->calls.size(), 1u);
  EXPECT_EQ(one->calls[0].by->principal, "EXAMPLE\\alice");
  rpc::buffer stub;
  one->server.respond(one->calls[0].ticket, stub);
  pdu[pdu.size() - 20] = std::byte{2};  // of the one that waits for its last token
  one->to_server(pdu);
  EXPECT_EQ(one->calls.size(), 1u);
  EXPECT_EQ(last_fault(*one), status::proto_error);
}

TEST(Negotiation, MoreContextsThanTheLimit) {
  pair one(protection::privacy);
  one.to_server(bind_with(10, 6, 0, first_token(mechanism::ntlm)));
  int accepted = 1;
  for (std::uint8_t id = 2; id < 100 && !one.server.closing(); ++id, ++accepted) {
    one.from_server();
    one.to_server(alter_with(6, id, first_token(mechanism::ntlm)));
  }
  EXPECT_EQ(accepted - 1, 16);
  EXPECT_EQ(last_fault(one), status::proto_error);
}

/// Binds up to the last token of NTLM, which is returned: an auth3.
bytes last_token(pair& of) {
  of.client.bind(echo);
  of.to_server(of.from_client());
  of.to_client(of.from_server());
  return of.from_client();
}

TEST(Negotiation, TheLastTokenTwice) {
  pair one(protection::privacy);
  const bytes auth3 = last_token(one);
  one.to_server(auth3);
  EXPECT_FALSE(one.server.closing());
  one.to_server(auth3);
  EXPECT_EQ(last_fault(one), status::proto_error);
}

// Four bytes come before the trailer of an auth3 that mean nothing; they are no padding.
TEST(Negotiation, ThePaddingOfAnAuth3) {
  pair one(protection::privacy);
  bytes auth3 = last_token(one);
  auth3[22] = std::byte{1};
  one.to_server(auth3);
  EXPECT_EQ(last_fault(one), status::fault_remote_no_memory);
}

// SPNEGO has an answer to it, and an auth3 gets none.
TEST(Negotiation, AnAuth3ThatIsNotTheLastToken) {
  pair one(protection::connect, mechanism::spnego);
  bytes auth3 = last_token(one);
  ASSERT_EQ(auth3[2], std::byte{14});
  const std::size_t token =
      std::to_integer<std::size_t>(auth3[10]) | std::to_integer<std::size_t>(auth3[11]) << 8;
  auth3.erase(auth3.begin() + 20, auth3.end() - static_cast<std::ptrdiff_t>(token + 8));
  auth3[2] = std::byte{16};
  auth3[8] = static_cast<std::byte>(auth3.size());
  auth3[9] = static_cast<std::byte>(auth3.size() >> 8);
  one.to_server(auth3);
  EXPECT_FALSE(one.server.closing());
  one.to_server(plain_fragment(3));
  EXPECT_TRUE(one.calls.empty());
  EXPECT_EQ(last_fault(one), status::access_denied);
}

// It may be as long as that of a request.
TEST(Negotiation, ThePaddingOfABindAndOfAnAlterContext) {
  const bytes token = first_token(mechanism::ntlm);
  const std::size_t most = unhex(smbtorture_bind).size() - 24;
  for (const std::size_t more : {std::size_t{0}, std::size_t{1}}) {
    const auto padding = static_cast<std::uint8_t>(most + more);
    pair one(protection::privacy);
    one.to_server(bind_with(10, 6, padding, token));
    EXPECT_EQ(one.from_server()[2], more == 0 ? std::byte{12} : std::byte{13});
    auto other = bound(protection::privacy);
    bytes alter = alter_with(6, 2, token);
    alter[alter.size() - token.size() - 6] = std::byte{padding};
    other->to_server(alter);
    if (more == 0)
      EXPECT_EQ(other->from_server()[2], std::byte{15});
    else
      EXPECT_EQ(last_fault(*other), status::proto_error);
  }
}

/// A server, and what a client of two security contexts sends to it, whose bind had none.
struct two_contexts {
  static constexpr std::size_t verifier = 16;

  two_contexts() : one(protection::integrity) {
    one.to_server(unhex(smbtorture_bind));
    one.from_server();
    establish(1);
    establish(2);
  }

  void establish(std::uint8_t id) {
    auto& context = contexts[id];
    context = pair::as("alice", "Secret-1", mechanism::ntlm, protection::integrity).context;
    rpc::buffer token;
    (void)context->step({}, token);
    one.to_server(alter_with(5, id, {token.bytes().begin(), token.bytes().end()}));
    const bytes answer = one.from_server();
    ASSERT_EQ(answer[2], std::byte{15});
    const auto size =
        std::to_integer<std::size_t>(answer[10]) | std::to_integer<std::size_t>(answer[11]) << 8;
    rpc::buffer last;
    ASSERT_EQ(context->step(std::span(answer).last(size), last),
              rpc::security::context::progress::done);
    bytes auth3 =
        join(unhex("05001003 10000000 0000 0000 01000000 00000000"), trailer(id), last.bytes());
    set_sizes(auth3, last.size());
    one.to_server(auth3);
    EXPECT_FALSE(one.server.closing());
  }

  static bytes trailer(std::uint8_t id) {
    return {std::byte{10}, std::byte{5}, {}, {}, std::byte{id}, {}, {}, {}};
  }
  static void set_sizes(bytes& pdu, std::size_t token) {
    pdu[8] = static_cast<std::byte>(pdu.size());
    pdu[9] = static_cast<std::byte>(pdu.size() >> 8);
    pdu[10] = static_cast<std::byte>(token);
    pdu[11] = static_cast<std::byte>(token >> 8);
  }

  struct fields {
    std::uint8_t context = 0;
    std::uint8_t opnum = 3;
    std::uint8_t trailer;  // says that it is of this security context
  };
  /// A fragment of call 7 with 16 bytes, protected by a context.
  bytes fragment(std::uint8_t flags, std::uint8_t by, fields says) {
    bytes header = unhex("05000000 10000000 0000 0000 07000000 10000000 0000 0000");
    header[3] = std::byte{flags};
    header[20] = std::byte{says.context};
    header[22] = std::byte{says.opnum};
    bytes body = counting(16);
    const bytes last = trailer(says.trailer);
    bytes pdu = join(header, body, last, bytes(verifier));
    set_sizes(pdu, verifier);
    std::copy_n(pdu.begin(), header.size(), header.begin());
    EXPECT_TRUE(
        contexts[by]->protect({false, false}, {header, body, last}, std::span(pdu).last(verifier)));
    return pdu;
  }
  bytes fragment(std::uint8_t flags, std::uint8_t by) {
    return fragment(flags, by, {.trailer = by});
  }

  pair one;
  std::unique_ptr<rpc::security::context> contexts[3];
};

TEST(Contexts, EachHasItsRequests) {
  two_contexts client;
  client.one.to_server(client.fragment(3, 1));
  ASSERT_EQ(client.one.calls.size(), 1u);
  rpc::buffer stub;
  client.one.server.respond(client.one.calls[0].ticket, stub);
  client.one.to_server(client.fragment(3, 2));
  EXPECT_EQ(client.one.calls.size(), 2u);
}

TEST(Contexts, ARequestIsOfOne) {
  for (const std::uint8_t flags : {0, 1, 2, 3}) {
    two_contexts client;
    client.one.to_server(client.fragment(1, 1));
    client.one.to_server(client.fragment(flags, 2));
    EXPECT_TRUE(client.one.calls.empty());
    EXPECT_EQ(last_fault(client.one), status::sec_pkg_error) << +flags;
  }
}

// What the first fragment has said holds, and the verifier is that of its context.
TEST(Contexts, LaterFragmentsNeedNotNameTheirs) {
  two_contexts client;
  client.one.to_server(client.fragment(1, 1));
  client.one.to_server(client.fragment(0, 1, {111, 111, 111}));
  client.one.to_server(client.fragment(2, 1, {111, 111, 2}));
  ASSERT_EQ(client.one.calls.size(), 1u);
  EXPECT_EQ(client.one.calls[0].opnum, 3);
  EXPECT_EQ(client.one.calls[0].stub.size(), 48u);
}

TEST(Contexts, LaterFragmentsCannotNameAnother) {
  two_contexts client;
  client.one.to_server(client.fragment(1, 1));
  client.one.to_server(client.fragment(2, 1, {.trailer = 111}));
  EXPECT_TRUE(client.one.calls.empty());
  EXPECT_EQ(last_fault(client.one), status::access_denied);
}

TEST(Contexts, LaterFragmentsOfAnotherDoNotVerify) {
  two_contexts client;
  client.one.to_server(client.fragment(1, 1));
  client.one.to_server(client.fragment(2, 2, {111, 111, 111}));
  EXPECT_TRUE(client.one.calls.empty());
  EXPECT_EQ(last_fault(client.one), status::sec_pkg_error);
}

TEST(Contexts, AFragmentWithoutAVerifier) {
  for (const std::uint8_t flags : {0, 1, 2, 3}) {
    two_contexts client;
    client.one.to_server(client.fragment(1, 1));
    bytes plain = plain_fragment(flags);
    plain[12] = std::byte{7};
    client.one.to_server(plain);
    EXPECT_TRUE(client.one.calls.empty());
    EXPECT_EQ(last_fault(client.one), status::proto_error) << +flags;
  }
}

// From then on, on the whole connection. NTLM has signed headers before.
TEST(Contexts, HeaderSigningByAnAlterContextWithoutAToken) {
  two_contexts client;
  bytes alter = unhex(smbtorture_bind);
  alter[2] = std::byte{14};
  client.one.to_server(alter);
  EXPECT_EQ(client.one.from_server()[3], std::byte{3});
  alter[3] = std::byte{7};
  client.one.to_server(alter);
  EXPECT_EQ(client.one.from_server()[3], std::byte{7});
  client.one.to_server(client.fragment(3, 1));
  EXPECT_EQ(client.one.calls.size(), 1u);
}

}  // namespace
