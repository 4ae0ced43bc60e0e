// Calls of clients that authenticate, over a real socket.

#include "runtime/fixture.h"
#include "security/context.h"
#include "users.h"

#include <rpc/reconnecting.h>

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <string>
#include <vector>

namespace {

using rpc::mechanism;
using rpc::protection;
using rpc::status;

const rpc::acceptor_credentials& acceptor() {
  static const rpc::test::users file;
  static const rpc::acceptor_credentials credentials{{.ntlm_users = file.path()}};
  return credentials;
}

rpc::server_options authenticating() {
  rpc::server_options options;
  options.security = acceptor();
  return options;
}

rpc::connection_options as(std::string_view user, std::string_view password, mechanism by,
                           protection level) {
  rpc::connection_options options;
  options.security = rpc::client_security{
      .credentials = {user, "EXAMPLE", password}, .mechanism = by, .level = level};
  return options;
}

struct combination {
  mechanism by;
  protection level;
  std::uint16_t fragment;
  bool ndr64;
};

void PrintTo(const combination& c, std::ostream* to) { *to << c.fragment; }

struct Calls : testing::TestWithParam<combination> {
  fixture::running_server peer{authenticating()};

  rpc::connection_options alice() {
    auto options = as("alice", "Secret-1", GetParam().by, GetParam().level);
    options.max_fragment = GetParam().fragment;
    options.ndr64 = GetParam().ndr64;
    return options;
  }
};

TEST_P(Calls, SmallAndLarge) {
  for (const auto way : {fixture::via::tcp, fixture::via::local, fixture::via::in_process}) {
    const auto over = peer.connect(way, alice());
    const echo::client client(*over);
    const other::client second(*over);  // by an alter_context
    for (std::uint32_t i = 0; i < 50; ++i) {
      ASSERT_EQ(client.add_one(i), i + 1);
      ASSERT_EQ(second.twice(i), 2 * i);
    }
    for (const std::size_t size : {1, 7, 8, 1400, 5800, 65528, 300000}) {
      std::vector<std::uint8_t> data(size);
      std::iota(data.begin(), data.end(), std::uint8_t{1});
      auto expected = data;
      std::reverse(expected.begin(), expected.end());
      client.reverse(static_cast<std::uint32_t>(size), data.data());
      ASSERT_EQ(data, expected) << size;
    }
  }
}

TEST_P(Calls, TheImplementationLearnsWhoCalls) {
  std::string who;
  protection level{};
  std::size_t key = 0;
  peer.service.action = [&] {
    const rpc::caller& by = rpc::current_call();
    who = by.identity->principal;
    level = by.identity->level;
    key = by.identity->session_key.bytes().size();
  };
  const auto over = peer.connect(fixture::via::tcp, alice());
  echo::client(*over).fail(5);
  EXPECT_EQ(who, "EXAMPLE\\alice");
  EXPECT_EQ(level, GetParam().level);
  EXPECT_EQ(key, 16u);
}

TEST_P(Calls, FaultsComeThrough) {
  const auto over = peer.connect(fixture::via::tcp, alice());
  const echo::client client(*over);
  EXPECT_EQ(fixture::status_of([&] { client.fail(2); }), status::access_denied);
  EXPECT_EQ(fixture::status_of([&] { client.unknown(); }), status::op_rng_error);
  EXPECT_EQ(client.add_one(1), 2u);
}

TEST_P(Calls, ManyThreads) {
  const auto over = peer.connect(fixture::via::tcp, alice());
  const echo::client client(*over);
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (std::uint32_t i = 0; i < 200; ++i) right += client.add_one(i) == i + 1 ? 1 : 0;
    });
  for (auto& each : threads) each.join();
  EXPECT_EQ(right, 800);
}

TEST_P(Calls, AWrongPasswordIsRefused) {
  auto options = alice();
  options.security->credentials = {"alice", "EXAMPLE", "Secret-0"};
  std::string text;
  const auto code = fixture::status_of(
      [&] {
        const auto over = peer.connect(fixture::via::tcp, options);
        echo::client(*over).add_one(1);
      },
      &text);
  EXPECT_TRUE(code == status::access_denied || code == status::sec_pkg_error) << text;
  EXPECT_EQ(text.find("Secret"), std::string::npos);
  EXPECT_TRUE(peer.log.gets("authentication failed"));
  EXPECT_FALSE(peer.log.contains("Secret"));
  EXPECT_EQ(echo::client(*peer.connect(fixture::via::tcp, alice())).add_one(1), 2u);
}

