// What one connection may have of a server: others do not wait for its calls.

#include "crowd.h"
#include "holdings.h"

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
  client.send(sleepers(1));
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
  flood.send(sleepers(4600));
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
    const std::string& binding = way == via::tcp ? at.tcp : at.local;
    crowd many(binding, 2, most - 1, sleepers(1));
    EXPECT_TRUE(eventually([&] { return at.service.running == most - 1; }));
    many.add(binding, 2, 1, sleepers(1));
    EXPECT_TRUE(eventually([&] { return at.service.running == most; }));
    many.add(binding, 2, 60, sleepers(1));
    const auto peer = at.connect(via::tcp);
    const echo::client client(*peer);
    for (std::uint32_t i = 0; i < 100; ++i) EXPECT_EQ(client.add_one(i), i + 1);
    EXPECT_EQ(at.service.running, most);
    at.service.wake();
    for (const auto& each : many.all) EXPECT_EQ(each->receive(28).size(), 28u);
    EXPECT_EQ(at.service.most_running, most);
  }
}

TEST(Shares, ConnectionsTakeTurns) {
  rpc::server_options options;
  options.threads = 4;
  options.threads_per_connection = 4;
  running_server at(options);
  multiplexed_client flood(at.tcp);
  flood.send(sleepers(200, 50));
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
  client.send(sleepers(200));
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
  flood.send(sleepers(100));
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
    for (multiplexed_client* each : {&first, &second}) each->send(sleepers(32));
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
  EXPECT_EQ(stores_nothing(*at.connect(via::tcp)), 0u);
  EXPECT_EQ(running, 17);
}

TEST(Shares, CallsWithPipesLeaveThreadsToOthers) {
  waiting_pipes waiting;
  const crowd many(waiting.at.tcp, 1, 70, store_nothing);
  EXPECT_TRUE(eventually([&] { return waiting.running == 32; }));
  const auto peer = waiting.at.connect(via::tcp);
  const auto began = clock::now();
  for (std::uint32_t i = 0; i < 20; ++i) EXPECT_EQ(pipes::client(*peer).plain(i), i + 1);
  EXPECT_LT(since(began), 5s);
  EXPECT_EQ(waiting.running, 32);
  waiting.end();
  for (const auto& each : many.all) EXPECT_FALSE(each->receive(32).empty());
}

}  // namespace
