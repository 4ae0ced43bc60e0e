#ifndef TEST_SECURITY_ATTACKS_H
#define TEST_SECURITY_ATTACKS_H

#include "pair.h"

#include <gtest/gtest.h>

#include <memory>

namespace rpc::test {

/// A client and a server that have authenticated each other.
inline std::unique_ptr<pair> bound(protection level, mechanism by = mechanism::ntlm) {
  auto made = std::make_unique<pair>(level, by);
  EXPECT_TRUE(made->bind());
  return made;
}

/// The status of the fault that the server sends last, and closes with.
inline status last_fault(pair& of) {
  const auto pdus = pair::split(of.from_server());
  if (pdus.empty() || pdus.back()[2] != std::byte{3} || !of.server.closing()) return status::ok;
  std::uint32_t code = 0;
  for (int i = 3; i >= 0; --i)
    code =
        code << 8 | std::to_integer<std::uint32_t>(pdus.back()[24 + static_cast<std::size_t>(i)]);
  return status{code};
}

/// A fragment without a trailer, of call 1 and opnum 3.
inline bytes plain_fragment(std::uint8_t flags) {
  bytes pdu = unhex("05000003 10000000 2000 0000 01000000 08000000 0000 0300 0102030405060708");
  pdu[3] = std::byte{flags};
  return pdu;
}

/// A bind with a trailer of one token.
inline bytes bind_with(std::uint8_t type, std::uint8_t level, std::uint8_t padding,
                       const bytes& token) {
  bytes pdu = unhex(rpc::test::smbtorture_bind);
  const bytes trailer{
      std::byte{type}, std::byte{level}, std::byte{padding}, {}, std::byte{1}, {}, {}, {}};
  pdu = join(pdu, trailer, token);
  pdu[8] = static_cast<std::byte>(pdu.size());
  pdu[9] = static_cast<std::byte>(pdu.size() >> 8);
  pdu[10] = static_cast<std::byte>(token.size());
  pdu[11] = static_cast<std::byte>(token.size() >> 8);
  return pdu;
}

inline bytes first_token(mechanism by) {
  auto client = pair::as("alice", "Secret-1", by, protection::privacy);
  rpc::buffer token;
  (void)client.context->step({}, token);
  return {token.bytes().begin(), token.bytes().end()};
}

/// alter_context with a token, for a security context by number.
inline bytes alter_with(std::uint8_t level, std::uint8_t id, const bytes& token) {
  bytes pdu = bind_with(10, level, 0, token);
  pdu[2] = std::byte{14};
  pdu[pdu.size() - token.size() - 4] = std::byte{id};
  return pdu;
}

}  // namespace rpc::test

#endif  // TEST_SECURITY_ATTACKS_H
