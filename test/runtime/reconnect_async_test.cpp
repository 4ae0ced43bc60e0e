// Calls that no thread waits for, over connections that come and go.

#include <rpc/async.h>

#include "coming_server.h"
#include "holdings.h"
#include "respawned_server.h"

#include <memory>
#include <stop_token>

namespace {

using namespace fixture;
using rpc::status;

/// Delays in which a call would wait for ever.
rpc::reconnect_options slow(history* into = nullptr) {
  rpc::reconnect_options result = quick(into);
  result.first_delay = result.largest_delay = 60s;
  return result;
}

using pending = rpc::pending<std::uint32_t>;

TEST(ReconnectingAsync, ConnectsWhenACallNeedsIt) {
  coming_server at;
  history seen;
  const tally::client client(rpc::reconnecting(at.where(), quick(&seen)));
  auto first = rpc::async(client).add(1);
  auto second = rpc::async(client).add(2);
  EXPECT_TRUE(eventually([&] { return seen.count(what::connecting) >= 3; }));
  EXPECT_FALSE(first.ready());
  at.start();
  EXPECT_EQ(first.get(), 0u);
  EXPECT_EQ(second.get(), 0u);
  EXPECT_EQ(rpc::async(client).add(1).get(), 1u);
  EXPECT_EQ(seen.count(what::connected), 1u);
}

TEST(ReconnectingAsync, AServerIsRestartedBetweenCalls) {
  coming_server at;
  at.start();
  const tally::client client(rpc::reconnecting(at.where(), quick()));
  for (std::uint32_t round = 0; round < 3; ++round) {
    EXPECT_EQ(rpc::async(client).add(1).get(), 2 * round);
    EXPECT_EQ(client.add(1), 2 * round + 1);
    at.restart();
  }
}

TEST(ReconnectingAsync, CallsThatFollow) {
  coming_server at;
  const tally::client client(rpc::reconnecting(at.where(), quick()));
  std::atomic<int> done = 0;
  for (std::uint32_t i = 0; i < 100; ++i)
    rpc::async(client).add(i).then([&](pending call) {
      EXPECT_EQ(call.get(), 0u);
      ++done;
    });
  EXPECT_EQ(done, 0);
  at.start();
  EXPECT_TRUE(eventually([&] { return done == 100; }));
}

TEST(ReconnectingAsync, RepeatsWhatThePromiseAllows) {
  respawned_server at;
  rpc::reconnect_options options = quick();
  options.repeat_idempotent = true;
  const tally::client client(rpc::reconnecting(at.where(), options));
  auto look = rpc::async(client).look(1, 60'000);
  auto add = rpc::async(client).add(2, 60'000);
  EXPECT_TRUE(eventually([&] { return at.tally().executed[1] + at.tally().executed[2] == 2; }));
  at.kill();
  expect_error([&] { add.get(); }, status::call_failed, false);
  EXPECT_FALSE(look.ready());
  at.start();
  EXPECT_EQ(look.get(), 1u);
  EXPECT_EQ(at.tally().executed[1], 2);
  EXPECT_EQ(at.tally().executed[2], 1);
}

TEST(ReconnectingAsync, AttemptsEnd) {
  coming_server at;
  rpc::reconnect_options options = quick();
  options.attempts = 3;
  const tally::client client(rpc::reconnecting(at.where(), options));
  expect_error([&] { rpc::async(client).add(1).get(); }, status::server_unavailable, true);
}

// Nothing else has a share in the connection.
TEST(ReconnectingAsync, EndsWithItsLastCall) {
  coming_server at;
  rpc::reconnect_options options = quick();
  options.attempts = 2;
  const long threads = of(::getpid()).threads;
  for (int i = 0; i < 20; ++i) {
    std::atomic<bool> called = false;
    rpc::async(tally::client(rpc::reconnecting(at.where(), options)))
        .add(1)
        .then([&](pending call) {
          expect_error([&] { call.get(); }, status::server_unavailable, true);
          called = true;
        });
    EXPECT_TRUE(eventually([&] { return called.load(); }));
  }
  EXPECT_TRUE(eventually([&] { return of(::getpid()).threads <= threads; }));
}

TEST(ReconnectingAsync, LimitsOfTimeEndTheWait) {
  coming_server at;
  const tally::client client(rpc::reconnecting(at.where(), slow()));
  const auto begin = clock::now();
  auto later = rpc::async(rpc::with(client, {.timeout = 100ms})).add(1);
  auto sooner = rpc::async(rpc::with(client, {.deadline = begin + 50ms})).add(1);
  auto never = rpc::async(rpc::with(client, {.timeout = 0ms})).add(1);
  std::string text;
  EXPECT_EQ(status_of([&] { sooner.get(); }, &text), status::call_timed_out);
  EXPECT_NE(text.find("there is no connection, as of the last attempt: "), text.npos) << text;
  EXPECT_GE(since(begin), 50ms);
  expect_error([&] { later.get(); }, status::call_timed_out, true);
  EXPECT_GE(since(begin), 100ms);
  EXPECT_LT(since(begin), patience);
  EXPECT_FALSE(never.ready());
}

TEST(ReconnectingAsync, StopAndCancelEndTheWait) {
  coming_server at;
  rpc::connection peer = rpc::reconnecting(at.where(), slow());
  const tally::client client(peer);
  std::stop_source stop;
  auto stopped = rpc::async(rpc::with(client, {.stop = stop.get_token()})).add(1);
  auto cancelled = rpc::async(client).add(1);
  auto with_all = rpc::async(client).add(1);
  EXPECT_FALSE(stopped.wait_for(10ms));
  stop.request_stop();
  expect_error([&] { stopped.get(); }, status::fault_cancel, true);
  auto at_once = rpc::async(rpc::with(client, {.stop = stop.get_token()})).add(1);
  EXPECT_TRUE(at_once.ready());
  expect_error([&] { at_once.get(); }, status::fault_cancel, true);
  cancelled.cancel();
  expect_error([&] { cancelled.get(); }, status::fault_cancel, true);
  EXPECT_FALSE(with_all.ready());
  peer.cancel();
  expect_error([&] { with_all.get(); }, status::fault_cancel, true);
}

TEST(ReconnectingAsync, StopAndCancelEndCallsThatRun) {
  coming_server at;
  at.start();
  const auto client =
      rpc::with(tally::client(rpc::reconnecting(at.where(), quick())), {.cancel_timeout = 0ms});
  std::stop_source stop;
  auto stopped =
      rpc::async(rpc::with(client, {.stop = stop.get_token(), .cancel_timeout = 0ms})).add(1, 200);
  auto cancelled = rpc::async(client).add(2, 200);
  EXPECT_TRUE(eventually([&] { return at.tally.executed[1] + at.tally.executed[2] == 2; }));
  stop.request_stop();
  expect_error([&] { stopped.get(); }, status::fault_cancel, false);
  cancelled.cancel();
  expect_error([&] { cancelled.get(); }, status::fault_cancel, false);
}

TEST(ReconnectingAsync, CloseEndsTheWait) {
  coming_server at;
  rpc::connection peer = rpc::reconnecting(at.where(), slow());
  const tally::client client(peer);
  auto first = rpc::async(client).add(1);
  std::atomic<bool> called = false;
  rpc::async(client).add(2).then([&](pending call) {
    expect_error([&] { call.get(); }, status::call_failed_dne, true);
    called = true;
  });
  EXPECT_FALSE(first.wait_for(10ms));
  peer.close();
  expect_error([&] { first.get(); }, status::call_failed_dne, true);
  EXPECT_TRUE(eventually([&] { return called.load(); }));
  expect_error([&] { rpc::async(client).add(1).get(); }, status::call_failed_dne, true);
}

TEST(ReconnectingAsync, CallsThatAreDroppedAreGivenUp) {
  coming_server at;
  history seen;
  {
    const tally::client client(rpc::reconnecting(at.where(), quick(&seen)));
    for (std::uint32_t i = 0; i < 100; ++i) static_cast<void>(rpc::async(client).add(i));
    at.start();
    EXPECT_EQ(client.add(500), 0u);
    for (std::uint32_t i = 0; i < 100; ++i) static_cast<void>(rpc::async(client).add(i));
    EXPECT_EQ(client.add(501), 0u);
  }
  for (std::uint32_t i = 0; i < 100; ++i) EXPECT_LE(at.tally.executed[i], 1);
}

// Each call has an id, as in Reconnecting.NoCallIsLostOrExecutedTwiceWhileTheServerRestarts.
TEST(ReconnectingAsync, NoCallIsLostOrExecutedTwiceWhileTheServerRestarts) {
  coming_server at;
  at.start();
  const tally::client client(rpc::reconnecting(at.where(), quick()));
  std::uint32_t id = 0;
  for (int round = 0; round < 20; ++round) {
    std::vector<pending> calls;
    const std::uint32_t first = id;
    for (int i = 0; i < 100; ++i) calls.push_back(rpc::async(client).add(id++));
    at.restart();
    for (std::uint32_t i = 0; i < 100; ++i) {
      const auto thrown = error_of([&] { EXPECT_EQ(calls[i].get(), 0u); });
      const int executed = at.tally.executed[first + i];
      if (!thrown) {
        EXPECT_EQ(executed, 1);
      } else {
        EXPECT_EQ(thrown->code(), status::call_failed) << thrown->what();
        EXPECT_LE(executed, 1);
      }
    }
  }
}

}  // namespace
