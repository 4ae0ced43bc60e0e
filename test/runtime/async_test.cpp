// Calls that no thread waits for.

#include "allocated.h"
#include "child_server.h"
#include "desk.h"
#include "holdings.h"
#include "raw_server.h"

#include <rpc/async.h>

#include <condition_variable>
#include <coroutine>
#include <deque>
#include <functional>
#include <future>
#include <optional>
#include <stop_token>

// What libstdc++ keeps in futures is made by its own code, which is not instrumented for
// MemorySanitizer.
#define HAS_FUTURES
#ifdef __has_feature
#if __has_feature(memory_sanitizer)
#undef HAS_FUTURES
#endif
#endif

namespace {

using namespace fixture;
using rpc::status;

class Async : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, Async, testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

/// A coroutine that runs by itself, and does not throw.
struct detached {
  struct promise_type {
    detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

/// Runs what it is given on the thread that says so.
class queue {
 public:
  rpc::executor executor() {
    return [this](std::function<void()> next) {
      const std::lock_guard lock(mutex_);
      all_.push_back(std::move(next));
    };
  }
  bool run_one() {
    std::function<void()> next;
    {
      const std::lock_guard lock(mutex_);
      if (all_.empty()) return false;
      next = std::move(all_.front());
      all_.pop_front();
    }
    next();
    return true;
  }
  template <class Done>
  bool run_until(Done done) {
    return eventually([&] {
      while (run_one()) {
      }
      return done();
    });
  }

 private:
  std::mutex mutex_;
  std::deque<std::function<void()>> all_;
};

TEST_P(Async, ResultsAreTaken) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::uint32_t two = 0;
  rpc::pending<void> add = rpc::async(client).add_one(1, &two);
  rpc::pending<std::uint32_t> sleep = rpc::async(client).sleep(0);
  add.wait();
  EXPECT_TRUE(add.ready());
  EXPECT_EQ(two, 0u);  // results are stored when they are taken
  add.get();
  EXPECT_EQ(two, 2u);
  EXPECT_EQ(sleep.get(), 0u);
}

TEST_P(Async, Coroutines) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::atomic<int> done = 0;
  const auto count = [&](std::uint32_t upto) -> detached {
    std::uint32_t sum = 0;
    while (sum < upto) co_await rpc::async(client).add_one(sum, &sum);
    EXPECT_EQ(sum, upto);
    try {
      co_await rpc::async(client).fail(2);
      ADD_FAILURE();
    } catch (const rpc::error& failed) {
      EXPECT_EQ(failed.code(), status::access_denied);
      EXPECT_EQ(std::string(failed.what()).find("echo::fail: "), 0u) << failed.what();
    }
    EXPECT_EQ(co_await rpc::async(client).sleep(1), 1u);
    ++done;
  };
  for (const std::uint32_t upto : {3u, 5u, 100u}) count(upto);
  EXPECT_TRUE(eventually([&] { return done == 3; }));
}

TEST_P(Async, ContinueWhereTheExecutorSays) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  queue here;
  bool done = false;
  const auto run = [&](std::thread::id wanted) -> detached {
    for (int i = 0; i < 20; ++i) {
      EXPECT_EQ(co_await rpc::async(client, here.executor()).sleep(1), 1u);
      EXPECT_EQ(std::this_thread::get_id(), wanted);
    }
    done = true;
  };
  run(std::this_thread::get_id());
  EXPECT_TRUE(here.run_until([&] { return done; }));
  std::vector<int> order;
  rpc::async(client, here.executor()).sleep(0).then([&](rpc::pending<std::uint32_t> call) {
    EXPECT_EQ(call.get(), 0u);
    order.push_back(2);
  });
  order.push_back(1);  // it is not called at once, even in-process
  EXPECT_TRUE(here.run_until([&] { return order.size() == 2; }));
  EXPECT_EQ(order, (std::vector<int>{1, 2}));
}

