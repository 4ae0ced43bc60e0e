// The least protection of calls that headers state, on both ends.

#include "vault.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/fixture.h"
#include "security/users.h"

namespace {

using fixture::status_of;
using rpc::protection;
using rpc::status;

// Decided when the stubs are compiled; the stricter of interface and operation.
static_assert(rpc::least_protection<vault::wire::count>() == protection::integrity);
static_assert(rpc::least_protection<vault::wire::open>() == protection::privacy);
static_assert(rpc::least_protection<old_vault::wire::open>() == protection::none);
static_assert(rpc::least_protection<hall::wire::enter>() == protection::none);
static_assert(rpc::least_protection<hall::wire::look>() == protection::none);
static_assert(rpc::least_protection<hall::wire::sign>() == protection::connect);

/// Counts the calls that reach it.
struct guard : vault::service, hall::service {
  std::uint32_t count() override { return ++calls; }
  std::uint32_t open(std::uint32_t) override { return ++calls; }
  void pour(rpc::pipe<std::uint8_t>& coins) override {
    std::uint8_t room[16];
    while (coins.pull(room) > 0) {
    }
    ++calls;
  }
  std::uint32_t close() override { return ++calls, 0; }
  std::uint32_t count_at(rpc::handle_t) override { return ++calls; }
  std::uint32_t enter() override { return ++calls; }
  std::uint32_t look() override { return ++calls; }
  std::uint32_t sign() override { return ++calls; }

  std::atomic<std::uint32_t> calls = 0;
};

rpc::server_options authenticating(rpc::acceptor_options by = {}) {
  static const rpc::test::users file;
  by.ntlm_users = file.path();
  rpc::server_options options;
  options.security = rpc::acceptor_credentials(by);
  return options;
}

struct running_vault {
  template <class... Required>
  explicit running_vault(rpc::server_options options = authenticating(), Required... required)
      : server(fixture::running_server::with(std::move(options), log)) {
    server.add<vault::service>(service, required...);
    server.add<hall::service>(service, required...);
    tcp = server.listen(fixture::any_port).text();
    local = server.listen(fixture::local_binding()).text();
    server.start();
  }

