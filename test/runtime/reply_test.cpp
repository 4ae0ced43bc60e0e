// Implementations that answer after they have returned.

#include "desk.h"
#include "pipes.h"

#include <rpc/async.h>
#include <rpc/reply.h>
#include <rpc/stop.h>

#include <condition_variable>
#include <deque>
#include <optional>
#include <set>
#include <stop_token>

namespace {

using namespace fixture;
using rpc::status;

/// Does what it is given, on a thread of its own, when it is let.
class worker {
 public:
  void post(std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    all_.push_back(std::move(work));
    changed_.notify_all();
  }
  void hold(bool held) {
    const std::lock_guard lock(mutex_);
    held_ = held;
    changed_.notify_all();
  }
  std::size_t waiting() {
    const std::lock_guard lock(mutex_);
    return all_.size();
  }
  std::thread::id id() const { return thread_.get_id(); }
  ~worker() {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
      changed_.notify_all();
    }
    thread_.join();
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return ends_ || (!held_ && !all_.empty()); });
      if (ends_) return;
      auto next = std::move(all_.front());
      all_.pop_front();
      lock.unlock();
      next();
      next = nullptr;
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> all_;
  bool held_ = false;
  bool ends_ = false;
  std::thread thread_{[this] { work(); }};
};

/// A copy of which there is only one, for std::function.
template <class T>
std::shared_ptr<T> shared(T value) {
  return std::make_shared<T>(std::move(value));
}

/// Answers with the worker.
struct later_echo : echo_service {
  void add_one(std::uint32_t value, std::uint32_t* result) override {
    at.post([value, result, reply = shared(rpc::reply<void>::take())] {
      *result = value + 1;
      reply->complete();
    });
  }
  void reverse(std::uint32_t count, std::uint8_t* data) override {
    at.post([count, data, reply = shared(rpc::reply<void>::take())] {
      reply->run([&] {
        auto* const copy = static_cast<std::uint8_t*>(rpc::allocate(count));  // goes with the call
        std::copy_n(data, count, copy);
        std::reverse_copy(copy, copy + count, data);
      });
    });
  }
  std::uint32_t sleep(std::uint32_t milliseconds) override {
    if (on_sleep) return on_sleep(milliseconds);
    at.post([milliseconds, reply = shared(rpc::reply<std::uint32_t>::take())] {
      reply->complete(milliseconds);
    });
    return 99;  // is not sent
  }

  worker at;
  std::function<std::uint32_t(std::uint32_t)> on_sleep;
};

using later_server = server_of<later_echo>;

class Reply : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, Reply, testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(Reply, AnswersFromAnotherThread) {
  later_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  for (std::uint32_t i = 0; i < 100; ++i) {
    EXPECT_EQ(client.add_one(i), i + 1);
    EXPECT_EQ(client.sleep(i), i);
  }
  std::vector<std::uint8_t> data{1, 2, 3};
  client.reverse(3, data.data());
  EXPECT_EQ(data, (std::vector<std::uint8_t>{3, 2, 1}));
}

TEST_P(Reply, HoldsNoThread) {
  rpc::server_options options;
  options.threads = 1;
  options.max_calls_per_connection = 2000;
  later_server at(options);
  at.service.at.hold(true);
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::vector<std::uint32_t> results(1000);
  std::vector<rpc::pending<void>> calls;
  for (std::uint32_t i = 0; i < 1000; ++i)
    calls.push_back(rpc::async(client).add_one(i, &results[i]));
  ASSERT_TRUE(eventually([&] { return at.service.at.waiting() == 1000; }));
  EXPECT_FALSE(calls.front().ready());
  if (GetParam() != via::in_process) {
    EXPECT_TRUE(eventually([&] {
      const auto now = at.server.statistics();
      return now.deferred_calls == 1000 && now.running_calls == 0;
    }));
  }
  client.fail(7);  // which is answered at once, by the only thread
  at.service.at.hold(false);
  for (auto& call : calls) call.get();
  for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(results[i], i + 1);
  EXPECT_TRUE(eventually([&] { return at.server.statistics().deferred_calls == 0; }));
}