#ifdef HAS_FUTURES
TEST_P(Async, CallbacksAndFutures) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::promise<std::uint32_t> called;
  std::uint32_t two = 0;
  rpc::async(client).add_one(1, &two).then([&](rpc::pending<void> call) {
    EXPECT_TRUE(call.ready());
    call.get();
    called.set_value(two);
  });
  EXPECT_EQ(called.get_future().get(), 2u);
  EXPECT_EQ(rpc::async(client).sleep(3).future().get(), 3u);
  std::uint32_t three = 0;
  rpc::async(client).add_one(2, &three).future().get();
  EXPECT_EQ(three, 3u);
  EXPECT_EQ(status_of([&] { rpc::async(client).fail(2).future().get(); }), status::access_denied);
}
#endif

// Failures that were known at once are told as all others are.
TEST_P(Async, FailuresAreThrownWhenResultsAreTaken) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  auto null = rpc::async(client).add_one(1, nullptr);
  EXPECT_TRUE(null.ready());
  EXPECT_EQ(status_of([&] { null.get(); }), status::null_ref_pointer);
  auto nowhere = rpc::invoke(rpc::async_binding(rpc::binding(rpc::offer_of<echo::service>())),
                             echo::wire::fail{1});
  EXPECT_EQ(status_of([&] { nowhere.get(); }), status::invalid_binding);
  std::stop_source stop;
  stop.request_stop();
  auto stopped = rpc::async(rpc::with(client, {.stop = stop.get_token()})).sleep(1);
  EXPECT_EQ(status_of([&] { stopped.get(); }), status::fault_cancel);
  peer->close();
  auto closed = rpc::async(client).sleep(1);
  EXPECT_EQ(status_of([&] { closed.get(); }), status::call_failed_dne);
  EXPECT_EQ(at.service.slept, 0);
}

TEST_P(Async, ContextHandles) {
  desk_server at;
  const auto peer = at.connect(GetParam());
  const rpc::async_binding over(rpc::binding(*peer, rpc::interface<desk::service>::id, "desk"));
  desk::drawer* with = nullptr;
  rpc::invoke(over, desk::wire::open{7, &with}).get();
  ASSERT_NE(with, nullptr);
  EXPECT_EQ(rpc::invoke(over, desk::wire::use{with, {0}}).get(), 7u);
  rpc::invoke(over, desk::wire::close{&with, 0}).get();
  EXPECT_EQ(with, nullptr);
}

// Results that are not taken are not stored, and not leaked.
TEST_P(Async, CallsThatAreDroppedAreGivenUp) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::uint32_t two = 0;
  for (int i = 0; i < 100; ++i) static_cast<void>(rpc::async(client).add_one(1, &two));
  EXPECT_EQ(client.add_one(1), 2u);
  EXPECT_EQ(two, 0u);
}

class AsyncOverSockets : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, AsyncOverSockets, testing::Values(via::tcp, via::local),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(AsyncOverSockets, OneThreadKeeps1000CallsOutstanding) {
  rpc::server_options options;
  options.max_calls_per_connection = 2000;
  running_server at(options);
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::vector<std::uint32_t> results(1000);
  std::vector<rpc::pending<void>> calls;
  std::atomic<bool> sleeps = true;
  std::thread sleeper([&] {
    client.sleep(echo_service::until_woken);
    sleeps = false;
  });
  ASSERT_TRUE(eventually([&] { return at.service.running == 1; }));
  for (std::uint32_t i = 0; i < 1000; ++i)
    calls.push_back(rpc::async(client).add_one(i, &results[i]));
  for (auto& call : calls) call.get();
  for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(results[i], i + 1);
  EXPECT_TRUE(sleeps);
  at.service.wake();
  sleeper.join();
}

TEST_P(AsyncOverSockets, OutstandingAtOnce) {
  running_server at;
  at.service.fills_wait = true;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::vector<std::array<std::uint8_t, 5>> data(1000);
  std::vector<rpc::pending<void>> calls;
  for (auto& each : data) calls.push_back(rpc::async(client).fill(5, each.data()));
  for (const auto& call : calls) EXPECT_FALSE(call.ready());
  EXPECT_FALSE(calls.front().wait_for(10ms));
  at.service.wake();
  for (auto& call : calls) call.get();
  for (const auto& each : data) EXPECT_EQ(each, (std::array<std::uint8_t, 5>{7, 7, 7, 7, 7}));
}