std::string name_of(const testing::TestParamInfo<combination>& info) {
  const auto& c = info.param;
  const std::string by = c.by == mechanism::ntlm ? "ntlm" : "spnego";
  const char* const levels[] = {"", "none", "connect", "call", "packet", "integrity", "privacy"};
  return by + "_" + levels[static_cast<int>(c.level)] + "_" + std::to_string(c.fragment) +
         (c.ndr64 ? "_ndr64" : "_ndr20");
}

std::vector<combination> combinations() {
  std::vector<combination> all;
  for (const auto by : {mechanism::ntlm, mechanism::spnego})
    for (const auto level :
         {protection::connect, protection::packet, protection::integrity, protection::privacy})
      for (const std::uint16_t fragment : {0, 2048})
        for (const bool ndr64 : {false, true}) all.push_back({by, level, fragment, ndr64});
  return all;
}

INSTANTIATE_TEST_SUITE_P(Security, Calls, testing::ValuesIn(combinations()), name_of);

/// A server whose interface demands `required`.
struct guarded {
  explicit guarded(rpc::requirement required, rpc::server_options options = authenticating())
      : server(fixture::running_server::with(std::move(options), log)) {
    server.add<echo::service>(service, std::move(required));
    where = server.listen(fixture::any_port).text();
    local = server.listen(fixture::local_binding()).text();
    server.start();
  }
  status call(const std::string& at, const rpc::connection_options& options = {}) const {
    return fixture::status_of([&] {
      const rpc::connection over(at, options);
      echo::client(over).add_one(1);
    });
  }

  fixture::log_book log;
  fixture::echo_service service;
  std::string where;
  std::string local;
  rpc::server server;
};

TEST(Requirement, TheLeastProtection) {
  const protection levels[] = {protection::connect, protection::packet, protection::integrity,
                               protection::privacy};
  for (const protection least : levels) {
    guarded peer({.level = least});
    EXPECT_EQ(peer.call(peer.where), status::access_denied);
    EXPECT_EQ(peer.call(peer.local), status::ok);
    for (const protection level : levels) {
      const bool enough =
          level >= least || (level == protection::packet && least == protection::integrity);
      EXPECT_EQ(peer.call(peer.where, as("alice", "Secret-1", mechanism::ntlm, level)),
                enough ? status::ok : status::access_denied);
    }
    EXPECT_TRUE(peer.log.gets("echo::add_one: the call has the protection none, and"));
  }
}

// CVE-2022-38023: calls that are only signed, where they were to be sealed; and the mechanism that
// it was about, Netlogon's secure channel with its weak keys, is not offered.
TEST(Requirement, Cve202238023) {
  guarded peer({.level = protection::privacy});
  int executed = 0;
  peer.service.action = [&] { ++executed; };
  for (const auto by : {mechanism::ntlm, mechanism::spnego})
    for (const auto level : {protection::connect, protection::packet, protection::integrity}) {
      const rpc::connection over(peer.where, as("alice", "Secret-1", by, level));
      EXPECT_EQ(fixture::status_of([&] { echo::client(over).fail(5); }), status::access_denied);
    }
  EXPECT_EQ(executed, 0);
  EXPECT_TRUE(peer.log.gets("integrity, and privacy is required"));
  EXPECT_EQ(acceptor().acceptor().accept(mechanism{68}, protection::privacy), nullptr);
}

TEST(Requirement, AMechanismThatCounts) {
  guarded peer({.mechanisms = {mechanism::kerberos}});
  EXPECT_EQ(peer.call(peer.where, as("alice", "Secret-1", mechanism::ntlm, protection::privacy)),
            status::access_denied);
  EXPECT_TRUE(peer.log.gets("a mechanism that does not count"));
}

TEST(Requirement, WhoIsAuthorised) {
  guarded peer({.authorise = [](const rpc::caller& by, std::uint16_t) {
    return by.identity != nullptr && by.identity->principal == "EXAMPLE\\bob";
  }});
  EXPECT_EQ(peer.call(peer.where, as("alice", "Secret-1", mechanism::ntlm, protection::privacy)),
            status::access_denied);
  EXPECT_EQ(peer.call(peer.where, as("bob", "Secret-2", mechanism::ntlm, protection::privacy)),
            status::ok);
  EXPECT_EQ(peer.call(peer.local), status::access_denied);
  EXPECT_TRUE(peer.log.gets("EXAMPLE\\alice is not authorised"));
}

rpc::connection_options anonymous(mechanism by, protection level) {
  rpc::connection_options options;
  options.security = rpc::client_security{
      .credentials = rpc::credentials::anonymous(), .mechanism = by, .level = level};
  return options;
}