// In either order of return and answer, and racing.
TEST_P(Reply, MayComeBeforeTheImplementationReturns) {
  later_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  at.service.on_sleep = [](std::uint32_t value) {
    rpc::reply<std::uint32_t>::take().complete(value + 1);
    return 0u;
  };
  EXPECT_EQ(client.sleep(1), 2u);
  at.service.on_sleep = [&](std::uint32_t value) {
    std::atomic<bool> answered = false;
    at.service.at.post([&, reply = shared(rpc::reply<std::uint32_t>::take())] {
      reply->complete(value + 2);
      answered = true;
    });
    eventually([&] { return answered.load(); });
    return 0u;
  };
  EXPECT_EQ(client.sleep(1), 3u);
  at.service.on_sleep = [&](std::uint32_t value) {
    at.service.at.post(
        [value, reply = shared(rpc::reply<std::uint32_t>::take())] { reply->complete(value); });
    return 0u;
  };
  for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(client.sleep(i), i);
}

TEST_P(Reply, Failures) {
  later_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  const auto fails = [&](auto act) {
    at.service.on_sleep = [&at, act](std::uint32_t) {
      at.service.at.post(
          [act, reply = shared(rpc::reply<std::uint32_t>::take())] { act(std::move(*reply)); });
      return 0u;
    };
    return status_of([&] { client.sleep(1); });
  };
  using reply = rpc::reply<std::uint32_t>;
  EXPECT_EQ(fails([](reply of) {
              of.run([]() -> std::uint32_t { throw rpc::error(status::access_denied); });
            }),
            status::access_denied);
  EXPECT_EQ(
      fails([](reply of) { of.fail(std::make_exception_ptr(rpc::error(status::fault_cancel))); }),
      status::fault_cancel);
  EXPECT_FALSE(at.log.contains("echo::sleep"));
  EXPECT_EQ(fails([](reply of) {
              of.run([]() -> std::uint32_t { throw std::runtime_error("a secret"); });
            }),
            status::fault_unspec);
  EXPECT_TRUE(at.log.gets("echo::sleep: a secret"));
  EXPECT_EQ(fails([](reply) {}), status::fault_unspec);
  EXPECT_TRUE(at.log.gets("echo::sleep: its reply was destroyed without an answer"));
  // A second answer is the program's mistake; the first one was sent.
  EXPECT_EQ(fails([](reply of) {
              of.complete(1);
              EXPECT_THROW(of.complete(2), std::logic_error);
              EXPECT_THROW(static_cast<void>(of.stop_token()), std::logic_error);
              EXPECT_THROW(static_cast<void>(of.enter()), std::logic_error);
            }),
            status::ok);
  at.service.on_sleep = nullptr;
  EXPECT_EQ(client.sleep(1), 1u);
}

// What the implementation throws is the answer, once nothing uses the call any more.
TEST_P(Reply, ImplementationThrows) {
  later_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  at.service.on_sleep = [&](std::uint32_t) -> std::uint32_t {
    at.service.at.post([reply = shared(rpc::reply<std::uint32_t>::take())] { reply->complete(1); });
    throw rpc::error(status::access_denied, "a secret");
  };
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(status_of([&] { client.sleep(1); }), status::access_denied);
  at.service.on_sleep = [](std::uint32_t) -> std::uint32_t {
    const auto reply = rpc::reply<std::uint32_t>::take();
    throw rpc::error(status::access_denied, "a secret");
  };
  EXPECT_EQ(status_of([&] { client.sleep(1); }), status::access_denied);
}

TEST_P(Reply, IsTakenOnce) {
  EXPECT_THROW(static_cast<void>(rpc::reply<void>::take()), std::logic_error);
  later_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  at.service.on_sleep = [](std::uint32_t value) {
    EXPECT_THROW(static_cast<void>(rpc::reply<void>::take()), std::logic_error);
    EXPECT_THROW(static_cast<void>(rpc::reply<std::int32_t>::take()), std::logic_error);
    auto reply = rpc::reply<std::uint32_t>::take();
    EXPECT_THROW(static_cast<void>(rpc::reply<std::uint32_t>::take()), std::logic_error);
    reply.run([&] {
      EXPECT_THROW(static_cast<void>(rpc::reply<std::uint32_t>::take()), std::logic_error);
      return value;
    });
    return 0u;
  };
  EXPECT_EQ(client.sleep(5), 5u);
}

// Its pipes end with the implementation.
TEST_P(Reply, IsNotForPipes) {
  pipes::running_server at;
  at.impl.on_fetch = [](std::uint64_t, pipes::byte_pipe&) {
    EXPECT_THROW(static_cast<void>(rpc::reply<std::uint32_t>::take()), std::logic_error);
    return 17u;
  };
  const auto peer = at.connect(GetParam());
  rpc::sink<std::uint8_t> none([](std::span<const std::uint8_t>) {});
  EXPECT_EQ(pipes::client(*peer).fetch(0, none), 17u);
}

