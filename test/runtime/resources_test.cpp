// What a server keeps for its clients, and how long it waits for them.

#include "allocated.h"
#include "child_server.h"
#include "holdings.h"
#include "raw_client.h"

#include <memory>
#include <vector>

#include <malloc.h>

namespace {

using namespace fixture;

/// `kib`; with what sanitizers keep of memory so much that it only ends what grows for ever.
constexpr long at_most(long kib) { return sanitized ? 1L << 20 : kib; }

/// Whether it closes the connection after about `expected`.
testing::AssertionResult closes_after(raw_client& client, clock::time_point begin,
                                      std::chrono::milliseconds expected) {
  if (!client.closed()) return testing::AssertionFailure() << "still open";
  const auto after = since(begin);
  if (after < expected - 20ms) return testing::AssertionFailure() << "after " << after.count();
  return testing::AssertionSuccess();
}

void expect_served(const std::string& binding) {
  rpc::connection peer(binding);
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
}

TEST(Resources, AnswersThatNobodyReadsAreFew) {
  // What malloc_trim leaves at the ends of arenas depends on what the process has freed before.
  child_server server(any_port, [] { ::mallopt(M_TRIM_THRESHOLD, 128 << 10); });
  expect_served(server.where());
  const long before = of(server.process()).kib;
  {
    multiplexed_client client(server.where());
    client.send(requests(4000, 5, number(900'000)));
    std::this_thread::sleep_for(1s);
    EXPECT_LT(of(server.process()).kib - before, at_most(32 << 10));
    expect_served(server.where());
  }
  EXPECT_TRUE(eventually([&] { return of(server.process()).kib - before < at_most(8 << 10); }))
      << of(server.process()).kib - before << " KiB are kept";
}

TEST(Resources, AServerThatManyDoNotReadFromKeepsServing) {
  rpc::server_options options;
  options.max_buffered = 2 << 20;
  running_server at(options);
  std::vector<std::unique_ptr<multiplexed_client>> crowd;
  for (int i = 0; i < 20; ++i) {
    crowd.push_back(std::make_unique<multiplexed_client>(at.tcp));
    crowd.back()->send(requests(20, 5, number(900'000)));
  }
  expect_served(at.tcp);
  EXPECT_TRUE(at.log.gets("buffers more than it may"));
}

TEST(Resources, ABindIsDue) {
  rpc::server_options options;
  options.bind_timeout = 200ms;
  running_server at(options);
  const auto begin = clock::now();
  raw_client silent(at.tcp);
  raw_client slow(at.tcp);
  std::thread dripping([&] {
    for (const std::uint8_t byte : bind_echo) {
      slow.send({byte});
      std::this_thread::sleep_for(20ms);
    }
  });
  raw_client bound(at.tcp);
  bound.send(bind_echo);
  EXPECT_TRUE(closes_after(silent, begin, 200ms));
  EXPECT_TRUE(closes_after(slow, begin, 200ms));
  EXPECT_LT(since(begin), 5s);
  EXPECT_TRUE(at.log.gets("no bind within the time limit"));
  bound.send(request(3, 2, 0, number(4)));
  bound.receive(16);
  EXPECT_FALSE(bound.receive(12).empty());
  dripping.join();
}

// Slowloris: each sends a byte now and then.
TEST(Resources, ManySlowClientsEndTogether) {
  rpc::server_options options;
  options.bind_timeout = 1s;
  options.max_connections_per_peer = 1000;
  running_server at(options);
  const auto begin = clock::now();
  std::vector<std::unique_ptr<raw_client>> crowd;
  for (int i = 0; i < 500; ++i) crowd.push_back(std::make_unique<raw_client>(at.tcp));
  for (std::size_t sent = 0; sent + 1 < bind_echo.size() && since(begin) < 900ms; ++sent) {
    for (const auto& each : crowd) each->send({bind_echo[sent]});
    expect_served(at.tcp);
  }
  for (const auto& each : crowd) EXPECT_TRUE(closes_after(*each, begin, 1s));
  expect_served(at.tcp);
}

TEST(Resources, TheRestOfAPduIsDue) {
  rpc::server_options options;
  options.pdu_timeout = 200ms;
  running_server at(options);
  multiplexed_client client(at.tcp);
  std::this_thread::sleep_for(300ms);  // between PDUs there is time
  client.send(requests(1, 0, number(1)));
  EXPECT_EQ(client.receive(28).size(), 28u);
  const auto begin = clock::now();
  client.send({5, 0, 0, 3});
  EXPECT_TRUE(closes_after(client, begin, 200ms));
  EXPECT_TRUE(at.log.gets("a PDU that takes longer"));
}

TEST(Resources, TheRestOfARequestIsDue) {
  rpc::server_options options;
  options.request_timeout = 200ms;
  running_server at(options);
  multiplexed_client client(at.tcp);
  const auto begin = clock::now();
  client.send(request(1, 1, 1, number(8)));
  std::thread dripping([&] {
    for (int i = 0; i < 20; ++i) {
      client.send(request(0, 1, 1, {1}));
      std::this_thread::sleep_for(20ms);
    }
  });
  EXPECT_TRUE(closes_after(client, begin, 200ms));
  EXPECT_TRUE(at.log.gets("a request that takes longer"));
  dripping.join();
}

TEST(Resources, AnswersHaveToBeTaken) {
  rpc::server_options options;
  options.write_timeout = 200ms;
  running_server at(options);
  multiplexed_client client(at.tcp);
  client.send(requests(4000, 5, number(50'000)));
  EXPECT_TRUE(at.log.gets("does not take its answers"));
  expect_served(at.tcp);
}

TEST(Resources, AnswersHaveToBeTakenAtARate) {
  rpc::server_options options;
  options.write_timeout = 200ms;
  options.min_rate = 100 << 20;
  running_server at(options);
  multiplexed_client client(at.tcp);
  client.send(requests(4000, 5, number(50'000)));
  for (const auto begin = clock::now(); since(begin) < 10s && !at.log.contains("was closed");) {
    client.receive(20'000);  // so that the window opens again and again
    std::this_thread::sleep_for(10ms);
  }
  EXPECT_TRUE(at.log.gets("does not take its answers"));
  expect_served(at.tcp);
}

TEST(Resources, AnIdleConnectionEndsWithoutAWord) {
  rpc::server_options options;
  options.idle_timeout = 200ms;
  running_server at(options);
  multiplexed_client client(at.tcp);
  for (int i = 0; i < 5; ++i) {  // as long as there are calls it stays
    client.send(requests(1, 0, number(1)));
    EXPECT_EQ(client.receive(28).size(), 28u);
    std::this_thread::sleep_for(100ms);
  }
  client.send(requests(1, 3, number(400)));  // a call that lasts
  EXPECT_EQ(client.receive(28).size(), 28u);
  EXPECT_TRUE(client.closed());
  EXPECT_FALSE(at.log.contains("was closed"));
}

TEST(Resources, SilentConnectionsGiveWay) {
  rpc::server_options options;
  options.max_connections = 20;
  options.max_connections_per_peer = 10;
  running_server at(options);
  std::vector<std::unique_ptr<raw_client>> crowd;
  for (int i = 0; i < 30; ++i) crowd.push_back(std::make_unique<raw_client>(at.tcp));
  expect_served(at.tcp);
  expect_served(at.local);  // has places of its own
  EXPECT_TRUE(at.log.gets("its address has too many connections"));
}

TEST(Resources, BoundConnectionsStay) {
  rpc::server_options options;
  options.max_connections_per_peer = 4;
  running_server at(options);
  std::vector<std::unique_ptr<multiplexed_client>> good;
  for (int i = 0; i < 4; ++i) good.push_back(std::make_unique<multiplexed_client>(at.tcp));
  raw_client more(at.tcp);
  more.send(bind_echo);
  const bytes nak = more.receive(24);
  ASSERT_GE(nak.size(), 18u);
  EXPECT_EQ(nak[2], 13);  // bind_nak (C706 12.6.4.5)
  EXPECT_EQ(nak[16], 2);  // local_limit_exceeded
  EXPECT_TRUE(more.closed());
  EXPECT_TRUE(at.log.gets("refused at "));
  EXPECT_FALSE(at.log.contains("was closed"));
  for (const auto& each : good) {
    each->send(requests(1, 0, number(1)));
    EXPECT_EQ(each->receive(28).size(), 28u);
  }
  good.pop_back();
  EXPECT_TRUE(eventually([&] {
    multiplexed_client next(at.tcp);
    next.send(requests(1, 0, number(1)));
    return next.receive(28).size() == 28u;
  }));
}

TEST(Resources, ClientsThatAreTurnedAwayAreFew) {
  rpc::server_options options;
  options.max_connections = 2;
  running_server at(options);
  multiplexed_client first(at.tcp);
  multiplexed_client second(at.tcp);
  std::vector<std::unique_ptr<raw_client>> crowd;
  for (int i = 0; i < 17; ++i) crowd.push_back(std::make_unique<raw_client>(at.tcp));
  EXPECT_TRUE(crowd[0]->closed());  // 16 wait, and the others have given way
  EXPECT_FALSE(crowd[1]->closes_soon());
  for (multiplexed_client* each : {&first, &second}) {
    each->send(requests(1, 0, number(1)));
    EXPECT_EQ(each->receive(28).size(), 28u);
  }
}

/// What begins a request of `total` bytes whose end does not come.
bytes unfinished(std::size_t total) {
  bytes all = large_request(1, 1, number(8) + number(8) + bytes(total));
  all.erase(all.end() - static_cast<std::ptrdiff_t>(all.size() % 5840), all.end());
  return all;
}

/// Whether the request of unfinished() goes on and is answered.
bool ends_well(raw_client& client) {
  client.send(request(2, 1, 1, {0}));
  const bytes answer = client.receive(36);
  return answer.size() == 36 && answer[2] <= 3;  // for it has more than 8 elements: a fault
}

TEST(Resources, TheClientThatIsBufferedMostGoesFirst) {
  rpc::server_options options;
  options.max_buffered = 3 << 20;
  running_server at(options);
  multiplexed_client large(at.tcp);
  multiplexed_client small(at.tcp);
  small.send(unfinished(1 << 20));
  large.send(unfinished(5 << 19));
  EXPECT_TRUE(large.closed());
  EXPECT_TRUE(at.log.gets("buffers more than it may"));
  EXPECT_TRUE(ends_well(small));
}

TEST(Resources, ThePeerThatIsBufferedMostGoesFirst) {
  rpc::server_options options;
  options.max_buffered = 6 << 20;
  running_server at(options);
  multiplexed_client single(at.tcp, 1);
  single.send(unfinished(2 << 20));
  std::vector<std::unique_ptr<multiplexed_client>> crowd;
  for (int i = 0; i < 6; ++i) {
    crowd.push_back(std::make_unique<multiplexed_client>(at.tcp, 2));
    crowd.back()->send(unfinished(1 << 20));
  }
  EXPECT_TRUE(at.log.gets("127.0.0.2: the connection was closed: the server buffers more"));
  EXPECT_TRUE(ends_well(single));
  EXPECT_FALSE(at.log.contains("127.0.0.1: the connection was closed"));
}

/// A call of reverse() with `size` elements.
bytes large_call(std::uint8_t call_id, std::uint32_t size) {
  return large_request(call_id, 1, number(size) + number(size) + bytes(size));
}

TEST(Resources, RequestsOfCallsThatWaitAreBuffered) {
  rpc::server_options options;
  options.max_buffered = 3 << 20;
  options.threads = 2;
  running_server at(options);
  multiplexed_client good(at.tcp, 1);
  multiplexed_client client(at.tcp, 2);
  client.send(requests(2, 3, number(echo_service::until_woken)));
  for (std::uint8_t id = 3; id < 50; ++id) client.send(large_call(id, 100'000));
  EXPECT_TRUE(client.closed());
  EXPECT_TRUE(at.log.gets("127.0.0.2: the connection was closed: the server buffers more"));
  at.service.wake();
  good.send(requests(1, 0, number(1)));
  EXPECT_EQ(good.receive(28).size(), 28u);
}

TEST(Resources, APipelineOfLargeCallsIsLeftUnread) {
  rpc::server_options options;
  options.max_buffered = 6 << 20;  // fewer than all of them
  options.max_request = 1 << 20;
  options.threads = 2;
  running_server at(options);
  multiplexed_client client(at.tcp);
  client.send(requests(2, 3, number(echo_service::until_woken)));
  std::thread sender([&] {
    for (std::uint8_t id = 3; id < 33; ++id) client.send(large_call(id, 1'000'000));
  });
  std::this_thread::sleep_for(200ms);
  at.service.wake();
  for (int i = 0; i < 2; ++i) EXPECT_EQ(client.receive(28).size(), 28u);
  constexpr std::size_t stub = 4 + 1'000'000;
  constexpr std::size_t size = stub + 24 * ((stub + 5815) / 5816);
  for (int i = 0; i < 30; ++i) EXPECT_EQ(client.receive(size).size(), size);
  sender.join();
  EXPECT_FALSE(at.log.contains("was closed"));
}

TEST(Resources, AnswersForClientsThatAreGoneAreNotBuffered) {
  rpc::server_options options;
  options.max_buffered = 3 << 20;
  running_server at(options);
  at.service.fills_wait = true;
  for (int i = 1; i <= 8; ++i) {
    multiplexed_client client(at.tcp);
    client.send(requests(1, 5, number(900'000)));
    EXPECT_TRUE(eventually([&] { return at.service.running == i; }));
    client.reset();
  }
  expect_served(at.tcp);
  std::this_thread::sleep_for(50ms);
  at.service.wake();
  EXPECT_TRUE(eventually([&] { return at.service.slept == 8; }));
  multiplexed_client small(at.tcp);
  small.send(unfinished(100'000));
  expect_served(at.tcp);
  EXPECT_TRUE(ends_well(small));
  EXPECT_FALSE(at.log.contains("buffers more than it may"));
}

TEST(Resources, OfAClientThatIsGoneOnlyCallsThatRunAreKept) {
  // So that large blocks go back to the system at once.
  child_server server(any_port, [] { ::mallopt(M_MMAP_THRESHOLD, 128 << 10); });
  expect_served(server.where());
  const long before = of(server.process()).kib;
  for (int i = 1; i <= 12; ++i) {
    multiplexed_client client(server.where());
    client.send(requests(1, 3, number(echo_service::until_woken)));
    client.send(requests(40, 5, number(900'000)));
    EXPECT_TRUE(eventually([&] { return server.service().running == i; }));
    client.receive(1);
    std::this_thread::sleep_for(50ms);
    client.reset();
  }
  // Each had answers of 1 MiB and more that waited, and threads take some memory.
  EXPECT_TRUE(eventually([&] { return of(server.process()).kib - before < at_most(8 << 10); }))
      << of(server.process()).kib - before << " KiB are kept";
  EXPECT_EQ(server.service().running, 12);
}

TEST(Resources, CallsThatAreGivenUpAreNotKept) {
  child_server server(any_port);
  rpc::connection_options options;
  options.call_timeout = 20ms;
  rpc::connection peer(server.where(), options);
  const echo::client client(peer);
  EXPECT_TRUE(eventually([&] { return status_of([&] { client.add_one(1); }) == rpc::status::ok; }));
  ::kill(server.process(), SIGSTOP);
  const long before = of(::getpid()).kib;
  std::vector<std::uint8_t> data(1'000'000);
  int not_executed = 0;
  for (int i = 0; i < 60; ++i) {
    std::string text;
    EXPECT_EQ(status_of([&] { client.reverse(1'000'000, data.data()); }, &text),
              rpc::status::call_timed_out);
    if (text.find("has not executed") != text.npos) ++not_executed;
  }
  EXPECT_GT(not_executed, 40);
  EXPECT_LT(of(::getpid()).kib - before, at_most(20 << 10));
  ::kill(server.process(), SIGCONT);
  EXPECT_TRUE(eventually([&] { return status_of([&] { client.add_one(1); }) == rpc::status::ok; }));
}

}  // namespace
