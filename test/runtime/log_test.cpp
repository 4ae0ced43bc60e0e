// The lines of a server's log: who caused them, how many there are, and who waits for the sink.

#include "raw_client.h"

#include <latch>

namespace {

using namespace fixture;

TEST(Log, SaysWhichPeerAndOperation) {
  running_server at;
  EXPECT_NE(status_of([&] { echo::client(*at.connect(via::tcp)).fail(0); }), rpc::status::ok);
  EXPECT_TRUE(at.log.gets("ncacn_ip_tcp:127.0.0.1: echo::fail: a secret"));
  EXPECT_NE(status_of([&] { echo::client(*at.connect(via::local)).fail(0); }), rpc::status::ok);
  EXPECT_TRUE(at.log.gets("ncalrpc:user " + std::to_string(::getuid()) + ": echo::fail: a secret"));
  raw_client garbage(at.tcp);
  garbage.send(bytes(24, 0xFF));
  EXPECT_TRUE(at.log.gets("ncacn_ip_tcp:127.0.0.1: the connection was closed: "));
}

TEST(Log, CountsWhatAPeerCausesBeyondItsShare) {
  running_server at;
  {
    multiplexed_client client(at.tcp);
    client.send(requests(1000, 4, number(0)));
    EXPECT_EQ(client.receive(32'000).size(), 32'000u);  // faults
  }
  const auto peer = at.connect(via::local);
  const echo::client other(*peer);
  EXPECT_NE(status_of([&] { other.fail(0); }), rpc::status::ok);
  EXPECT_TRUE(at.log.gets("ncalrpc:user"));  // has a share of its own
  EXPECT_TRUE(at.log.gets("left out"));
  at.server.stop();
  std::size_t lines = 0;
  std::size_t omitted = 0;
  for (const std::string& line : at.log.lines) {
    if (!line.starts_with("ncacn_ip_tcp:127.0.0.1: ")) continue;
    if (line.find("left out") == line.npos)
      ++lines;
    else
      omitted += std::stoul(line.substr(line.find(": ") + 2));
  }
  EXPECT_LE(lines, 40u);
  EXPECT_EQ(lines + omitted, 1000u);
}

TEST(Log, ASinkThatBlocksBlocksNobodyElse) {
  std::latch released(1);
  std::atomic<int> lines = 0;
  echo_service service;
  rpc::server_options options;
  options.log = [&](std::string_view) {
    released.wait();
    ++lines;
  };
  rpc::server server(options);
  server.add<echo::service>(service);
  const std::string where = server.listen(any_port).text();
  server.start();
  for (int i = 0; i < 200; ++i) {
    raw_client garbage(where);
    garbage.send(bytes(24, 0xFF));
  }
  rpc::connection peer(where);
  EXPECT_NE(status_of([&] { echo::client(peer).fail(0); }), rpc::status::ok);
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
  EXPECT_EQ(lines, 0);
  released.count_down();
  server.stop();
  EXPECT_GT(lines, 0);
}

}  // namespace
