// How many there may be of each thing: one fewer, as many as the limit says, and one more.

#include "crowd.h"
#include "wire_client.h"

namespace {

using namespace fixture;

/// Whether a bind is acknowledged: 12 is bind_ack, 13 bind_nak with local_limit_exceeded.
int bind(raw_client& client, const bytes& pdu = bind_echo) {
  client.send(pdu);
  const bytes head = client.receive(18);
  if (head.size() < 18 || (head[2] == 13 && head[16] != 2)) return 0;
  client.receive(head[8] - head.size());
  return head[2];
}

/// Binds `most` clients, finds no place for one more until one of them goes.
void expect_places(std::size_t most, const std::function<std::unique_ptr<raw_client>()>& connect,
                   const bytes& pdu = bind_echo) {
  std::vector<std::unique_ptr<raw_client>> all;
  while (all.size() < most) {
    all.push_back(connect());
    EXPECT_EQ(bind(*all.back(), pdu), 12) << all.size();
  }
  EXPECT_EQ(bind(*connect(), pdu), 13);
  EXPECT_EQ(bind(*connect(), pdu), 13);
  all.pop_back();
  EXPECT_TRUE(eventually([&] { return bind(*connect(), pdu) == 12; }));
}

TEST(Numbers, OfConnectionsToAnEndpoint) {
  rpc::server_options options;
  options.max_connections = 5;
  running_server at(options);
  expect_places(5, [&] { return std::make_unique<raw_client>(at.tcp); });
  expect_places(5, [&] { return std::make_unique<raw_client>(at.local); });
}

TEST(Numbers, OfConnectionsOfAPeer) {
  for (const std::size_t most : {128, 3}) {
    rpc::server_options options;
    if (most != 128) options.max_connections_per_peer = most;
    running_server at(options);
    expect_places(most, [&] { return std::make_unique<raw_client>(at.tcp, 9); });
    expect_places(most, [&] { return std::make_unique<raw_client>(at.tcp, 8); });
  }
}

TEST(Numbers, OfConnectionsOfAnAssociation) {
  for (const std::size_t most : {32, 2}) {
    rpc::server_options options;
    if (most != 32) options.max_connections_per_association = most;
    desk_server at(options);
    const wire_client first(at);
    const auto connect = [&] { return std::make_unique<raw_client>(at.tcp); };
    expect_places(most - 1, connect, bind_desk(first.group));
    const wire_client other(at);
    expect_places(most - 1, connect, bind_desk(other.group));
  }
}

struct share {
  const char* name;
  void (*set)(rpc::server_options&, unsigned);
  bool several;  // connections, of one call each
};

class NumberOfThreads : public testing::TestWithParam<share> {};

INSTANTIATE_TEST_SUITE_P(
    Of, NumberOfThreads,
    testing::Values(
        share{"server",
              [](rpc::server_options& of, unsigned most) {
                of.threads = of.threads_per_connection = of.threads_per_peer = most;
              },
              false},
        share{"connection",
              [](rpc::server_options& of, unsigned most) { of.threads_per_connection = most; },
              false},
        share{"peer", [](rpc::server_options& of, unsigned most) { of.threads_per_peer = most; },
              true}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST_P(NumberOfThreads, IsThatOfCallsThatRun) {
  for (const int count : {4, 5, 6}) {
    rpc::server_options options;
    GetParam().set(options, 5);
    running_server at(options);
    const int connections = GetParam().several ? count : 1;
    const crowd all(at.tcp, 1, connections,
                    sleepers(static_cast<std::uint32_t>(count / connections)));
    EXPECT_TRUE(runs(at.service.running, std::min(count, 5)));
    at.service.wake();
    EXPECT_TRUE(eventually([&] { return at.service.slept == count; }));
  }
}

TEST(Numbers, OfThreadsOfCallsWithPipes) {
  for (const int count : {4, 5, 6}) {
    rpc::server_options options;
    options.threads_for_pipes = 5;
    waiting_pipes waiting(options);
    const crowd all(waiting.at.tcp, 1, count, store_nothing);
    EXPECT_TRUE(runs(waiting.running, std::min(count, 5)));
    waiting.end();
    EXPECT_TRUE(eventually([&] { return waiting.running == count; }));
  }
}

TEST(Numbers, OfCallsThatWait) {
  for (const std::uint32_t count : {2u, 3u, 4u, 9u}) {
    rpc::server_options options;
    options.threads = 1;
    options.max_queued_calls = 3;
    running_server at(options);
    multiplexed_client client(at.tcp);
    client.send(sleepers(1));
    EXPECT_TRUE(eventually([&] { return at.service.running == 1; }));
    client.send(requests(count, 0, number(1)));
    for (std::uint32_t refused = 3; refused < count; ++refused) {
      bytes fault = client.receive(32);
      fault.resize(32);
      EXPECT_EQ(fault[2], 3);
      EXPECT_EQ(bytes(fault.begin() + 24, fault.begin() + 28), (bytes{0x14, 0, 1, 0x1C}));  // busy
    }
    EXPECT_TRUE(!client.closes_soon());
    at.service.wake();
    for (std::uint32_t i = 0; i < 1 + std::min(count, 3u); ++i) {
      const bytes answer = client.receive(28);
      ASSERT_EQ(answer.size(), 28u);
      EXPECT_EQ(answer[2], 2);
    }
  }
}

TEST(Numbers, OfCallsOfAConnection) {
  for (const int count : {3, 4, 5}) {
    rpc::server_options options;
    options.max_calls_per_connection = 4;
    options.threads_per_connection = 64;
    running_server at(options);
    multiplexed_client client(at.tcp);
    client.send(sleepers(static_cast<std::uint32_t>(count)));
    EXPECT_TRUE(runs(at.service.running, std::min(count, 4)));
    at.service.wake();
    EXPECT_TRUE(eventually([&] { return at.service.slept == count; }));
  }
}

TEST(Numbers, OfContextsOfAnAssociation) {
  for (const unsigned most : {1024u, 2u}) {
    rpc::server_options options;
    if (most != 1024) options.max_contexts = most;
    desk_server at(options);
    wire_client client(at), second(at, client.group), other(at);
    bytes last;
    for (unsigned i = 0; i < most; ++i) {
      last = (i % 2 == 0 ? client : second).open(1);
      ASSERT_EQ(last.size(), 20u) << i;
    }
    const bytes no_memory = {0xFA, 0x1B, 0, 0, 0x1C};  // fault_remote_no_memory
    EXPECT_EQ(client.open(1), no_memory);
    EXPECT_EQ(second.open(1), no_memory);
    EXPECT_EQ(other.open(1).size(), 20u);
    EXPECT_EQ(client.close(last), null_handle);
    EXPECT_EQ(second.open(1).size(), 20u);
    EXPECT_EQ(client.open(1), no_memory);
  }
}

}  // namespace