TEST(Anonymous, IsRefused) {
  for (const auto by : {mechanism::ntlm, mechanism::spnego}) {
    guarded peer({.level = protection::none});
    const auto code = peer.call(peer.where, anonymous(by, protection::privacy));
    EXPECT_TRUE(code == status::access_denied || code == status::sec_pkg_error);
    EXPECT_TRUE(peer.log.gets("acceptor_options::anonymous"));
    EXPECT_EQ(peer.call(peer.where), status::ok);
  }
}

TEST(Anonymous, IsAcceptedAsUnauthenticatedWhereTheServerSaysSo) {
  const rpc::test::users file;
  rpc::server_options options;
  options.security = rpc::acceptor_credentials{{.ntlm_users = file.path(), .anonymous = true}};
  for (const auto by : {mechanism::ntlm, mechanism::spnego})
    for (const auto level : {protection::connect, protection::integrity, protection::privacy}) {
      guarded open({.level = protection::none}, options);
      bool authenticated = true;
      open.service.action = [&] { authenticated = rpc::current_call().identity != nullptr; };
      const rpc::connection over(open.where, anonymous(by, level));
      echo::client(over).fail(5);
      EXPECT_FALSE(authenticated);
      // Each level, that of connect as well, is of those that have said who they are.
      guarded closed({.level = protection::connect}, options);
      EXPECT_EQ(closed.call(closed.where, anonymous(by, level)), status::access_denied);
      EXPECT_TRUE(closed.log.gets("the call has the protection none"));
    }
}

TEST(Requirement, ServersThatOthersReachSayWhoMayCall) {
  rpc::server open;
  try {
    open.listen("ncacn_ip_tcp:0.0.0.0[0]");
    ADD_FAILURE();
  } catch (const std::logic_error& thrown) {
    EXPECT_NE(std::string(thrown.what()).find("server_options::security"), std::string::npos);
  }
  for (const bool anonymous : {false, true}) {
    rpc::server_options options = anonymous ? rpc::server_options{} : authenticating();
    options.allow_anonymous = anonymous;
    fixture::log_book log;
    fixture::echo_service service;
    rpc::server server(fixture::running_server::with(std::move(options), log));
    server.add<echo::service>(service);
    const auto where = server.listen("ncacn_ip_tcp:0.0.0.0[0]");
    server.start();
    const auto call = [&](const rpc::connection_options& how) {
      return fixture::status_of([&] {
        const rpc::connection over("ncacn_ip_tcp:127.0.0.1[" + std::to_string(where.port) + "]",
                                   how);
        echo::client(over).add_one(1);
      });
    };
    EXPECT_EQ(call({}), anonymous ? status::ok : status::access_denied);
    if (!anonymous) {
      EXPECT_EQ(call(as("bob", "Secret-2", mechanism::ntlm, protection::integrity)),
                status::access_denied);
      EXPECT_EQ(call(as("bob", "Secret-2", mechanism::ntlm, protection::privacy)), status::ok);
    }
  }
}

TEST(Requirement, ServersWithoutMechanismsRefuseBinds) {
  fixture::running_server peer;
  EXPECT_EQ(fixture::status_of([&] {
              const auto over = peer.connect(
                  fixture::via::tcp, as("alice", "Secret-1", mechanism::ntlm, protection::privacy));
              echo::client(*over).add_one(1);
            }),
            status::unknown_authn_service);
  EXPECT_TRUE(peer.log.gets("authentication by NTLM (10), which is not offered"));
}

TEST(CurrentCall, ThrowsElsewhere) {
  EXPECT_EQ(fixture::status_of([] { (void)rpc::current_call(); }), status::invalid_binding);
}

TEST(Reconnecting, EachConnectionAuthenticates) {
  fixture::running_server first{authenticating()}, second{authenticating()};
  rpc::reconnect_options options;
  options.connection = as("alice", "Secret-1", mechanism::spnego, protection::privacy);
  const std::vector<std::string> servers{first.tcp, second.tcp};
  const echo::client client(rpc::reconnecting(servers, options));
  std::string who;
  second.service.action = [&] { who = rpc::current_call().identity->principal; };
  EXPECT_EQ(client.add_one(1), 2u);
  first.server.stop();
  client.fail(5);
  EXPECT_EQ(who, "EXAMPLE\\alice");
  // It would fail again.
  options.connection = as("alice", "Secret-2", mechanism::spnego, protection::privacy);
  const status code =
      fixture::status_of([&] { echo::client(rpc::reconnecting(servers[1], options)).fail(5); });
  EXPECT_TRUE(code == status::access_denied || code == status::sec_pkg_error);
}

}  // namespace