  fixture::log_book log;
  guard service;
  std::string tcp, local;
  rpc::server server;
};

rpc::connection_options at(protection level) {
  rpc::connection_options options;
  if (level != protection::none)
    options.security = rpc::client_security{.credentials = {"alice", "EXAMPLE", "Secret-1"},
                                            .mechanism = rpc::mechanism::ntlm,
                                            .level = level};
  return options;
}

constexpr protection levels[] = {protection::none, protection::connect, protection::packet,
                                 protection::integrity, protection::privacy};

bool is_integrity(protection level) { return level >= protection::packet; }
bool is_privacy(protection level) { return level == protection::privacy; }

template <class Client>
void pour(const Client& client) {
  std::vector<std::uint8_t> coins(1000, 7);
  std::size_t given = 0;
  rpc::source<std::uint8_t> pipe([&](std::span<std::uint8_t> room) {
    const std::size_t count = std::min(room.size(), coins.size() - given);
    given += count;
    return count;
  });
  client.pour(pipe);
}

TEST(StatedProtection, AClientDoesNotSendWhatHasLess) {
  running_vault peer;
  std::uint32_t sent = 0;
  const auto expect = [&](bool is_enough, status got) {
    EXPECT_EQ(got, is_enough ? status::ok : status::access_denied);
    EXPECT_EQ(peer.service.calls, sent += is_enough ? 1 : 0);
  };
  for (const protection level : levels) {
    SCOPED_TRACE(static_cast<int>(level));
    const rpc::connection over(peer.tcp, at(level));
    const vault::client client(over);
    expect(is_integrity(level), status_of([&] { client.count(); }));
    expect(is_privacy(level), status_of([&] { client.open(1); }));
    expect(is_privacy(level), status_of([&] { pour(client); }));
    expect(is_privacy(level), static_cast<status>(client.close()));
    const hall::client visitor(over);
    expect(true, status_of([&] { visitor.enter(); }));
    expect(true, status_of([&] { visitor.look(); }));
    expect(level >= protection::connect, status_of([&] { visitor.sign(); }));
  }
  EXPECT_FALSE(peer.log.contains("protection"));  // the server saw none of them
}

TEST(StatedProtection, AClientSaysWhatToWrite) {
  running_vault peer;
  std::string text;
  const rpc::connection plain(peer.tcp);
  EXPECT_EQ(status_of([&] { vault::client(plain).open(1); }, &text), status::access_denied);
  EXPECT_TRUE(text.starts_with(
      "vault::open: the header demands the protection privacy, and the connection has none; "
      "set connection_options::security to rpc::client_security{}: access was denied"))
      << text;
  const rpc::connection weak(peer.tcp, at(protection::connect));
  EXPECT_EQ(status_of([&] { vault::client(weak).count(); }, &text), status::access_denied);
  EXPECT_TRUE(
      text.starts_with("vault::count: the header demands the protection integrity, and "
                       "the connection has connect; set client_security::level to "
                       "rpc::protection::integrity: access was denied"))
      << text;
}

TEST(StatedProtection, CredentialsWithoutALevelMeetEach) {
  running_vault peer;
  rpc::connection_options options;
  options.security = rpc::client_security{.credentials = {"alice", "EXAMPLE", "Secret-1"}};
  const rpc::connection over(peer.tcp, options);
  EXPECT_EQ(vault::client(over).open(1), 1u);
}

TEST(StatedProtection, AnonymousClientsHaveNone) {
  auto how = authenticating({.anonymous = true});
  running_vault peer(std::move(how));
  auto options = at(protection::privacy);
  options.security->credentials = rpc::credentials::anonymous();
  const rpc::connection over(peer.tcp, options);
  EXPECT_EQ(status_of([&] { vault::client(over).open(1); }), status::access_denied);
  EXPECT_EQ(status_of([&] { hall::client(over).sign(); }), status::access_denied);
  EXPECT_FALSE(peer.log.contains("protection"));
  EXPECT_EQ(status_of([&] { old_vault::client(over).open(1); }), status::access_denied);
  EXPECT_TRUE(peer.log.gets("vault::open: the call has the protection none, and privacy"));
  EXPECT_EQ(hall::client(over).enter(), 1u);
}

TEST(StatedProtection, TheConnectionOfAHandleCounts) {
  running_vault peer;
  const rpc::connection plain(peer.tcp);
  const rpc::connection whole(peer.tcp, at(protection::integrity));
  const vault::client client(plain);
  EXPECT_EQ(status_of([&] { client.count_at({}); }), status::access_denied);
  EXPECT_EQ(client.count_at(whole), 1u);
  EXPECT_EQ(status_of([&] { vault::client(whole).count_at(plain); }), status::access_denied);
}

TEST(StatedProtection, WhatNoOneElseSeesMeetsEachLevel) {
  running_vault peer;
  const rpc::connection local(peer.local);
  EXPECT_EQ(vault::client(local).open(1), 1u);
  const rpc::connection inside(peer.server);
  EXPECT_EQ(vault::client(inside).open(1), 2u);
  pour(vault::client(inside));
  EXPECT_EQ(peer.service.calls, 3u);
}

TEST(StatedProtection, AServerRefusesClientsThatKnowNothingOfIt) {
  running_vault peer;
  std::uint32_t executed = 0;
  const auto expect = [&](bool is_enough, status got) {
    EXPECT_EQ(got, is_enough ? status::ok : status::access_denied);
    EXPECT_EQ(peer.service.calls, executed += is_enough ? 1 : 0);
  };
  for (const protection level : levels) {
    SCOPED_TRACE(static_cast<int>(level));
    const rpc::connection over(peer.tcp, at(level));
    const old_vault::client client(over);
    expect(is_integrity(level), status_of([&] { client.count(); }));
    expect(is_privacy(level), status_of([&] { client.open(1); }));
    expect(is_privacy(level), status_of([&] { pour(client); }));
  }
  EXPECT_TRUE(
      peer.log.gets("vault::count: the call has the protection none, and integrity is required"));
  EXPECT_TRUE(
      peer.log.gets("vault::open: the call has the protection integrity, and privacy is required"));
  EXPECT_TRUE(
      peer.log.gets("vault::pour: the call has the protection connect, and privacy is required"));
  const rpc::connection local(peer.local);
  EXPECT_EQ(status_of([&] { old_vault::client(local).open(1); }), status::ok);
}

TEST(StatedProtection, TheStricterOfHeaderAndRequirementHolds) {
  running_vault lax(authenticating(), rpc::requirement{.level = protection::none});
  running_vault strict(authenticating(), rpc::requirement{.level = protection::privacy});
  for (const protection level : levels) {
    SCOPED_TRACE(static_cast<int>(level));
    const rpc::connection to_lax(lax.tcp, at(level));
    const rpc::connection to_strict(strict.tcp, at(level));
    const auto call = [](auto one) { return status_of([&] { one(); }) == status::ok; };
    EXPECT_EQ(call([&] { old_vault::client(to_lax).count(); }), is_integrity(level));
    EXPECT_EQ(call([&] { old_vault::client(to_lax).open(1); }), is_privacy(level));
    EXPECT_EQ(call([&] { hall::client(to_lax).enter(); }), true);
    EXPECT_EQ(call([&] { vault::client(to_strict).count(); }), is_privacy(level));
    EXPECT_EQ(call([&] { hall::client(to_strict).look(); }), is_privacy(level));
  }
}

TEST(StatedProtection, NoneLiftsNothing) {
  fixture::log_book log;
  guard service;
  rpc::server server(fixture::running_server::with(authenticating(), log));
  server.add<hall::service>(service);
  const auto where = server.listen("ncacn_ip_tcp:0.0.0.0[0]");
  server.start();
  const rpc::connection plain("ncacn_ip_tcp:127.0.0.1[" + std::to_string(where.port) + "]");
  EXPECT_EQ(status_of([&] { hall::client(plain).look(); }), status::access_denied);
  EXPECT_TRUE(log.gets("hall::look: the call has the protection none, and privacy is required"));
}

}  // namespace
