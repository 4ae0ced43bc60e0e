// Who may connect, bind and call.

#include "raw_client.h"
#include "transport/socket.h"

#include <sys/stat.h>

namespace {

using namespace fixture;

constexpr rpc::syntax_id echo_id = rpc::interface<echo::service>::id;

std::uint32_t call_echo(rpc::connection& peer) { return echo::client(peer).add_one(1); }

TEST(Access, ClientsAreAdmittedByWhoTheyAre) {
  std::vector<rpc::caller> seen;
  rpc::server_options options;
  options.may_connect = [&](const rpc::caller& from) {
    seen.push_back(from);
    return from.local.has_value();
  };
  running_server at(options);
  EXPECT_EQ(call_echo(*at.connect(via::local)), 2u);
  EXPECT_NE(status_of([&] { call_echo(*at.connect(via::tcp)); }), rpc::status::ok);
  at.server.stop();
  ASSERT_EQ(seen.size(), 2u);
  ASSERT_TRUE(seen[0].local);
  EXPECT_EQ(seen[0].local->user, ::geteuid());
  EXPECT_EQ(seen[0].local->group, ::getegid());
  EXPECT_EQ(seen[0].local->process, ::getpid());
  EXPECT_EQ(seen[0].peer, "ncalrpc:user " + std::to_string(::geteuid()));
  EXPECT_FALSE(seen[1].local);
  EXPECT_EQ(seen[1].peer, "ncacn_ip_tcp:127.0.0.1");
}

TEST(Access, AnInterfaceThatAClientMayNotBindIsNotServed) {
  rpc::server_options options;
  options.may_bind = [](const rpc::caller& from, const rpc::syntax_id& to) {
    return from.local || to.id != echo_id.id;
  };
  running_server at(options);
  EXPECT_EQ(call_echo(*at.connect(via::local)), 2u);
  const auto peer = at.connect(via::tcp);
  EXPECT_EQ(other::client(*peer).twice(2), 4u);
  EXPECT_EQ(status_of([&] { call_echo(*peer); }), rpc::status::unknown_interface);
}

TEST(Access, CallsAreRefusedBeforeTheyExecute) {
  rpc::server_options options;
  options.may_call = [](const rpc::caller&, const rpc::syntax_id& of, std::uint16_t opnum) {
    return of.id != echo_id.id || opnum == 0;
  };
  running_server at(options);
  for (const via way : {via::tcp, via::local, via::in_process}) {
    const auto peer = at.connect(way);
    EXPECT_EQ(call_echo(*peer), 2u);
    EXPECT_EQ(other::client(*peer).twice(2), 4u);
    EXPECT_EQ(status_of([&] { echo::client(*peer).sleep(0); }), rpc::status::access_denied);
  }
  EXPECT_EQ(at.service.slept, 0);
  EXPECT_TRUE(at.log.gets("ncacn_ip_tcp:127.0.0.1: echo::"));
}

TEST(Access, AnEndpointMayServeSomeInterfacesOnly) {
  rpc::server server;
  echo_service service;
  other_service others;
  server.add<echo::service>(service);
  server.add<other::service>(others);
  const std::string all = server.listen(any_port).text();
  const std::string some = server.listen(any_port, {.interfaces = {echo_id.id}}).text();
  server.start();
  rpc::connection to_all(all);
  EXPECT_EQ(other::client(to_all).twice(2), 4u);
  rpc::connection to_some(some);
  EXPECT_EQ(call_echo(to_some), 2u);
  EXPECT_EQ(status_of([&] { other::client(to_some).twice(2); }), rpc::status::unknown_interface);
}

TEST(Access, OfAUnixSocketIsThatOfItsFile) {
  rpc::server server;
  const std::string path = socket_path();
  server.listen("ncalrpc:[" + path + "]", {.access = {.mode = 0600}});
  struct stat file{};
  ASSERT_EQ(::stat(path.c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 07777, 0600u);

  std::string text;
  EXPECT_EQ(status_of([&] { server.listen("ncalrpc:[@" + path + "]", {.access = {.mode = 0600}}); },
                      &text),
            rpc::status::cannot_listen);
  EXPECT_NE(text.find("the owner or mode of its file"), text.npos) << text;
}

TEST(Access, WithoutAHostAServerListensOnTheLoopbackOnly) {
  rpc::server server;
  const rpc::endpoint where = server.listen("ncacn_ip_tcp:[0]");
  server.start();
  EXPECT_TRUE(raw_client("ncacn_ip_tcp:127.0.0.1[" + std::to_string(where.port) + "]").connected());
  // The whole of 127.0.0.0/8 is this machine: a socket on all addresses would accept this one.
  EXPECT_NE(status_of([&] {
              rpc::connection("ncacn_ip_tcp:127.0.0.2[" + std::to_string(where.port) + "]");
            }),
            rpc::status::ok);
}

TEST(Peers, OfIpv6AreNetworksOf64Bits) {
  using rpc::transport::network_of;
  EXPECT_EQ(network_of("ncacn_ip_tcp:2001:db8:1:2:3:4:5:6"), "ncacn_ip_tcp:2001:db8:1:2::/64");
  EXPECT_EQ(network_of("ncacn_ip_tcp:2001:db8:1:2:ffff::1"), "ncacn_ip_tcp:2001:db8:1:2::/64");
  EXPECT_EQ(network_of("ncacn_ip_tcp:2001:db8:1:3::1"), "ncacn_ip_tcp:2001:db8:1:3::/64");
  EXPECT_EQ(network_of("ncacn_ip_tcp:192.0.2.1"), "ncacn_ip_tcp:192.0.2.1");
  EXPECT_EQ(network_of("ncacn_ip_tcp:::ffff:192.0.2.1"), "ncacn_ip_tcp:::ffff:192.0.2.1");
  EXPECT_EQ(network_of("ncalrpc:user 0"), "ncalrpc:user 0");
}

}  // namespace
