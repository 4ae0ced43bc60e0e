// What one peer (an address, or a local user) may have of a server, over all of its connections:
// others do not wait for its calls.

#include "crowd.h"
#include "wire_client.h"

namespace {

using namespace fixture;

class PeersOver : public testing::TestWithParam<via> {
 protected:
  static const std::string& of(const running_server& at) {
    return GetParam() == via::tcp ? at.tcp : at.local;
  }
};

INSTANTIATE_TEST_SUITE_P(Over, PeersOver, testing::Values(via::tcp, via::local),
                         [](const auto& instance) { return name(instance.param); });

// One after another of the connections would be 60; of the peers it is those that ran and some
// more. No peer ever holds its share of threads, which would let others pass.
TEST_P(PeersOver, TakeTurnsHoweverManyConnectionsTheyHave) {
  rpc::server_options options;
  options.threads = 4;
  options.threads_per_peer = 5;
  running_server at(options);
  const crowd many(of(at), 2, 60, sleepers(4, 20));
  EXPECT_TRUE(eventually([&] { return at.service.slept >= 4; }));  // all are in line
  multiplexed_client client(at.tcp);
  for (int i = 0; i < 3; ++i) {
    const int slept = at.service.slept;
    EXPECT_TRUE(answers(client));
    EXPECT_LT(at.service.slept - slept, 20);
  }
}

TEST_P(PeersOver, ThatHaveFewCallsFindRoomInAFullQueue) {
  rpc::server_options options;
  options.threads = 2;
  options.max_queued_calls = 16;
  running_server at(options);
  const crowd many(of(at), 2, 40, sleepers(1, 50));
  EXPECT_TRUE(eventually([&] { return at.service.slept >= 1; }));
  multiplexed_client client(at.tcp);
  EXPECT_TRUE(answers(client, 4));
}

// What a peer that has gone still runs counts when it comes again.
TEST_P(PeersOver, KeepTheirShareWhenTheyComeAgain) {
  rpc::server_options options;
  options.threads = 8;
  options.threads_per_connection = 1;
  running_server at(options);
  for (int round = 0; round < 3; ++round) {
    const crowd some(of(at), 2, 6, sleepers(1));
    EXPECT_TRUE(eventually([&] { return at.service.running >= 6; }));
  }
  multiplexed_client client(at.tcp);
  EXPECT_TRUE(answers(client));
  EXPECT_EQ(at.service.running, 6);
  at.service.wake();
}

TEST(Peers, DoNotWaitForRundownsOfOthers) {
  blocking_rundowns rundowns;
  rpc::server_options options;
  options.threads = 8;
  desk_server at(options);
  for (int i = 0; i < 10; ++i) wire_client(at, {0, 0, 0, 0}, 2).open(5);
  EXPECT_TRUE(eventually([&] { return rundowns.begun() == 4; }));
  wire_client(at, {0, 0, 0, 0}, 3).open(6);
  EXPECT_TRUE(eventually([&] { return rundowns.begun() == 5; }));
  rundowns.release();
  EXPECT_TRUE(eventually([&] { return rundowns.begun() == 11; }));
  at.server.stop();
}

TEST(Peers, HoldThreadsForRundownsAndCallsTogether) {
  blocking_rundowns rundowns;
  rpc::server_options options;
  options.threads = 8;
  desk_server at(options);
  for (int i = 0; i < 10; ++i) wire_client(at, {0, 0, 0, 0}, 2).open(5);
  EXPECT_TRUE(eventually([&] { return rundowns.begun() == 4; }));
  const crowd some(at.tcp, 2, 6, sleepers(1));
  EXPECT_TRUE(eventually([&] { return at.echoes.running == 2; }));
  multiplexed_client client(at.tcp);
  EXPECT_TRUE(answers(client));
  EXPECT_EQ(at.echoes.running, 2);  // of the peer's 6
  rundowns.release();
  at.echoes.wake();
  at.server.stop();
}

TEST(Peers, TakeTurnsWithCallsWithPipes) {
  rpc::server_options options;
  options.threads = 16;
  options.threads_for_pipes = 1;
  std::atomic<int> ran = 0;  // outlives the calls
  pipes::running_server at(options);
  at.impl.on_store = [&](std::uint32_t, pipes::byte_pipe&) -> std::uint64_t {
    std::this_thread::sleep_for(20ms);
    return static_cast<std::uint64_t>(++ran);
  };
  const crowd many(at.tcp, 2, 60, store_nothing);
  EXPECT_TRUE(eventually([&] { return ran >= 2; }));
  EXPECT_LT(stores_nothing(*at.connect(via::tcp)), 20u);
}

}  // namespace