TEST_P(Reply, KnowsItsCall) {
  later_server at;
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  at.service.on_sleep = [&](std::uint32_t value) {
    const std::string client_text = rpc::current_call().peer;
    at.service.at.post([value, client_text, reply = shared(rpc::reply<std::uint32_t>::take())] {
      EXPECT_EQ(reply->client().peer, client_text);
      EXPECT_THROW(static_cast<void>(rpc::current_call()), rpc::error);
      {
        const rpc::entered_call here = reply->enter();
        EXPECT_EQ(rpc::current_call().peer, client_text);
        EXPECT_NE(rpc::allocate(value), nullptr);
      }
      reply->run([&] { return static_cast<std::uint32_t>(rpc::current_call().peer.size()); });
      EXPECT_THROW(static_cast<void>(rpc::current_call()), rpc::error);
    });
    return 0u;
  };
  EXPECT_GT(client.sleep(5), 0u);
}

TEST_P(Reply, HooksAndNumbers) {
  std::atomic<int> begun = 0, ended = 0;
  rpc::server_options options;
  options.call_begins = [&](const rpc::observed_call&) { ++begun; };
  options.call_ends = [&](const rpc::observed_call&, const rpc::observed_end& end) {
    EXPECT_EQ(end.result, status::ok);
    EXPECT_GE(end.duration, 20ms);
    ++ended;
  };
  later_server at(options);
  at.service.at.hold(true);
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  auto call = rpc::async(client).sleep(3);
  ASSERT_TRUE(eventually([&] { return at.service.at.waiting() == 1; }));
  EXPECT_EQ(begun, 1);
  EXPECT_EQ(ended, 0);
  std::this_thread::sleep_for(20ms);
  at.service.at.hold(false);
  EXPECT_EQ(call.get(), 3u);
  EXPECT_EQ(begun, 1);
  EXPECT_EQ(ended, 1);
}

TEST_P(Reply, IsAskedToStop) {
  later_server at;
  std::optional<rpc::reply<std::uint32_t>> held;
  std::atomic<bool> asked = false, answered = false;
  std::optional<std::stop_callback<std::function<void()>>> on_stop;
  at.service.on_sleep = [&](std::uint32_t) {
    held.emplace(rpc::reply<std::uint32_t>::take());
    on_stop.emplace(held->stop_token(), [&] {
      asked = true;
      at.service.at.post([&] {
        held->fail(std::make_exception_ptr(rpc::error(status::fault_cancel)));
        answered = true;
      });
    });
    return 0u;
  };
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  auto call = rpc::async(client).sleep(1);
  EXPECT_FALSE(call.wait_for(20ms));
  call.cancel();
  EXPECT_EQ(status_of([&] { call.get(); }), status::fault_cancel);
  EXPECT_TRUE(asked);
  EXPECT_TRUE(eventually([&] { return answered.load(); }));
  on_stop.reset();
}

TEST_P(Reply, ToAClientThatIsGone) {
  later_server at;
  at.service.at.hold(true);
  {
    const auto peer = at.connect(GetParam());
    const echo::client client(*peer);
    std::uint32_t one = 0;
    std::vector<rpc::pending<void>> calls;
    for (int i = 0; i < 50; ++i) calls.push_back(rpc::async(client).add_one(1, &one));
    ASSERT_TRUE(eventually([&] { return at.service.at.waiting() == 50; }));
  }
  at.service.at.hold(false);
  EXPECT_TRUE(eventually([&] { return at.service.at.waiting() == 0; }));
  const auto peer = at.connect(GetParam());
  EXPECT_EQ(echo::client(*peer).add_one(1), 2u);
}

TEST_P(Reply, IsAwaitedByStop) {
  later_server at;
  at.service.at.hold(true);
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  auto call = rpc::async(client).sleep(3);
  ASSERT_TRUE(eventually([&] { return at.service.at.waiting() == 1; }));
  std::atomic<bool> stopped = false;
  std::thread stopping([&] {
    at.server.stop();
    stopped = true;
  });
  std::this_thread::sleep_for(1500ms);  // longer than a server waits for idle clients
  EXPECT_FALSE(stopped);
  at.service.at.hold(false);
  EXPECT_EQ(call.get(), 3u);
  stopping.join();
}

