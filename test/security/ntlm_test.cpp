#include <rpc/error.h>
#include <rpc/security.h>

#include "protocol/hex.h"
#include "security/context.h"
#include "users.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

namespace {

using rpc::mechanism;
using rpc::protection;
using rpc::security::context;
using rpc::test::bytes;
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
  EXPECT_EQ(acceptor->peer().principal, "EXAMPLE\\alice");
  EXPECT_EQ(acceptor->peer().session_key.bytes().size(), 16u);
  EXPECT_EQ(acceptor->peer().session_key.text(), alice->peer().session_key.text());

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

std::unique_ptr<context> anonymous_client() {
  return rpc::credentials::anonymous().initiator().initiate(
      {mechanism::ntlm, protection::privacy, "host/server"});
}

TEST(Ntlm, AnAnonymousClientIsRefused) {
  const auto stranger = anonymous_client();
  const auto acceptor = server().acceptor().accept(mechanism::ntlm, protection::privacy);
  EXPECT_EQ(converse(*stranger, *acceptor), context::progress::failed);
  EXPECT_EQ(acceptor->failure(),
            "NTLM: an anonymous client, and acceptor_options::anonymous is false");
}

TEST(Ntlm, AnAnonymousClientIsAccepted) {
  const users file;
  const rpc::acceptor_credentials open{{.ntlm_users = file.path(), .anonymous = true}};
  const auto stranger = anonymous_client();
  const auto acceptor = open.acceptor().accept(mechanism::ntlm, protection::privacy);
  ASSERT_EQ(converse(*stranger, *acceptor), context::progress::done) << acceptor->failure();
  EXPECT_EQ(acceptor->peer().principal, "");
  EXPECT_EQ(acceptor->peer().session_key.text(), stranger->peer().session_key.text());
  EXPECT_EQ(acceptor->peer().session_key.bytes().size(), 16u);
}

/// What has a name or a response has to prove something.
TEST(Ntlm, HalfAnAnonymousClient) {
  const users file;
  const rpc::acceptor_credentials open{{.ntlm_users = file.path(), .anonymous = true}};
  for (const std::size_t field : {20, 36}) {  // response of NT, user
    const auto stranger = anonymous_client();
    const auto acceptor = open.acceptor().accept(mechanism::ntlm, protection::privacy);
    rpc::buffer first, second, third, nothing;
    ASSERT_EQ(stranger->step({}, first), context::progress::goes_on);
    ASSERT_EQ(acceptor->step(first.bytes(), second), context::progress::goes_on);
    ASSERT_EQ(stranger->step(second.bytes(), third), context::progress::done);
    third.data()[field] = std::byte{2};
    EXPECT_EQ(acceptor->step(third.bytes(), nothing), context::progress::failed);
  }
}

TEST(Ntlm, ClientsAskToSignWhereSomethingIsSigned) {
  for (const auto& who :
       {rpc::credentials("alice", "EXAMPLE", "Secret-1"), rpc::credentials::anonymous()})
    for (const protection level :
         {protection::connect, protection::packet, protection::integrity, protection::privacy}) {
      const auto client = who.initiator().initiate({mechanism::ntlm, level, "host/server"});
      rpc::buffer first;
      ASSERT_EQ(client->step({}, first), context::progress::goes_on);
      const auto sign_and_seal = first.data()[12] & std::byte{0x30};
      EXPECT_EQ(sign_and_seal, level == protection::connect ? std::byte{0} : std::byte{0x30});
    }
}

/// As servers of Windows do: they have none of their verifiers accepted.
TEST(Ntlm, ClientsThatDoNotAgreeToSign) {
  const users file;
  const rpc::acceptor_credentials open{{.ntlm_users = file.path(), .anonymous = true}};
  for (const protection level :
       {protection::connect, protection::packet, protection::integrity, protection::privacy}) {
    const auto stranger = anonymous_client();
    const auto acceptor = open.acceptor().accept(mechanism::ntlm, level);
    rpc::buffer first, second, third, nothing;
    ASSERT_EQ(stranger->step({}, first), context::progress::goes_on);
    ASSERT_EQ(acceptor->step(first.bytes(), second), context::progress::goes_on);
    ASSERT_EQ(stranger->step(second.bytes(), third), context::progress::done);
    third.data()[60] &= ~std::byte{0x10};  // sign, of the flags
    EXPECT_EQ(acceptor->step(third.bytes(), nothing),
              level == protection::privacy ? context::progress::failed : context::progress::done);
    bytes header(24), body(16), trailer(8), verifier(16);
    ASSERT_TRUE(stranger->protect({}, {header, body, trailer}, verifier));
    EXPECT_FALSE(acceptor->verify({}, {header, body, trailer}, verifier));
    EXPECT_FALSE(acceptor->protect({}, {header, body, trailer}, verifier));
  }
}

/// The message as MS-NLMP 2.2.1.3 and 3.1.5.1.2 have it, but for its key.
TEST(Ntlm, WhatAnAnonymousClientSays) {
  const auto stranger = anonymous_client();
  const auto acceptor = server().acceptor().accept(mechanism::ntlm, protection::privacy);
  rpc::buffer first, second, third;
  ASSERT_EQ(stranger->step({}, first), context::progress::goes_on);
  ASSERT_EQ(acceptor->step(first.bytes(), second), context::progress::goes_on);
  ASSERT_EQ(stranger->step(second.bytes(), third), context::progress::done);
  const auto said = rpc::test::unhex(
      "4e544c4d53535000 03000000"
      "0100 0100 48000000"  // LM
      "0000 0000 49000000"  // NT
      "0000 0000 49000000"  // domain
      "0000 0000 49000000"  // user
      "0000 0000 49000000"  // workstation
      "1000 1000 49000000"  // session key
      "358a08e2"            // flags, ANONYMOUS among them
      "060200000000000f"
      "00");
  ASSERT_EQ(third.size(), said.size() + 16);
  EXPECT_TRUE(std::ranges::equal(third.bytes().first(said.size()), said));
}

TEST(Ntlm, AnonymousClientsAreOfNtlmOnly) {
  const auto of = [](mechanism by, bool mutual) {
    return rpc::credentials::anonymous().initiator().initiate(
        {by, protection::privacy, "host/server", mutual});
  };
  EXPECT_NO_THROW((void)of(mechanism::spnego, false));
  EXPECT_THROW((void)of(mechanism::spnego, true), rpc::error);
  EXPECT_THROW((void)of(mechanism::kerberos, false), rpc::error);
}

/// What is said of a file of users.
std::string complaint_of(const std::string& text) {
  const std::string path =
      std::filesystem::temp_directory_path() / ("bad." + std::to_string(getpid()));
  std::ofstream(path) << text;
  std::string said;
  try {
    const rpc::acceptor_credentials made{{.ntlm_users = path}};
  } catch (const rpc::error& thrown) {
    said = std::string(thrown.what()).substr(path.size());
  }
  std::filesystem::remove(path);
  return said;
}

TEST(Ntlm, FilesOfUsers) {
  EXPECT_EQ(complaint_of("# one\n\nEXAMPLE:alice:Secret:1\n:bob:\n"), "");
  EXPECT_EQ(complaint_of("EXAMPLE:alice:x\nalice=Secret-1\n"),
            ", line 2: a user of NTLM is written DOMAIN:user:password: authentication failed "
            "(RPC_S_SEC_PKG_ERROR, 0x721)");
  EXPECT_EQ(complaint_of("# nothing\n"),
            ": no user of NTLM, which is written DOMAIN:user:password: authentication failed "
            "(RPC_S_SEC_PKG_ERROR, 0x721)");
  try {
    const rpc::acceptor_credentials made{{.ntlm_users = "/nowhere/users"}};
    ADD_FAILURE();
  } catch (const rpc::error& thrown) {
    EXPECT_NE(std::string(thrown.what()).find("No such file"), std::string::npos);
  }
}

TEST(Ntlm, WhatIsNotOffered) {
  const rpc::acceptor_credentials none{{.mechanisms = {}}};
  EXPECT_EQ(none.acceptor().accept(mechanism::ntlm, protection::privacy), nullptr);
}

}  // namespace
