#include <rpc/error.h>
#include <rpc/security.h>

#include "logon_info.h"
#include "protocol/hex.h"
#include "realm.h"
#include "runtime/fixture.h"
#include "security/context.h"
#include "ticket.h"
#include "users.h"

#include <gtest/gtest.h>

#include <random>
#include <span>
#include <string>
#include <vector>

namespace {

using rpc::mechanism;
using rpc::protection;
using rpc::security::context;
using rpc::test::converse;

const rpc::test::realm& realm() {
  static const rpc::test::realm running;
  return running;
}

const rpc::security::acceptor& server() {
  static const rpc::acceptor_credentials credentials{
      {.keytab = realm().keytab(),
       .mechanisms = {mechanism::spnego, mechanism::kerberos},
       .delegation = true}};
  return credentials.acceptor();
}

std::unique_ptr<context> client(mechanism by, std::string_view target = "host/localhost",
                                protection level = protection::privacy) {
  realm();
  return rpc::credentials().initiator().initiate({by, level, target});
}

using bytes = std::vector<std::byte>;

struct exchange {
  mechanism by;
  std::string target;  // whose key is of AES, or of RC4
  bool seal;
  bool signs_header;
};

struct Kerberos : testing::TestWithParam<exchange> {
  std::unique_ptr<context> alice = client(GetParam().by, GetParam().target);
  std::unique_ptr<context> acceptor = server().accept(GetParam().by, protection::privacy);

