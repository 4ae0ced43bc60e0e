// Ends of servers, clients and processes, at awkward moments.

#include "child_server.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace {

using namespace fixture;
using rpc::status;

class Lifetime : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, Lifetime,
                         testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(Lifetime, StopWaitsForCallsThatRun) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::thread caller(
      [&] { EXPECT_EQ(client.sleep(echo_service::until_woken), echo_service::until_woken); });
  ASSERT_TRUE(eventually([&] { return at.service.running == 1; }));
  std::thread stopper([&] {
    at.server.stop();
    EXPECT_EQ(at.service.slept, 1);
  });
  std::this_thread::sleep_for(50ms);
  at.service.wake();
  stopper.join();
  caller.join();
  // The next call finds the connection closed, those that follow know.
  EXPECT_NE(status_of([&] { client.add_one(1); }), status::ok);
  EXPECT_EQ(status_of([&] { client.add_one(1); }), status::call_failed_dne);
  EXPECT_NE(status_of([&] { at.connect(GetParam()); }), status::ok);
  at.server.stop();
}

TEST_P(Lifetime, AnImplementationStopsTheServer) {
  running_server at;
  at.service.action = [&] { at.server.stop(); };
  {
    const auto peer = at.connect(GetParam());
    echo::client(*peer).fail(5);  // is answered all the same
  }
  at.server.stop();
}

TEST_P(Lifetime, ManyStopAtOnce) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { status_of([&] { client.sleep(100); }); });
    threads.emplace_back([&] { at.server.stop(); });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_P(Lifetime, CallsAndStopRace) {
  for (int round = 0; round < 20; ++round) {
    running_server at;
    const auto peer = at.connect(GetParam());
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        for (status code = status::ok; code == status::ok;) {
          std::string text;
          code = status_of([&] { other::client(*peer).twice(1); }, &text);
          if (code != status::ok && code != status::call_failed &&
              code != status::call_failed_dne && code != status::nca_server_too_busy &&
              code != status::server_unavailable)
            ADD_FAILURE() << text;
        }
      });
    std::this_thread::sleep_for(std::chrono::milliseconds(round % 5));
    at.server.stop();
    for (std::thread& thread : threads) thread.join();
  }
}

TEST_P(Lifetime, AClientOutlivesItsConnection) {
  auto at = std::make_unique<running_server>();
  auto peer = at->connect(GetParam());
  const echo::client client(*peer);
  const rpc::handle_t handle(*peer);
  peer.reset();
  EXPECT_EQ(client.add_one(1), 2u);
  const rpc::binding nowhere(rpc::offer_of<other::service>(), "other");
  EXPECT_EQ(rpc::invoke(nowhere.to(handle), other::wire::twice{4}), 8u);
  at.reset();
  EXPECT_NE(status_of([&] { client.add_one(1); }), status::ok);
  std::string text;
  EXPECT_EQ(status_of([&] { client.add_one(1); }, &text), status::call_failed_dne);
  EXPECT_NE(text.find("is lost"), text.npos) << text;
}

TEST_P(Lifetime, AConnectionIsClosedWhileCallsWait) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::vector<std::thread> waiting;
  std::atomic<int> failed = 0;
  for (int i = 0; i < 3; ++i)
    waiting.emplace_back([&] {
      std::string text;
      EXPECT_EQ(status_of([&] { client.sleep(echo_service::until_woken); }, &text),
                status::call_failed);
      EXPECT_NE(text.find("closed by this program"), text.npos) << text;
      ++failed;
    });
  EXPECT_TRUE(eventually([&] { return at.service.running == 3; }));
  const auto begin = clock::now();
  peer->close();
  peer->close();
  if (GetParam() == via::in_process) at.service.wake();  // the calls run on their callers' threads
  EXPECT_TRUE(eventually([&] { return failed == 3; }));
  EXPECT_LT(since(begin), 5s);
  EXPECT_EQ(status_of([&] { client.add_one(1); }), status::call_failed_dne);
  at.service.wake();
  for (std::thread& thread : waiting) thread.join();
}

TEST_P(Lifetime, AConnectionGoesWhileACallRuns) {
  running_server at;
  auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::thread caller(
      [&] { EXPECT_EQ(client.sleep(echo_service::until_woken), echo_service::until_woken); });
  EXPECT_TRUE(eventually([&] { return at.service.running == 1; }));
  peer.reset();
  at.service.wake();
  caller.join();
}

TEST(Lifetime, AClientHasItsOwnConnection) {
  running_server at;
  const rpc::endpoint endpoint(at.tcp);
  const echo::client clients[] = {echo::client(at.tcp),
                                  echo::client(at.local.c_str()),
                                  echo::client(std::string_view(at.tcp)),
                                  echo::client(endpoint),
                                  echo::client(rpc::connection(at.local)),
                                  echo::client(at.server)};
  for (const echo::client& each : clients) EXPECT_EQ(each.add_one(1), 2u);
  const auto make = [&] {
    rpc::connection peer(at.server);
    return echo::client(peer);
  };
  EXPECT_EQ(make().add_one(1), 2u);
}