TEST_P(AsyncOverSockets, BesideCallsThatWait) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::vector<std::thread> threads;
  for (std::uint32_t t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (std::uint32_t i = 0; i < 200; ++i) {
        std::uint32_t result = 0;
        auto call = rpc::async(client).add_one(i, &result);
        EXPECT_EQ(client.add_one(t), t + 1);
        call.get();
        EXPECT_EQ(result, i + 1);
      }
    });
  for (std::thread& thread : threads) thread.join();
}

TEST_P(AsyncOverSockets, LargeMessages) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  constexpr std::uint32_t size = 1u << 20;
  std::vector<std::vector<std::uint8_t>> data(8, std::vector<std::uint8_t>(size));
  std::vector<rpc::pending<void>> calls;
  for (auto& each : data) {
    for (std::uint32_t i = 0; i < size; ++i) each[i] = static_cast<std::uint8_t>(i % 251);
    calls.push_back(rpc::async(client).reverse(size, each.data()));
  }
  for (auto& call : calls) call.get();
  for (const auto& each : data)
    for (std::uint32_t i = 0; i < size; ++i)
      ASSERT_EQ(each[size - 1 - i], static_cast<std::uint8_t>(i % 251));
}

// What continues on the thread that reads may make calls and wait for them.
#ifdef HAS_FUTURES
TEST_P(AsyncOverSockets, CallsThatFollowMayWait) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::promise<std::uint32_t> done;
  rpc::async(client).sleep(5).then([&](rpc::pending<std::uint32_t> first) {
    std::uint32_t result = client.add_one(first.get());
    rpc::async(client).add_one(result, &result).get();
    done.set_value(result);
  });
  EXPECT_EQ(done.get_future().get(), 7u);
}
#endif

#ifdef HAS_FUTURES
TEST_P(AsyncOverSockets, PassTheirLimitsOfTime) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  const auto sleep = [&](std::chrono::milliseconds limit) {
    return rpc::async(rpc::with(client, {.timeout = limit})).sleep(echo_service::until_woken);
  };
  auto later = sleep(300ms), sooner = sleep(50ms), never = sleep(0ms);
  const auto begin = clock::now();
  std::string text;
  EXPECT_EQ(status_of([&] { sooner.get(); }, &text), status::call_timed_out);
  EXPECT_NE(text.find("did not answer in time; the call may have executed"), text.npos) << text;
  EXPECT_GE(since(begin), 40ms);
  EXPECT_LT(since(begin), 290ms);
  EXPECT_FALSE(later.ready());
  std::promise<status> code;
  std::move(later).then(
      [&](rpc::pending<std::uint32_t> call) { code.set_value(status_of([&] { call.get(); })); });
  EXPECT_EQ(code.get_future().get(), status::call_timed_out);
  EXPECT_GE(since(begin), 290ms);
  EXPECT_FALSE(never.ready());
  at.service.wake();
  EXPECT_EQ(never.get(), echo_service::until_woken);
}
#endif

TEST_P(AsyncOverSockets, Stop) {
  running_server at;
  at.service.action = [] {
    const std::stop_token stop = rpc::call_stop_token();
    eventually([&] { return stop.stop_requested(); });
    throw rpc::error(status::fault_cancel);
  };
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::stop_source stop;
  auto by_token = rpc::async(rpc::with(client, {.stop = stop.get_token()})).fail(5);
  auto by_hand = rpc::async(client).fail(5);
  auto obstinate = rpc::async(rpc::with(client, {.stop = stop.get_token(), .cancel_timeout = 50ms}))
                       .sleep(echo_service::until_woken);
  EXPECT_FALSE(by_token.wait_for(20ms));
  stop.request_stop();
  EXPECT_EQ(status_of([&] { by_token.get(); }), status::fault_cancel);
  EXPECT_EQ(status_of([&] { obstinate.get(); }), status::fault_cancel);
  EXPECT_FALSE(by_hand.ready());
  by_hand.cancel();
  EXPECT_EQ(status_of([&] { by_hand.get(); }), status::fault_cancel);
  at.service.wake();
}

