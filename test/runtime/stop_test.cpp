// Calls that nobody waits for any more: how an implementation learns of it.

#include "raw_client.h"

#include <condition_variable>
#include <optional>
#include <stop_token>

namespace {

using namespace fixture;
using rpc::status;

constexpr std::uint8_t co_cancel = 18;
constexpr std::uint8_t orphaned = 19;

/// A PDU that is nothing but a header.
bytes notice(std::uint8_t type, std::uint8_t call_id) {
  return {5, 0, type, 3, 0x10, 0, 0, 0, 16, 0, 0, 0, call_id, 0, 0, 0};
}

/// A server whose fail(5) waits until it is asked to stop, and then answers with fault_cancel.
struct stoppable_server : running_server {
  explicit stoppable_server(rpc::server_options options = {}) : running_server(options) {
    service.action = [this] {
      const std::stop_token stop = rpc::call_stop_token();
      EXPECT_TRUE(stop.stop_possible());
      std::mutex mutex;
      std::unique_lock lock(mutex);
      ++waiting;
      std::condition_variable_any().wait_for(lock, stop, patience, [] { return false; });
      --waiting;
      if (!stop.stop_requested()) return;
      ++stopped;
      throw rpc::error(status::fault_cancel);
    };
  }
  ~stoppable_server() { server.stop(); }  // its action uses what follows

  bool waits(int calls = 1) {
    return eventually([&] { return waiting == calls; });
  }
  bool stops(int calls = 1) {
    return eventually([&] { return stopped == calls; });
  }

  std::atomic<int> waiting = 0;
  std::atomic<int> stopped = 0;
};

class Stop : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, Stop, testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(Stop, AClientCancels) {
  stoppable_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::vector<std::thread> callers;
  for (int i = 0; i < 3; ++i)
    callers.emplace_back([&] {
      std::string text;
      EXPECT_EQ(status_of([&] { client.fail(5); }, &text), status::fault_cancel);
      EXPECT_NE(text.find("answered with a fault"), text.npos) << text;
    });
  ASSERT_TRUE(at.waits(3));
  peer->cancel();
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(at.stopped, 3);
  EXPECT_EQ(client.add_one(1), 2u);
  peer->cancel();  // nothing
  EXPECT_EQ(client.add_one(1), 2u);
}

TEST_P(Stop, AClientCancelsWhatDoesNotStop) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::thread caller(
      [&] { EXPECT_EQ(client.sleep(echo_service::until_woken), echo_service::until_woken); });
  ASSERT_TRUE(eventually([&] { return at.service.running == 1; }));
  for (int i = 0; i < 3; ++i) peer->cancel();
  at.service.wake();
  caller.join();
}

TEST_P(Stop, AConnectionEnds) {
  stoppable_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::thread caller([&] { EXPECT_NE(status_of([&] { client.fail(5); }), status::ok); });
  ASSERT_TRUE(at.waits());
  peer->close();
  EXPECT_TRUE(at.stops());
  caller.join();
}

TEST_P(Stop, AServerIsStopped) {
  rpc::server_options options;
  options.drain_timeout = 200ms;
  stoppable_server at(options);
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::thread caller([&] { EXPECT_NE(status_of([&] { client.fail(5); }), status::ok); });
  ASSERT_TRUE(at.waits());
  const auto begin = clock::now();
  at.server.stop();
  EXPECT_GE(since(begin), 200ms);
  EXPECT_EQ(at.stopped, 1);
  caller.join();
}

TEST_P(Stop, CallsThatRunAreLeftTheTimeToDrain) {
  stoppable_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::atomic<bool> asked = false;
  std::atomic<bool> ended = false;
  at.service.action = [&] {
    ++at.waiting;
    const std::stop_token stop = rpc::call_stop_token();
    ended.wait(false);
    asked = stop.stop_requested();
  };
  std::thread caller([&] { client.fail(5); });  // is answered
  ASSERT_TRUE(at.waits());
  std::thread stopper([&] { at.server.stop(); });
  std::this_thread::sleep_for(50ms);
  ended = true;
  ended.notify_all();
  caller.join();
  stopper.join();
  EXPECT_FALSE(asked);
}

TEST_P(Stop, ACallThatDoesNotStopLosesItsConnection) {
  rpc::server_options options;
  options.drain_timeout = 100ms;
  running_server at(options);
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  const bool local = GetParam() == via::in_process;  // on this thread it cannot return sooner
  std::atomic<bool> failed = false;
  std::thread caller([&] {
    const status code = status_of([&] { client.sleep(echo_service::until_woken); });
    EXPECT_EQ(code, local ? status::ok : status::call_failed);
    failed = true;
  });
  ASSERT_TRUE(eventually([&] { return at.service.running == 1; }));
  std::thread stopper([&] { at.server.stop(); });
  if (!local) {
    EXPECT_TRUE(eventually([&] { return failed.load(); }));
  }
  EXPECT_EQ(at.service.slept, 0);
  at.service.wake();
  caller.join();
  stopper.join();
  EXPECT_EQ(at.service.slept, 1);
}