TEST_P(Reply, IsAskedToStopWhenTheDrainIsOver) {
  rpc::server_options options;
  options.drain_timeout = 50ms;
  later_server at(options);
  std::atomic<bool> asked = false, taken = false;
  at.service.on_sleep = [&](std::uint32_t) {
    at.service.at.post([&, reply = shared(rpc::reply<std::uint32_t>::take())] {
      const std::stop_token stop = reply->stop_token();
      asked = eventually([&] { return stop.stop_requested(); });
      reply->complete(1);
    });
    taken = true;
    return 0u;
  };
  const auto peer = at.connect(GetParam());
  auto call = rpc::async(echo::client(*peer)).sleep(3);
  ASSERT_TRUE(eventually([&] { return taken.load(); }));
  at.server.stop();
  EXPECT_TRUE(asked);
}

// No thread waits for the answer, whichever thread gives it.
TEST_P(Reply, CallsThatFollow) {
  later_server at;
  at.service.at.hold(true);
  const auto peer = at.connect(GetParam());
  const echo::client client(*peer);
  std::atomic<int> done = 0;
  for (std::uint32_t i = 0; i < 10; ++i)
    rpc::async(client).sleep(i).then([&, i](rpc::pending<std::uint32_t> call) {
      EXPECT_EQ(call.get(), i);
      ++done;
    });
  ASSERT_TRUE(eventually([&] { return at.service.at.waiting() == 10; }));
  EXPECT_EQ(done, 0);
  client.fail(7);  // a call that this thread waits for, meanwhile
  at.service.at.hold(false);
  EXPECT_TRUE(eventually([&] { return done == 10; }));
}

TEST_P(Reply, TimeLimitsWhereNoThreadWaits) {
  later_server at;
  at.service.at.hold(true);
  const auto peer = at.connect(GetParam());
  const auto client = rpc::with(echo::client(*peer), {.timeout = 50ms});
  std::atomic<status> code = status::ok;
  rpc::async(client).sleep(1).then(
      [&](rpc::pending<std::uint32_t> call) { code = status_of([&] { call.get(); }); });
  EXPECT_TRUE(eventually([&] { return code != status::ok; }));
  EXPECT_EQ(code, status::call_timed_out);
  at.service.at.hold(false);
}

TEST_P(Reply, TheConnectionIsClosed) {
  later_server at;
  at.service.at.hold(true);
  const auto peer = at.connect(GetParam());
  std::atomic<status> code = status::ok;
  rpc::async(echo::client(*peer)).sleep(1).then([&](rpc::pending<std::uint32_t> call) {
    code = status_of([&] { call.get(); });
  });
  ASSERT_TRUE(eventually([&] { return at.service.at.waiting() == 1; }));
  peer->close();
  EXPECT_TRUE(eventually([&] { return code != status::ok; }));
  EXPECT_EQ(code, status::call_failed);
  at.service.at.hold(false);
}

/// Answers calls on drawers later.
struct later_desk : desk_service {
  std::uint32_t use(desk::drawer* with, std::uint32_t) override {
    ++used;
    at.post([with, reply = shared(rpc::reply<std::uint32_t>::take())] {
      reply->run([&] { return with->number; });
    });
    return 0;
  }
  void open(std::uint32_t number, desk::drawer** made) override {
    at.post([number, made, reply = shared(rpc::reply<void>::take())] {
      *made = new desk::drawer{number};
      reply->complete();
    });
  }

  std::atomic<int> used = 0;
  worker at;
};

TEST_P(Reply, KeepsItsContext) {
  later_desk service;
  rpc::server server;
  server.add<desk::service>(service);
  const std::string where =
      server.listen(GetParam() == via::tcp ? any_port : local_binding()).text();
  server.start();
  rpc::connection peer =
      GetParam() == via::in_process ? rpc::connection(server) : rpc::connection(where);
  const rpc::async_binding over(rpc::binding(peer, rpc::interface<desk::service>::id, "desk"));
  desk::drawer* with = nullptr;
  rpc::invoke(over, desk::wire::open{7, &with}).get();
  service.at.hold(true);
  auto first = rpc::invoke(over, desk::wire::use{with, {0}});
  ASSERT_TRUE(eventually([&] { return service.at.waiting() == 1; }));
  EXPECT_EQ(service.used, 1);
  if (GetParam() != via::in_process) {  // where the caller's thread waits for the context
    auto second = rpc::invoke(over, desk::wire::use{with, {0}});
    EXPECT_FALSE(second.wait_for(20ms));
    EXPECT_EQ(service.used, 1);
    service.at.hold(false);
    EXPECT_EQ(first.get(), 7u);
    EXPECT_EQ(second.get(), 7u);
  } else {
    service.at.hold(false);
    EXPECT_EQ(first.get(), 7u);
  }
  rpc::invoke(over, desk::wire::close{&with, 0}).get();
  EXPECT_EQ(with, nullptr);
}

}  // namespace
