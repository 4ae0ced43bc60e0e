// Calls that go well, over every transport and in both syntaxes.

#include "fixture.h"

#include <numeric>
#include <tuple>

namespace {

using namespace fixture;

class Calls : public testing::TestWithParam<std::tuple<via, bool>> {
 protected:
  via way() const { return std::get<0>(GetParam()); }
  bool ndr64() const { return std::get<1>(GetParam()); }
  std::unique_ptr<rpc::connection> connect() {
    rpc::connection_options options;
    options.ndr64 = ndr64();
    return at.connect(way(), options);
  }

  running_server at;
};

INSTANTIATE_TEST_SUITE_P(Everywhere, Calls,
                         testing::Combine(testing::Values(via::tcp, via::local, via::in_process),
                                          testing::Bool()),
                         [](const auto& instance) {
                           return name(std::get<0>(instance.param)) +
                                  (std::get<1>(instance.param) ? "_ndr64" : "_ndr20");
                         });

TEST_P(Calls, MakeRoundTrips) {
  const auto peer = connect();
  const echo::client client(*peer);
  EXPECT_EQ(client.syntax(), ndr64() ? rpc::ndr::syntax::ndr64 : rpc::ndr::syntax::ndr20);
  for (std::uint32_t i = 0; i < 1000; ++i) ASSERT_EQ(client.add_one(i), i + 1);
}

TEST_P(Calls, CarryManyFragments) {
  const auto peer = connect();
  const echo::client client(*peer);
  for (const std::size_t size : {0u, 1u, 5000u, 65536u, 1000003u}) {
    std::vector<std::uint8_t> data(size);
    std::iota(data.begin(), data.end(), std::uint8_t{0});
    std::vector<std::uint8_t> expected(data.rbegin(), data.rend());
    data.reserve(1);  // a [ref] pointer is never null
    client.reverse(static_cast<std::uint32_t>(size), data.data());
    EXPECT_EQ(data, expected);
  }
}

TEST_P(Calls, OfSeveralInterfacesShareAConnection) {
  const auto peer = connect();
  const echo::client first(*peer);
  const other::client second(*peer);
  const echo::client third(*peer);
  EXPECT_EQ(first.add_one(1), 2u);
  EXPECT_EQ(second.twice(21), 42u);
  EXPECT_EQ(third.add_one(2), 3u);
}

TEST_P(Calls, OfManyThreadsShareAClient) {
  const auto peer = connect();
  const echo::client client(*peer);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (std::uint32_t number = 0; number < 16; ++number)
    threads.emplace_back([&, number] {
      std::vector<std::uint8_t> data(number * 1000 + 1);
      for (std::uint32_t i = 0; i < 200; ++i) {
        if (client.add_one(number * 1000 + i) != number * 1000 + i + 1) ++wrong;
        data.front() = static_cast<std::uint8_t>(number);
        client.reverse(static_cast<std::uint32_t>(data.size()), data.data());
        if (data.back() != number) ++wrong;
        data.back() = 0;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST_P(Calls, OfOneConnectionOverlap) {
  const auto peer = connect();
  const echo::client client(*peer);
  constexpr std::uint32_t until_woken = echo_service::until_woken;
  std::vector<std::thread> threads;
  for (int i = 0; i < 5; ++i)
    threads.emplace_back([&] { EXPECT_EQ(client.sleep(until_woken), until_woken); });
  EXPECT_TRUE(eventually([&] { return at.service.running == 5; }));
  // A short call overtakes them.
  EXPECT_EQ(client.add_one(1), 2u);
  EXPECT_EQ(at.service.slept, 0);
  at.service.wake();
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(at.service.most_running, 5);
}

TEST_P(Calls, ClientsComeAndGo) {
  const auto peer = connect();
  for (std::uint32_t i = 0; i < 500; ++i) {
    ASSERT_EQ(echo::client(*peer).add_one(i), i + 1);
    ASSERT_EQ(other::client(*peer).twice(i), 2 * i);
  }
}

TEST_P(Calls, ThreadsBindAtOnce) {
  const auto peer = connect();
  std::vector<std::thread> threads;
  for (std::uint32_t i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      if (i % 2 == 0)
        EXPECT_EQ(echo::client(*peer).add_one(i), i + 1);
      else
        EXPECT_EQ(other::client(*peer).twice(i), 2 * i);
    });
  for (std::thread& thread : threads) thread.join();
}

TEST_P(Calls, SmallestFragmentsCarryLargeData) {
  rpc::connection_options options;
  options.max_fragment = 2048;
  options.ndr64 = ndr64();
  const auto peer = at.connect(way(), options);
  const echo::client client(*peer);
  std::vector<std::uint8_t> data(300000, 7);
  data.front() = 1;
  client.reverse(300000, data.data());
  EXPECT_EQ(data.back(), 1);
}

TEST(Wire, IsFilledBothWays) {
  // Requests and responses are larger than what sockets hold, and the server reads on only when
  // a call has ended: nobody may wait for a peer who waits as well.
  rpc::server_options options;
  options.max_calls_per_connection = 2;
  running_server at(options);
  for (const via way : {via::tcp, via::local, via::in_process}) {
    const auto peer = at.connect(way);
    const echo::client client(*peer);
    std::vector<std::thread> threads;
    for (std::uint8_t number = 1; number <= 6; ++number)
      threads.emplace_back([&, number] {
        std::vector<std::uint8_t> data(2'000'000);
        for (int i = 0; i < 5; ++i) {
          data.front() = number;
          client.reverse(static_cast<std::uint32_t>(data.size()), data.data());
          ASSERT_EQ(data.back(), number);
          data.back() = 0;
        }
      });
    for (std::thread& thread : threads) thread.join();
  }
}

TEST(InProcess, NeedsNoStart) {
  rpc::server server;
  echo_service service;
  server.add<echo::service>(service);
  rpc::connection peer(server);
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
}

TEST(InProcess, RunsOnTheCallersThread) {
  rpc::server server;
  echo_service service;
  std::thread::id ran_on;
  service.action = [&] { ran_on = std::this_thread::get_id(); };
  server.add<echo::service>(service);
  rpc::connection peer(server);
  echo::client(peer).fail(5);
  EXPECT_EQ(ran_on, std::this_thread::get_id());
}

TEST(InProcess, CallsNest) {
  rpc::server server;
  echo_service service;
  server.add<echo::service>(service);
  rpc::connection inner(server);
  const echo::client inner_client(inner);
  std::uint32_t seen = 0;
  service.action = [&] { seen = inner_client.add_one(6); };
  rpc::connection outer(server);
  echo::client(outer).fail(5);
  EXPECT_EQ(seen, 7u);
}

TEST(Server, KeepsASharedImplementation) {
  auto service = std::make_shared<echo_service>();
  const std::weak_ptr<echo_service> watched = service;
  {
    rpc::server server;
    server.add<echo::service>(std::move(service));
    rpc::connection peer(server);
    EXPECT_EQ(echo::client(peer).add_one(1), 2u);
    EXPECT_FALSE(watched.expired());
  }
  EXPECT_TRUE(watched.expired());
}

TEST(Server, AddsInterfacesWhileItRuns) {
  rpc::server server;
  echo_service service;
  other_service others;
  server.add<echo::service>(service);
  const auto where = server.listen(any_port);
  server.start();
  rpc::connection before(where);
  EXPECT_EQ(echo::client(before).add_one(1), 2u);
  server.add<other::service>(others);
  rpc::connection after(where);
  EXPECT_EQ(other::client(after).twice(2), 4u);
}

// Those who have bound to the one that was there would not notice.
TEST(Server, ReplacesNoInterface) {
  struct tripling : other::service {
    std::uint32_t twice(std::uint32_t value) override { return 3 * value; }
  };
  rpc::server server;
  other_service first;
  tripling second;
  server.add<other::service>(first);
  EXPECT_THROW(server.add<other::service>(second), std::invalid_argument);
  EXPECT_THROW(server.add<other::service>(std::make_shared<tripling>()), std::invalid_argument);
  EXPECT_THROW(server.add<other::service>(second, rpc::requirement{}), std::invalid_argument);
  rpc::connection peer(server);
  EXPECT_EQ(other::client(peer).twice(2), 4u);
}

TEST(Server, RunsOnTheCallersThread) {
  rpc::server server;
  echo_service service;
  server.add<echo::service>(service);
  const auto where = server.listen(any_port);
  std::thread thread([&] { server.run(); });
  rpc::connection peer(where);
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
  server.stop();
  thread.join();
  EXPECT_THROW(server.run(), std::logic_error);
}

}  // namespace