  struct sent {
    bytes header, body, trailer, verifier;
  };
  sent send(context& by, std::size_t size) {
    sent made{bytes(24, std::byte{1}), bytes(size, std::byte{2}), bytes(8, std::byte{3}),
              bytes(by.verifier_size(GetParam().seal))};
    EXPECT_TRUE(by.protect({GetParam().seal, GetParam().signs_header},
                           {made.header, made.body, made.trailer}, made.verifier));
    return made;
  }
  bool take(context& by, sent& pdu) {
    return by.verify({GetParam().seal, GetParam().signs_header},
                     {pdu.header, pdu.body, pdu.trailer}, pdu.verifier);
  }
};

TEST_P(Kerberos, BothWays) {
  ASSERT_EQ(converse(*alice, *acceptor), context::progress::done)
      << alice->failure() << " " << acceptor->failure();
  EXPECT_EQ(acceptor->peer().principal, "alice@EXAMPLE.TEST");
  EXPECT_FALSE(acceptor->peer().session_key.empty());
  EXPECT_EQ(acceptor->peer().session_key.text(), alice->peer().session_key.text());
  for (const std::size_t size : {0, 16, 32, 1408, 5760, 65520}) {
    for (int i = 0; i < 4; ++i) {
      auto request = send(*alice, size);
      EXPECT_EQ(request.body != bytes(size, std::byte{2}), GetParam().seal && size > 0);
      ASSERT_TRUE(take(*acceptor, request)) << size;
      EXPECT_EQ(request.body, bytes(size, std::byte{2}));
      auto response = send(*acceptor, size);
      ASSERT_TRUE(take(*alice, response)) << size;
    }
  }
}

TEST_P(Kerberos, RepeatedDroppedAndAltered) {
  ASSERT_EQ(converse(*alice, *acceptor), context::progress::done);
  auto first = send(*alice, 32);
  auto again = first;
  ASSERT_TRUE(take(*acceptor, first));
  EXPECT_FALSE(take(*acceptor, again));
  send(*alice, 32);
  auto third = send(*alice, 32);
  EXPECT_FALSE(take(*acceptor, third));
}

TEST_P(Kerberos, EachPartCounts) {
  for (const auto part : {&sent::header, &sent::body, &sent::trailer, &sent::verifier}) {
    const auto from = client(GetParam().by, GetParam().target);
    const auto to = server().accept(GetParam().by, protection::privacy);
    ASSERT_EQ(converse(*from, *to), context::progress::done);
    auto pdu = send(*from, 32);
    (pdu.*part).back() ^= std::byte{1};
    const bool covered = GetParam().signs_header || part == &sent::body || part == &sent::verifier;
    EXPECT_EQ(take(*to, pdu), !covered);
  }
}

std::vector<exchange> exchanges() {
  std::vector<exchange> all;
  for (const auto by : {mechanism::kerberos, mechanism::spnego})
    for (const auto* const target : {"host/localhost", "old/localhost"})
      for (const bool seal : {false, true})
        for (const bool header : {false, true}) all.push_back({by, target, seal, header});
  return all;
}

void PrintTo(const exchange& of, std::ostream* to) { *to << of.target; }

INSTANTIATE_TEST_SUITE_P(Security, Kerberos, testing::ValuesIn(exchanges()));

TEST(KerberosOf, ATicketOfAnotherServer) {
  realm().local("addprinc -randkey host/other");
  const auto alice = client(mechanism::kerberos, "host/other");
  const auto acceptor = server().accept(mechanism::kerberos, protection::privacy);
  EXPECT_EQ(converse(*alice, *acceptor), context::progress::failed);
}

TEST(KerberosOf, AServerThatThereIsNot) {
  const auto alice = client(mechanism::kerberos, "host/nowhere");
  rpc::buffer token;
  EXPECT_EQ(alice->step({}, token), context::progress::failed);
  EXPECT_NE(alice->failure().find("Kerberos"), std::string::npos);
}

TEST(KerberosOf, APassword) {
  realm();
  const auto alice = rpc::credentials("alice", "EXAMPLE.TEST", "Secret-1")
                         .initiator()
                         .initiate({mechanism::kerberos, protection::privacy, "host/localhost"});
  const auto acceptor = server().accept(mechanism::kerberos, protection::privacy);
  EXPECT_EQ(converse(*alice, *acceptor), context::progress::done);
  EXPECT_THROW((void)rpc::credentials("alice", "EXAMPLE.TEST", "Secret-0")
                   .initiator()
                   .initiate({mechanism::kerberos, protection::privacy, "host/localhost"}),
               rpc::error);
}

/// KRB5CCNAME is another cache, for a while.
struct other_cache {
  explicit other_cache(const std::string& name) { setenv("KRB5CCNAME", name.c_str(), 1); }
  ~other_cache() { setenv("KRB5CCNAME", before.c_str(), 1); }
  const std::string before = (realm(), getenv("KRB5CCNAME"));
};

TEST(KerberosOf, AnExpiredTicket) {
  realm().run("echo Secret-1 | kinit -c FILE:" + realm().path("short") + " -l 1s alice");
  sleep(2);
  const other_cache expired("FILE:" + realm().path("short"));
  EXPECT_THROW(
      {
        const auto alice = client(mechanism::kerberos);
        rpc::buffer token;
        if (alice->step({}, token) == context::progress::failed)
          throw rpc::error(rpc::status::access_denied, alice->failure());
      },
      rpc::error);
}

rpc::identity met_by_server(mechanism by, std::string_view target, bool delegate) {
  realm();
  const auto alice =
      rpc::credentials().initiator().initiate({by, protection::privacy, target, false, delegate});
  const auto acceptor = server().accept(by, protection::privacy);
  EXPECT_EQ(converse(*alice, *acceptor), context::progress::done) << acceptor->failure();
  return acceptor->peer();
}

TEST(KerberosOf, TicketsThatAreLent) {
  for (const auto by : {mechanism::kerberos, mechanism::spnego}) {
    const rpc::identity lender = met_by_server(by, "host/localhost", true);
    ASSERT_TRUE(lender.delegated);
    // The server has no tickets of its own, and calls others as its client; twice.
    const other_cache none("FILE:/nowhere/cache");
    for (const auto* const target : {"host/localhost", "old/localhost"}) {
      const auto onwards = lender.delegated->initiator().initiate(
          {mechanism::kerberos, protection::privacy, target});
      const auto next = server().accept(mechanism::kerberos, protection::privacy);
      ASSERT_EQ(converse(*onwards, *next), context::progress::done) << onwards->failure();
      EXPECT_EQ(next->peer().principal, "alice@EXAMPLE.TEST");
      EXPECT_FALSE(next->peer().delegated);
    }
  }
}

TEST(KerberosOf, AnImplementationCallsOnBehalfOfItsClient) {
  realm();
  rpc::server_options options;
  options.security = rpc::acceptor_credentials{{.keytab = realm().keytab(), .delegation = true}};
  fixture::running_server last(options);
  fixture::running_server first(options);
  std::string who;
  last.service.action = [&] { who = rpc::current_call().identity->principal; };
  first.service.action = [&] {
    const other_cache none("FILE:/nowhere/cache");
    rpc::connection_options onwards;
    onwards.security = rpc::client_security{
        .credentials = rpc::current_call().identity->delegated.value(), .target = "host/localhost"};
    const rpc::connection over(last.tcp, onwards);
    echo::client(over).fail(5);
  };
  rpc::connection_options lends;
  lends.security = rpc::client_security{.target = "host/localhost", .delegate = true};
  const rpc::connection over(first.tcp, lends);
  echo::client(over).fail(5);
  EXPECT_EQ(who, "alice@EXAMPLE.TEST");
}

TEST(KerberosOf, TicketsThatAreNotLent) {
  EXPECT_FALSE(met_by_server(mechanism::kerberos, "host/localhost", false).delegated);
  // The KDC does not trust that server.
  EXPECT_FALSE(met_by_server(mechanism::kerberos, "old/localhost", true).delegated);
}

TEST(KerberosOf, TicketsThatTheServerDoesNotKeep) {
  const rpc::acceptor_credentials strict{{.keytab = realm().keytab()}};
  const auto alice = rpc::credentials().initiator().initiate(
      {mechanism::kerberos, protection::privacy, "host/localhost", false, true});
  const auto acceptor = strict.acceptor().accept(mechanism::kerberos, protection::privacy);
  ASSERT_EQ(converse(*alice, *acceptor), context::progress::done);
  EXPECT_FALSE(acceptor->peer().delegated);
}

TEST(KerberosOf, LentTicketsAreOfKerberosOnly) {
  const rpc::identity lender = met_by_server(mechanism::kerberos, "host/localhost", true);
  ASSERT_TRUE(lender.delegated);
  EXPECT_THROW((void)lender.delegated->initiator().initiate(
                   {mechanism::ntlm, protection::privacy, "host/localhost"}),
               rpc::error);
}

using rpc::test::domain_ticket;
const auto logon_info = rpc::test::unhex(rpc::test::logon_info);

TEST(KerberosOf, GroupsOfADomainsTicket) {
  const domain_ticket ticket(realm(), logon_info);
  const other_cache domain(ticket.cache());
  for (const auto by : {mechanism::kerberos, mechanism::spnego}) {
    const rpc::identity alice = met_by_server(by, "host/localhost", false);
    EXPECT_EQ(alice.principal, "alice@EXAMPLE.TEST");
    EXPECT_EQ(alice.sid, "S-1-5-21-1-2-3-1103");
    ASSERT_EQ(alice.groups.size(), 4u);
    EXPECT_EQ(alice.groups[1], "S-1-5-21-1-2-3-1200");
  }
}

TEST(KerberosOf, ATicketOfMitHasNoGroups) {
  const rpc::identity alice = met_by_server(mechanism::kerberos, "host/localhost", false);
  EXPECT_EQ(alice.sid, "");
  EXPECT_TRUE(alice.groups.empty());
}

TEST(KerberosOf, GroupsWhoseSignatureIsWrongDoNotCount) {
  const domain_ticket ticket(realm(), logon_info, {.signature = true});
  const other_cache domain(ticket.cache());
  const rpc::identity alice = met_by_server(mechanism::kerberos, "host/localhost", false);
  EXPECT_EQ(alice.sid, "");
  EXPECT_TRUE(alice.groups.empty());
}

TEST(KerberosOf, GroupsThatCannotBeRead) {
  const domain_ticket ticket(realm(), std::span(logon_info).first(100));
  const other_cache domain(ticket.cache());
  const auto alice = client(mechanism::kerberos);
  const auto acceptor = server().accept(mechanism::kerberos, protection::privacy);
  EXPECT_EQ(converse(*alice, *acceptor), context::progress::failed);
  EXPECT_EQ(acceptor->failure(), "Kerberos: the ticket's account cannot be read");
}

/// Why the server does not take a ticket.
std::string refusal_of(const domain_ticket::faults& wrong) {
  const domain_ticket ticket(realm(), logon_info, wrong);
  const other_cache domain(ticket.cache());
  const auto alice = client(mechanism::kerberos);
  const auto acceptor = server().accept(mechanism::kerberos, protection::privacy);
  EXPECT_EQ(converse(*alice, *acceptor), context::progress::failed) << alice->failure();
  return acceptor->failure();
}

TEST(KerberosOf, ATicketThatHasExpiredAtTheServer) {
  EXPECT_NE(refusal_of({.begins = -7200, .ends = -3600}).find("expired"), std::string::npos);
}

TEST(KerberosOf, ATicketThatIsNotValidYet) {
  EXPECT_NE(refusal_of({.begins = 3600, .ends = 7200}).find("not yet valid"), std::string::npos);
}

TEST(KerberosOf, ClockSkew) {
  for (const krb5_deltat ahead : {-1800, 1800}) {
    const std::string why = refusal_of({.begins = -3600, .client_clock = ahead});
    EXPECT_NE(why.find("Clock skew"), std::string::npos) << why;
  }
}

TEST(KerberosOf, FirstTokensCutOrChangedAnywhere) {
  std::mt19937 random(19);
  for (const auto by : {mechanism::kerberos, mechanism::spnego}) {
    rpc::buffer token;
    realm();
    ASSERT_EQ(rpc::credentials()
                  .initiator()
                  .initiate({by, protection::privacy, "host/localhost", false, true})
                  ->step({}, token),
              context::progress::goes_on);
    const auto attempt = [&](std::span<const std::byte> changed) {
      rpc::buffer reply;
      ASSERT_NE(server().accept(by, protection::privacy)->step(changed, reply),
                context::progress::done);
    };
    for (std::size_t size = 0; size < token.size(); ++size) attempt(token.bytes().first(size));
    for (int i = 0; i < 50'000; ++i) {
      bytes changed(token.bytes().begin(), token.bytes().end());
      for (unsigned n = 0; n <= random() % 4; ++n)
        changed[random() % changed.size()] = static_cast<std::byte>(random());
      if (random() % 4 == 0) changed.resize(random() % changed.size());
      attempt(changed);
    }
  }
  EXPECT_EQ(met_by_server(mechanism::kerberos, "host/localhost", false).principal,
            "alice@EXAMPLE.TEST");
}

/// Clients that cannot make a token do not get as far as to the server.
TEST(KerberosOf, WhatClientsAreToldOfATokenThatCannotBeMade) {
  rpc::server server;
  const std::string where = server.listen("ncacn_ip_tcp:127.0.0.1[0]").text();
  server.start();
  rpc::connection_options options;
  options.security = rpc::client_security{.target = "host/nowhere"};
  const rpc::connection over(where, options);
  std::string text;
  EXPECT_EQ(fixture::status_of([&] { echo::client(over).add_one(1); }, &text),
            rpc::status::sec_pkg_error);
  EXPECT_NE(text.find("Kerberos: Server host/nowhere@EXAMPLE.TEST not found"), std::string::npos)
      << text;
}

TEST(KerberosOf, NoCredentials) {
  const other_cache none("FILE:" + realm().path("nothing"));
  for (const auto by : {mechanism::kerberos, mechanism::spnego}) {
    std::string text;
    try {
      (void)client(by);
    } catch (const rpc::error& thrown) {
      EXPECT_EQ(thrown.code(), rpc::status::sec_pkg_error);
      text = thrown.what();
    }
    EXPECT_EQ(text, "no credentials: No Kerberos credentials available (default cache: FILE:" +
                        realm().path("nothing") + ")" +
                        (by == mechanism::spnego ? "; NTLM needs a user and a password" : "") +
                        ": authentication failed (RPC_S_SEC_PKG_ERROR, 0x721)");
  }
}

TEST(KerberosOf, AKeytabThatThereIsNot) {
  EXPECT_THROW(rpc::acceptor_credentials({.keytab = "/nowhere/keytab"}), rpc::error);
}

}  // namespace