// Each way in which a call is given up leaves memory, threads and descriptors where they were.
TEST_P(AsyncOverSockets, HundredThousandCancelledCallsLeaveNothing) {
  constexpr int calls_of_all = sanitized ? 10'000 : 100'000;
  child_server at(GetParam() == via::tcp ? any_port : local_binding());
  rpc::connection peer(at.where());
  const echo::client client(peer);
  const auto cancel_many = [&](int count) {
    for (int i = 0; i < count; i += 100) {
      std::stop_source stop;
      const auto stoppable =
          rpc::async(rpc::with(client, {.stop = stop.get_token(), .cancel_timeout = 0ms}));
      std::vector<rpc::pending<std::uint32_t>> calls;
      for (int j = 0; j < 50; ++j) {
        calls.push_back(stoppable.sleep(0));
        static_cast<void>(rpc::async(client).sleep(0));
      }
      stop.request_stop();
      for (auto& call : calls) static_cast<void>(status_of([&] { call.get(); }));
    }
    EXPECT_EQ(client.add_one(1), 2u);
  };
  cancel_many(5000);
  const holdings before = of(::getpid());
  const long allocated_before = allocated();
  cancel_many(calls_of_all);
  const holdings after = of(::getpid());
  EXPECT_LT(allocated(), allocated_before + (1 << 20));
  EXPECT_EQ(after.descriptors, before.descriptors);
  EXPECT_EQ(after.threads, before.threads);
  // A sanitizer's allocator keeps what was released.
  if (!sanitized) {
    EXPECT_LT(after.kib, before.kib + 2048);
  }
}

TEST_P(AsyncOverSockets, TheConnectionIsLost) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::vector<rpc::pending<std::uint32_t>> calls;
  for (int i = 0; i < 10; ++i) calls.push_back(rpc::async(client).sleep(echo_service::until_woken));
  ASSERT_TRUE(eventually([&] { return at.service.running == 10; }));
  std::atomic<int> failed = 0;
  for (int i = 0; i < 5; ++i) {
    std::move(calls.back()).then([&](rpc::pending<std::uint32_t> call) {
      failed += status_of([&] { call.get(); }) == status::call_failed;
    });
    calls.pop_back();
  }
  peer->close();
  for (auto& call : calls) EXPECT_EQ(status_of([&] { call.get(); }), status::call_failed);
  EXPECT_TRUE(eventually([&] { return failed == 5; }));
  at.service.wake();
}

// The thread that reads ends with the last connection that it reads.
TEST_P(AsyncOverSockets, TheThreadEnds) {
  child_server at(GetParam() == via::tcp ? any_port : local_binding());
  const long threads = of(::getpid()).threads;
  std::optional<long> descriptors;  // with those of the thread, which stay
  for (int i = 0; i < 20; ++i) {
    {
      rpc::connection peer(at.where());
      EXPECT_EQ(rpc::async(echo::client(peer)).sleep(0).get(), 0u);
      EXPECT_EQ(of(::getpid()).threads, threads + 1);
    }
    EXPECT_TRUE(eventually([&] { return of(::getpid()).threads == threads; }));
    if (!descriptors) descriptors = of(::getpid()).descriptors;
    EXPECT_EQ(of(::getpid()).descriptors, *descriptors);
  }
}

// A call whose client and connection are gone is still answered.
#ifdef HAS_FUTURES
TEST_P(AsyncOverSockets, OutlivesItsClient) {
  running_server at;
  auto peer = at.connect(GetParam());
  std::promise<std::uint32_t> result;
  rpc::async(echo::client(*peer)).sleep(20).then([&](rpc::pending<std::uint32_t> call) {
    result.set_value(call.get());
  });
  peer.reset();
  EXPECT_EQ(result.get_future().get(), 20u);
}
#endif

}  // namespace
