// What one connection may have of a server: others do not wait for its calls.

#include "holdings.h"
#include "pipes.h"
#include "raw_client.h"

#include <thread>

namespace {

using namespace fixture;

TEST(Shares, APipelineOfCallsIsAnsweredWithoutAFault) {
  constexpr std::uint32_t count = 100'000;
  running_server at;
  multiplexed_client client(at.tcp);
  std::thread sender([&] { client.send(requests(count, 0, number(1))); });
  std::uint32_t answers = 0;
  while (answers < count) {
    const bytes answer = client.receive(28);
    if (answer.size() != 28 || answer[2] != 2) break;  // response
    ++answers;
  }
  EXPECT_EQ(answers, count);
  sender.join();
}

TEST(Shares, NoAnswerWaitsForACallThatLasts) {
  running_server at;
  multiplexed_client client(at.tcp);
  const auto start = clock::now();
  client.send(request(3, 1, 0, number(1)) + request(3, 2, 3, number(2000)));  // add_one, sleep
  EXPECT_EQ(client.receive(28).size(), 28u);
  EXPECT_LT(since(start), 1s);
}

// The queue is full, and no call of it can be started.
TEST(Shares, NoFaultWaitsForCallsThatCannotBegin) {
  rpc::server_options options;
  options.threads = 1;
  options.max_queued_calls = 2;
  running_server at(options);
  multiplexed_client client(at.tcp);
  client.send(requests(1, 3, number(echo_service::until_woken)));
  EXPECT_TRUE(eventually([&] { return at.service.running == 1; }));
  std::this_thread::sleep_for(50ms);  // all is calm then
  client.send(requests(3, 0, number(1)));
  EXPECT_EQ(client.receive(32).size(), 32u);
  at.service.wake();
}

TEST(Shares, TheLimitOfCallsHoldsWithinOneRead) {
  rpc::server_options options;
  options.max_calls_per_connection = 8;
  options.max_queued_calls = 8;
  running_server at(options);
  for (const std::uint32_t count : {7u, 8u, 9u, 200u}) {
    multiplexed_client client(at.tcp);
    client.send(requests(count, 0, number(1)));
    for (std::uint32_t i = 0; i < count; ++i) {
      const bytes answer = client.receive(28);
      ASSERT_EQ(answer.size(), 28u);
      ASSERT_EQ(answer[2], 2) << "call " << i << " of " << count;
    }
  }
}

TEST(Shares, OthersWaitForNoSleeperOfAFloodedServer) {
  running_server at;
  multiplexed_client flood(at.tcp);
  flood.send(requests(4600, 3, number(echo_service::until_woken)));
  const auto peer = at.connect(via::tcp);
  const echo::client client(*peer);
  EXPECT_TRUE(eventually([&] { return at.service.running >= 32; }));
  for (std::uint32_t i = 0; i < 100; ++i) EXPECT_EQ(client.add_one(i), i + 1);
  EXPECT_EQ(at.service.running, 32);  // half of 64 threads
  flood.reset();
  at.service.wake();
}

TEST(Shares, ConnectionsOfAPeerHaveOneTogether) {
  for (const auto& [way, given, most] :
       {std::tuple(via::tcp, 0u, 48), {via::tcp, 40u, 40}, {via::local, 0u, 48}}) {
    rpc::server_options options;
    options.threads_per_peer = given;
    running_server at(options);
    std::vector<std::unique_ptr<multiplexed_client>> crowd;
    const auto sleepers = [&](int count) {
      for (int i = 0; i < count; ++i) {
        crowd.push_back(
            std::make_unique<multiplexed_client>(way == via::tcp ? at.tcp : at.local, 2));
        crowd.back()->send(requests(1, 3, number(echo_service::until_woken)));
      }
    };
    sleepers(most - 1);
    EXPECT_TRUE(eventually([&] { return at.service.running == most - 1; }));
    sleepers(1);
    EXPECT_TRUE(eventually([&] { return at.service.running == most; }));
    sleepers(60);
    const auto peer = at.connect(via::tcp);
    const echo::client client(*peer);
    for (std::uint32_t i = 0; i < 100; ++i) EXPECT_EQ(client.add_one(i), i + 1);
    EXPECT_EQ(at.service.running, most);
    at.service.wake();
    for (const auto& each : crowd) EXPECT_EQ(each->receive(28).size(), 28u);
    EXPECT_EQ(at.service.most_running, most);
  }
}

TEST(Shares, ConnectionsTakeTurns) {
  rpc::server_options options;
  options.threads = 4;
  options.threads_per_connection = 4;
  running_server at(options);
  multiplexed_client flood(at.tcp);
  flood.send(requests(200, 3, number(50)));
  EXPECT_TRUE(eventually([&] { return at.service.running == 4; }));
  const auto peer = at.connect(via::tcp);
  const echo::client client(*peer);
  const int slept = at.service.slept;
  EXPECT_EQ(client.add_one(1), 2u);
  // One after another of the flood would be 200; in turns, those that ran and a few more.
  EXPECT_LT(at.service.slept - slept, 40);
  flood.reset();
}

TEST(Shares, CallsOfAConnectionThatIsGoneDoNotRun) {
  rpc::server_options options;
  options.threads = 4;
  running_server at(options);
  multiplexed_client client(at.tcp);
  client.send(requests(200, 3, number(echo_service::until_woken)));
  EXPECT_TRUE(eventually([&] { return at.service.running == 2; }));
  client.reset();
  // The reset has been seen once a connection that came after it is served.
  EXPECT_EQ(echo::client(*at.connect(via::tcp)).add_one(1), 2u);
  std::this_thread::sleep_for(50ms);
  at.service.wake();
  EXPECT_TRUE(eventually([&] { return at.service.running == 0; }));
  at.server.stop();
  EXPECT_EQ(at.service.slept, 2);
}

TEST(Shares, AFullQueueHasRoomForConnectionsWithFewCalls) {
  rpc::server_options options;
  options.threads = 2;
  options.max_queued_calls = 4;
  running_server at(options);
  multiplexed_client flood(at.tcp);
  flood.send(requests(100, 3, number(echo_service::until_woken)));
  EXPECT_TRUE(eventually([&] { return at.service.running == 2; }));
  // Both threads are taken, and the queue is full.
  std::thread waker([&] {
    std::this_thread::sleep_for(100ms);
    at.service.wake();
  });
  EXPECT_EQ(echo::client(*at.connect(via::tcp)).add_one(1), 2u);
  waker.join();
}

TEST(Shares, ThreadsEndAfterABurst) {
  rpc::server_options options;
  options.thread_timeout = 50ms;
  running_server at(options);
  EXPECT_EQ(echo::client(*at.connect(via::tcp)).add_one(1), 2u);
  const long cores = std::thread::hardware_concurrency();
  const long before = of(::getpid()).threads;
  for (int burst = 1; burst <= 3; ++burst) {
    multiplexed_client first(at.tcp, 2), second(at.tcp, 3);
    at.service.woken = false;
    for (multiplexed_client* each : {&first, &second})
      each->send(requests(32, 3, number(echo_service::until_woken)));
    EXPECT_TRUE(eventually([&] { return at.service.running == 64; }));
    EXPECT_GE(of(::getpid()).threads, before + 60 - cores);
    at.service.wake();
    EXPECT_TRUE(eventually([&] { return of(::getpid()).threads <= before + cores + 1; }));
    EXPECT_EQ(echo::client(*at.connect(via::tcp)).add_one(1), 2u);
  }
}

TEST(Shares, CallsWithPipesLeaveSomeToThoseOfOthers) {
  std::atomic<int> running = 0;  // outlives the calls
  pipes::running_server at;
  at.impl.on_store = [&](std::uint32_t, pipes::byte_pipe& data) -> std::uint64_t {
    ++running;
    std::array<std::uint8_t, 8> some;
    std::uint64_t count = 0;
    while (const std::size_t more = data.pull(some)) count += more;
    return count;
  };
  multiplexed_client flood(at.tcp);  // the pipes of its calls do not end
  bytes calls;
  for (std::uint8_t id = 1; id <= 70; ++id) calls = calls + request(1, id, 0, number(1));
  flood.send(calls);
  EXPECT_TRUE(eventually([&] { return running == 16; }));
  const auto peer = at.connect(via::tcp);
  rpc::source<std::uint8_t> empty([](std::span<std::uint8_t>) { return std::size_t{0}; });
  EXPECT_EQ(pipes::client(*peer).store(1, empty), 0u);
  EXPECT_EQ(running, 17);
}

TEST(Shares, CallsWithPipesLeaveThreadsToOthers) {
  std::atomic<int> running = 0;  // these outlive the calls
  std::atomic<bool> ended = false;
  pipes::running_server at;
  at.impl.on_store = [&](std::uint32_t, pipes::byte_pipe&) -> std::uint64_t {
    ++running;
    ended.wait(false);
    return 0;
  };
  std::vector<std::unique_ptr<rpc::connection>> peers;
  std::vector<std::thread> threads;
  for (int i = 0; i < 70; ++i) {
    peers.push_back(at.connect(via::tcp));
    threads.emplace_back([&, peer = peers.back().get()] {
      rpc::source<std::uint8_t> empty([](std::span<std::uint8_t>) { return std::size_t{0}; });
      EXPECT_EQ(pipes::client(*peer).store(1, empty), 0u);
    });
  }
  EXPECT_TRUE(eventually([&] { return running == 32; }));
  const auto peer = at.connect(via::tcp);
  const auto began = clock::now();
  for (std::uint32_t i = 0; i < 20; ++i) EXPECT_EQ(pipes::client(*peer).plain(i), i + 1);
  EXPECT_LT(since(began), 5s);
  EXPECT_EQ(running, 32);
  ended = true;
  ended.notify_all();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
