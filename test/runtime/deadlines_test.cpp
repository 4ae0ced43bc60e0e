// What limits calls in time, and what stops them: for each call, each client, each connection.

#include "pipes.h"
#include "raw_server.h"

#include <condition_variable>
#include <optional>
#include <stop_token>

namespace {

using namespace fixture;
using rpc::status;

class Deadlines : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, Deadlines, testing::Values(via::tcp, via::local),
                         [](const auto& instance) { return name(instance.param); });

/// A server whose fail(5) waits until it is asked to stop. It answers with fault_cancel then, or
/// only when it is `obstinate` no more.
struct waiting_server : running_server {
  waiting_server() {
    service.action = [this] {
      const std::stop_token stop = rpc::call_stop_token();
      std::mutex mutex;
      std::unique_lock lock(mutex);
      ++waiting;
      std::condition_variable_any().wait_for(lock, stop, patience, [] { return false; });
      if (stop.stop_requested()) ++asked;
      eventually([&] { return !obstinate; });
      --waiting;
      throw rpc::error(status::fault_cancel);
    };
  }
  ~waiting_server() {
    obstinate = false;
    server.stop();
  }

  std::atomic<bool> obstinate = false;
  std::atomic<int> waiting = 0;
  std::atomic<int> asked = 0;
};

TEST_P(Deadlines, OfACallAndOfAClient) {
  waiting_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  const auto begin = clock::now();
  const auto failed = error_of([&] { rpc::with(client, {.timeout = 50ms}).fail(5); });
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->code(), status::call_timed_out);
  EXPECT_FALSE(failed->did_not_execute());
  EXPECT_NE(std::string(failed->what()).find("the call may have executed"), std::string::npos);
  EXPECT_GE(since(begin), 50ms);
  EXPECT_LT(since(begin), 2s);
  EXPECT_TRUE(eventually([&] { return at.asked == 1; }));
  const auto hasty = rpc::with(client, {.timeout = 20ms});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(status_of([&] { hasty.fail(5); }), status::call_timed_out);
  EXPECT_EQ(client.add_one(1), 2u);  // and the connection goes on
}

// A call may have more time than its connection allows, or no limit.
TEST_P(Deadlines, OfACallReplaceThoseOfItsConnection) {
  running_server at;
  rpc::connection_options options;
  options.call_timeout = 20ms;
  const auto peer = at.connect(GetParam(), options);
  const echo::client client(*peer);
  EXPECT_EQ(status_of([&] { client.sleep(100); }), status::call_timed_out);
  for (const auto limit : {0ms, 60'000ms})
    EXPECT_EQ(rpc::with(client, {.timeout = limit}).sleep(100), 100u);
}

TEST_P(Deadlines, OfSeveralCallsTogether) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const auto begin = clock::now();
  const auto client = rpc::with(echo::client(*peer), {.deadline = begin + 150ms});
  status code = status::ok;
  while (code == status::ok && since(begin) < patience) code = status_of([&] { client.sleep(40); });
  EXPECT_EQ(code, status::call_timed_out);
  EXPECT_GE(since(begin), 150ms);
  ASSERT_TRUE(eventually([&] { return at.service.running == 0; }));
  std::this_thread::sleep_for(20ms);
  const int slept = at.service.slept;
  const auto failed = error_of([&] { client.sleep(1); });  // is not sent any more
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->code(), status::call_timed_out);
  EXPECT_TRUE(failed->did_not_execute());
  std::this_thread::sleep_for(20ms);
  EXPECT_EQ(at.service.slept, slept);
}

class Stopping : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, Stopping,
                         testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

// Only the call whose token it is, of several that run.
TEST_P(Stopping, OneCall) {
  waiting_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::stop_source stops, goes_on;
  std::thread other([&] {
    EXPECT_EQ(status_of([&] { rpc::with(client, {.stop = goes_on.get_token()}).fail(5); }),
              status::fault_cancel);
  });
  std::thread caller([&] {
    const auto failed = error_of([&] { rpc::with(client, {.stop = stops.get_token()}).fail(5); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->code(), status::fault_cancel);
    EXPECT_FALSE(failed->did_not_execute());
  });
  ASSERT_TRUE(eventually([&] { return at.waiting == 2; }));
  stops.request_stop();
  caller.join();
  EXPECT_EQ(at.asked, 1);
  EXPECT_EQ(at.waiting, 1);
  goes_on.request_stop();
  other.join();
  EXPECT_EQ(client.add_one(1), 2u);
}

TEST_P(Stopping, BeforeItIsSent) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::stop_source stop;
  const auto stoppable = rpc::with(client, {.stop = stop.get_token()});
  EXPECT_EQ(stoppable.sleep(0), 0u);
  stop.request_stop();
  const auto failed = error_of([&] { stoppable.sleep(0); });
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->code(), status::fault_cancel);
  EXPECT_TRUE(failed->did_not_execute());
  EXPECT_EQ(at.service.slept, 1);
}