TEST(Lifetime, AServerMayNeverStart) {
  rpc::server server;
  server.listen(any_port);
}

TEST(Lifetime, AServerThatRunsWithoutAnEndpointSaysSo) {
  log_book log;
  rpc::server_options options;
  options.log = log.hook();
  rpc::server server(options);
  std::thread running([&] { server.run(); });
  EXPECT_TRUE(log.gets("runs without an endpoint"));
  server.stop();
  running.join();
}

TEST(Lifetime, AConnectionOutlivesItsServer) {
  auto at = std::make_unique<running_server>();
  const auto peer = at->connect(via::in_process);
  const echo::client client(*peer);
  at.reset();
  EXPECT_NE(status_of([&] { client.add_one(1); }), status::ok);
  EXPECT_EQ(status_of([&] { client.add_one(1); }), status::call_failed_dne);
}

TEST(Lifetime, AClientGoesWhileTheServerAnswers) {
  running_server at;
  for (const via way : {via::tcp, via::local}) {
    rpc::connection_options options;
    options.call_timeout = 50ms;
    const auto peer = at.connect(way, options);
    const echo::client client(*peer);
    EXPECT_EQ(status_of([&] { client.sleep(echo_service::until_woken); }), status::call_timed_out);
  }
  at.service.wake();
  EXPECT_TRUE(eventually([&] { return at.service.slept == 2; }));
  const auto peer = at.connect(via::tcp);
  EXPECT_EQ(echo::client(*peer).add_one(1), 2u);
}

TEST(Lifetime, AServerIsKilledWhileCallsRun) {
  const std::string path = socket_path();
  for (const std::string& binding : {std::string(any_port), "ncalrpc:[" + path + "]"}) {
    child_server server(binding);
    ASSERT_FALSE(server.where().empty());
    rpc::connection peer(server.where());
    const echo::client client(peer);
    std::atomic<int> lost = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        std::string text;
        if (status_of([&] { client.sleep(echo_service::until_woken); }, &text) ==
                status::call_failed &&
            text.find("echo::sleep: the connection to") == 0 &&
            text.find("may have executed") != text.npos)
          ++lost;
        else
          ADD_FAILURE() << text;
      });
    EXPECT_TRUE(eventually([&] { return server.service().running == 8; }));
    server.kill();
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(lost, 8);
    EXPECT_EQ(status_of([&] { client.add_one(1); }), status::call_failed_dne);
  }
  EXPECT_EQ(::unlink(path.c_str()), 0);
}

TEST(Lifetime, ASocketFileIsReplacedAndRemoved) {
  const std::string path = socket_path();
  const std::string binding = "ncalrpc:[" + path + "]";
  struct stat file{};
  {
    child_server server(binding);
    EXPECT_EQ(::stat(path.c_str(), &file), 0);
  }
  ASSERT_EQ(::stat(path.c_str(), &file), 0) << "a killed server leaves its file";
  {
    rpc::server server;
    echo_service service;
    server.add<echo::service>(service);
    server.listen(binding);
    server.start();
    rpc::connection peer(binding);
    EXPECT_EQ(echo::client(peer).add_one(1), 2u);
    // Now somebody listens there.
    rpc::server second;
    std::string text;
    EXPECT_EQ(status_of([&] { second.listen(binding); }, &text), status::cannot_listen);
    EXPECT_NE(text.find("in use"), text.npos) << text;
  }
  EXPECT_NE(::stat(path.c_str(), &file), 0);
}

TEST(Lifetime, AnOrdinaryFileIsNotReplaced) {
  const std::string path = socket_path();
  ::close(::open(path.c_str(), O_CREAT | O_WRONLY, 0600));
  rpc::server server;
  EXPECT_EQ(status_of([&] { server.listen("ncalrpc:[" + path + "]"); }), status::cannot_listen);
  EXPECT_EQ(::unlink(path.c_str()), 0);
}

TEST(Lifetime, AbstractNamesNeedNoFile) {
  const std::string binding = "ncalrpc:[@" + socket_path() + "]";
  rpc::server server;
  echo_service service;
  server.add<echo::service>(service);
  server.listen(binding);
  server.start();
  rpc::connection peer(binding);
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
}

TEST(Lifetime, AllAddressesAreServedIfThatIsSaid) {
  rpc::server_options anybody;
  anybody.allow_anonymous = true;
  rpc::server server(anybody);
  echo_service service;
  server.add<echo::service>(service);
  const rpc::endpoint where = server.listen("ncacn_ip_tcp:0.0.0.0[0]");
  EXPECT_NE(where.port, 0);
  server.start();
  const std::string port = "[" + std::to_string(where.port) + "]";
  for (const std::string host : {"", "127.0.0.1", "localhost"}) {
    rpc::connection peer("ncacn_ip_tcp:" + host + port);
    EXPECT_EQ(echo::client(peer).add_one(1), 2u);
  }
  std::string text;
  rpc::server second;
  EXPECT_EQ(status_of([&] { second.listen("ncacn_ip_tcp:127.0.0.1" + port); }, &text),
            status::cannot_listen);
  EXPECT_NE(text.find("in use"), text.npos) << text;
}

}  // namespace