TEST_P(Stop, ATokenOutlivesItsCall) {
  stoppable_server at;
  std::stop_token kept;
  at.service.action = [&] {
    kept = rpc::call_stop_token();
    EXPECT_EQ(kept, rpc::call_stop_token());
  };
  auto peer = at.connect(GetParam());
  echo::client(*peer).fail(5);
  peer.reset();
  at.server.stop();
  EXPECT_FALSE(kept.stop_requested());
}

TEST_P(Stop, CallsEndAndAreCancelledAtOnce) {
  stoppable_server at;
  at.service.action = [] {
    const std::stop_token stop = rpc::call_stop_token();
    const std::stop_callback callback(stop, [] {});
    if (stop.stop_requested()) throw rpc::error(status::fault_cancel);
  };
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::atomic<int> callers = 4;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int round = 0; round < 200; ++round) {
        const status code = status_of([&] { client.fail(5); });
        EXPECT_TRUE(code == status::ok || code == status::fault_cancel) << rpc::name(code);
      }
      --callers;
    });
  while (callers > 0) peer->cancel();
  for (std::thread& thread : threads) thread.join();
}

class StopOverSockets : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, StopOverSockets, testing::Values(via::tcp, via::local),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(StopOverSockets, ACallTimesOut) {
  stoppable_server at;
  rpc::connection_options options;
  options.call_timeout = 50ms;
  const auto peer = at.connect(GetParam(), options);
  EXPECT_EQ(status_of([&] { echo::client(*peer).fail(5); }), status::call_timed_out);
  EXPECT_TRUE(at.stops());
}

TEST_P(StopOverSockets, ClientsGo) {
  stoppable_server at;
  for (int how = 0; how < 3; ++how) {
    multiplexed_client client(GetParam() == via::tcp ? at.tcp : at.local);
    client.send(requests(2, 4, number(5)));
    ASSERT_TRUE(at.waits(2));
    if (how == 0) client.reset();
    if (how == 1) client.end_input();
    if (how == 2) client.send(bytes(16, 0x41));  // breaks the protocol
    EXPECT_TRUE(at.stops(2 * (how + 1)));
  }
}

TEST_P(StopOverSockets, OnlyTheCallThatIsGivenUp) {
  for (const std::uint8_t type : {co_cancel, orphaned}) {
    stoppable_server at;
    multiplexed_client client(GetParam() == via::tcp ? at.tcp : at.local);
    client.send(requests(3, 4, number(5)));
    ASSERT_TRUE(at.waits(3));
    client.send(notice(type, 2));
    EXPECT_TRUE(at.stops(1));
    std::this_thread::sleep_for(20ms);
    EXPECT_EQ(at.stopped, 1);
    EXPECT_EQ(at.waiting, 2);
    if (type == co_cancel) {
      const bytes fault = client.receive(32);
      ASSERT_EQ(fault.size(), 32u);
      EXPECT_EQ(fault[12], 2);
      EXPECT_EQ(bytes(fault.begin() + 24, fault.begin() + 28),
                number(static_cast<std::uint32_t>(status::fault_cancel)));
    }
    client.reset();
    EXPECT_TRUE(at.stops(3));
  }
}

// The notice comes before the implementation asks.
TEST_P(StopOverSockets, ACallIsCancelledBeforeItAsks) {
  stoppable_server at;
  std::atomic<bool> cancelled = false;
  std::optional<bool> asked;
  at.service.action = [&] {
    ++at.waiting;
    cancelled.wait(false);
    asked = rpc::call_stop_token().stop_requested();
  };
  multiplexed_client client(GetParam() == via::tcp ? at.tcp : at.local);
  client.send(requests(1, 4, number(5)));
  ASSERT_TRUE(at.waits());
  client.send(notice(co_cancel, 1));
  client.send(requests(2, 0, number(1)));  // when the second is answered, the notice was read
  EXPECT_EQ(client.receive(28).size(), 28u);
  cancelled = true;
  cancelled.notify_all();
  EXPECT_EQ(client.receive(28 + 24).size(), 28u + 24u);
  EXPECT_EQ(asked, true);
}

TEST(Stop, OutsideOfCallsThereIsNone) { EXPECT_FALSE(rpc::call_stop_token().stop_possible()); }

}  // namespace
