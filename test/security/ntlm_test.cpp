#include <rpc/security.h>

#include "security/context.h"
#include "users.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace {

using rpc::mechanism;
using rpc::protection;
using rpc::security::context;
using rpc::test::converse;
using rpc::test::users;

const rpc::acceptor_credentials& server() {
  static const users file;
  static const rpc::acceptor_credentials credentials{{.ntlm_users = file.path()}};
  return credentials;
}

std::unique_ptr<context> client(std::string_view user, std::string_view password,
                                protection level = protection::privacy) {
  return rpc::credentials(user, "EXAMPLE", password)
      .initiator()
      .initiate({mechanism::ntlm, level, "host/server"});
}

TEST(Ntlm, AUserAndItsPassword) {
  const auto alice = client("alice", "Secret-1");
  const auto acceptor = server().acceptor().accept(mechanism::ntlm, protection::privacy);
  ASSERT_EQ(converse(*alice, *acceptor), context::progress::done);
  EXPECT_EQ(acceptor->principal(), "EXAMPLE\\alice");
  EXPECT_EQ(acceptor->session_key().bytes().size(), 16u);
  EXPECT_EQ(acceptor->session_key().text(), alice->session_key().text());

  std::array<std::byte, 5> body{std::byte{1}, std::byte{2}};
  const auto plain = body;
  std::array<std::byte, 16> verifier{};
  ASSERT_TRUE(alice->protect({true, true}, {{}, body, {}}, verifier));
  EXPECT_NE(body, plain);
  EXPECT_TRUE(acceptor->verify({true, true}, {{}, body, {}}, verifier));
  EXPECT_EQ(body, plain);
}

TEST(Ntlm, AWrongPassword) {
  const auto alice = client("alice", "Secret-2");
  const auto acceptor = server().acceptor().accept(mechanism::ntlm, protection::privacy);
  EXPECT_EQ(converse(*alice, *acceptor), context::progress::failed);
  EXPECT_EQ(acceptor->failure().find("Secret"), std::string::npos);
}

TEST(Ntlm, AnUnknownUser) {
  const auto eve = client("eve", "Secret-1");
  const auto acceptor = server().acceptor().accept(mechanism::ntlm, protection::privacy);
  EXPECT_EQ(converse(*eve, *acceptor), context::progress::failed);
}

TEST(Ntlm, TokensCutAtEachByte) {
  rpc::buffer negotiate;
  ASSERT_EQ(client("alice", "Secret-1")->step({}, negotiate), context::progress::goes_on);
  for (std::size_t size = 0; size < negotiate.size(); ++size) {
    const auto acceptor = server().acceptor().accept(mechanism::ntlm, protection::privacy);
    rpc::buffer reply;
    EXPECT_NE(acceptor->step(negotiate.bytes().first(size), reply), context::progress::done);
  }
}

TEST(Ntlm, WhatIsNotOffered) {
  const rpc::acceptor_credentials none{{.mechanisms = {}}};
  EXPECT_EQ(none.acceptor().accept(mechanism::ntlm, protection::privacy), nullptr);
}

}  // namespace