TEST_P(Stopping, ResultsOfWhatDidNotGoAlong) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::stop_source stop;
  std::thread caller([&] {
    EXPECT_EQ(rpc::with(client, {.stop = stop.get_token(), .cancel_timeout = 30s})
                  .sleep(echo_service::until_woken),
              echo_service::until_woken);
  });
  ASSERT_TRUE(eventually([&] { return at.service.running == 1; }));
  stop.request_stop();
  at.service.wake();
  caller.join();
}

TEST_P(Stopping, ACallWithPipes) {
  pipes::running_server at;
  const auto peer = at.connect(GetParam());
  std::stop_source stop;
  const rpc::binding over =
      rpc::binding(*peer, rpc::interface<pipes::service>::id).with({.stop = stop.get_token()});
  std::uint64_t given = 0;
  rpc::source<std::uint8_t> endless([&](std::span<std::uint8_t> into) {
    for (std::uint8_t& each : into) each = pipes::element<std::uint8_t>(given++);
    if (given > 1'000'000) stop.request_stop();
    return into.size();
  });
  const auto failed = error_of([&] { rpc::invoke(over, pipes::wire::store{1000, &endless}); });
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->code(), status::fault_cancel) << failed->what();
  EXPECT_FALSE(failed->did_not_execute());
  EXPECT_EQ(pipes::client(*peer).plain(1), 2u);
  EXPECT_EQ(status_of([&] { rpc::invoke(over, pipes::wire::store{1000, &endless}); }),
            status::fault_cancel);
}

class StoppingOverSockets : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, StoppingOverSockets, testing::Values(via::tcp, via::local),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(StoppingOverSockets, WhatDoesNotGoAlongIsGivenUp) {
  waiting_server at;
  at.obstinate = true;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  for (const std::chrono::milliseconds limit : {0ms, 100ms}) {
    std::stop_source stop;
    std::optional<clock::time_point> stopped;
    std::thread stopper([&] {
      EXPECT_TRUE(eventually([&] { return at.waiting > 0; }));
      stopped = clock::now();
      stop.request_stop();
    });
    const auto failed = error_of(
        [&] { rpc::with(client, {.stop = stop.get_token(), .cancel_timeout = limit}).fail(5); });
    const auto end = clock::now();
    stopper.join();
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->code(), status::fault_cancel);
    EXPECT_FALSE(failed->did_not_execute());
    EXPECT_GE(end - *stopped, limit);
    EXPECT_LT(end - *stopped, limit + 900ms);
    EXPECT_EQ(client.add_one(1), 2u);
    at.obstinate = false;
    EXPECT_TRUE(eventually([&] { return at.waiting == 0; }));
    at.obstinate = true;
  }
}

// A caller that is stopped does not wait until the other end says something.
TEST_P(StoppingOverSockets, WakesACallerAtOnce) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  for (int i = 0; i < 5; ++i) {
    std::stop_source stop;
    std::thread stopper([&] {
      EXPECT_TRUE(eventually([&] { return at.service.running > i; }));
      stop.request_stop();
    });
    EXPECT_EQ(status_of([&] {
                rpc::with(client, {.stop = stop.get_token(), .cancel_timeout = 0ms})
                    .sleep(echo_service::until_woken);
              }),
              status::fault_cancel);
    stopper.join();
  }
  at.service.wake();
}

// Where calls take turns, one that waits for its turn has not executed.
TEST(StoppingInTurn, ACallThatWaitsForItsTurn) {
  std::atomic<bool> asked = false, answers = false;
  bytes ack = raw_server::accepting();
  ack[3] = 0x03;  // without multiplexing
  raw_server server(ack, [&](const bytes& request) {
    asked = true;
    eventually([&] { return answers.load(); });
    return answer_pdu(2, {4, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0}, request[12]);
  });
  rpc::connection peer(server.where(), raw_server::options());
  const echo::client client(peer);
  std::thread first([&] { EXPECT_EQ(client.add_one(6), 7u); });
  ASSERT_TRUE(eventually([&] { return asked.load(); }));
  std::stop_source stop;
  std::thread stopper([&] {
    std::this_thread::sleep_for(20ms);
    stop.request_stop();
  });
  const auto begin = clock::now();
  const auto failed = error_of([&] { rpc::with(client, {.stop = stop.get_token()}).sleep(1); });
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->code(), status::fault_cancel);
  EXPECT_TRUE(failed->did_not_execute());
  EXPECT_LT(since(begin), 900ms);
  const auto late = error_of([&] { rpc::with(client, {.timeout = 20ms}).sleep(1); });
  ASSERT_TRUE(late);
  EXPECT_EQ(late->code(), status::call_timed_out);
  EXPECT_TRUE(late->did_not_execute());
  answers = true;
  stopper.join();
  first.join();
}

}  // namespace
