// What a program sees of each call: server_options::call_begins and call_ends.

#include "desk.h"
#include "pipes.h"
#include "raw_client.h"

#include <optional>
#include <random>
#include <thread>

namespace {

using namespace fixture;

/// What hooks were told.
struct record {
  bool begins;
  std::string peer;
  rpc::uuid object;
  std::uint64_t connection;
  std::uint64_t number;
  rpc::syntax_id interface;
  std::string name;
  std::uint16_t opnum;
  std::thread::id thread;
  std::optional<rpc::status> result;
  std::chrono::nanoseconds duration;
};

struct observer {
  rpc::server_options options(rpc::server_options made = {}) {
    made.call_begins = [this](const rpc::observed_call& call) { add(call, nullptr); };
    made.call_ends = [this](const rpc::observed_call& call, const rpc::observed_end& end) {
      add(call, &end);
    };
    return made;
  }
  void add(const rpc::observed_call& call, const rpc::observed_end* end) {
    const std::lock_guard lock(mutex);
    seen.push_back(
        {end == nullptr, call.by.peer, call.by.object, call.by.connection, call.number,
         call.interface, std::string(call.interface_name) + "::" + std::string(call.operation),
         call.opnum, std::this_thread::get_id(), end == nullptr ? std::nullopt : end->result,
         end == nullptr ? std::chrono::nanoseconds(-1) : end->duration});
  }
  std::vector<record> all() {
    const std::lock_guard lock(mutex);
    return seen;
  }
  std::mutex mutex;
  std::vector<record> seen;
};

class ObservedCalls : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(, ObservedCalls, testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& of) { return name(of.param); });

TEST_P(ObservedCalls, BeginAndEnd) {
  observer seen;
  running_server at(seen.options());
  const auto peer = at.connect(GetParam());
  const rpc::uuid object{"00112233-4455-6677-8899-aabbccddeeff"};
  const echo::client echo(rpc::connection(*peer, object));
  std::thread::id runs_on;
  at.service.action = [&] { runs_on = std::this_thread::get_id(); };
  echo.fail(5);
  echo.sleep(20);
  const auto all = seen.all();
  ASSERT_EQ(all.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(all[i].begins, i % 2 == 0);
    EXPECT_EQ(all[i].interface, rpc::interface<echo::service>::id);
    EXPECT_EQ(all[i].opnum, i < 2 ? 4 : 3);
    EXPECT_EQ(all[i].name, i < 2 ? "echo::fail" : "echo::sleep");
    EXPECT_EQ(all[i].object, object);
    EXPECT_EQ(all[i].connection, 1u);
    EXPECT_EQ(all[i].number, all[i / 2 * 2].number);
  }
  EXPECT_NE(all[0].number, all[2].number);
  EXPECT_EQ(all[0].thread, runs_on);
  EXPECT_EQ(all[1].thread, runs_on);
  EXPECT_EQ(all[1].result, rpc::status::ok);
  EXPECT_GE(all[3].duration, 20ms);
  EXPECT_EQ(all[0].peer, GetParam() == via::tcp     ? "ncacn_ip_tcp:127.0.0.1"
                         : GetParam() == via::local ? "ncalrpc:user " + std::to_string(::getuid())
                                                    : "in this process");
}

TEST_P(ObservedCalls, EndWithTheirFaults) {
  observer seen;
  rpc::server_options options;
  options.may_call = [](const rpc::caller&, const rpc::syntax_id&, std::uint16_t opnum) {
    return opnum != 1;
  };
  running_server at(seen.options(options));
  const auto peer = at.connect(GetParam());
  const echo::client echo(*peer);
  status_of([&] { echo.fail(0); });
  status_of([&] { echo.unknown(); });
  std::uint8_t data = 0;
  status_of([&] { echo.reverse(1, &data); });
  const auto all = seen.all();
  ASSERT_EQ(all.size(), 6u);
  EXPECT_EQ(all[1].result, rpc::status::fault_unspec);
  EXPECT_EQ(all[3].result, rpc::status::op_rng_error);
  EXPECT_EQ(all[3].name, "echo::");
  EXPECT_EQ(all[5].result, rpc::status::access_denied);
}

TEST_P(ObservedCalls, WithPipes) {
  observer seen;
  pipes::running_server at(seen.options());
  const auto peer = at.connect(GetParam());
  auto data = pipes::giving<std::uint8_t>(1'000'000);
  pipes::client(*peer).store(1, data);
  const auto all = seen.all();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].name, "pipes::store");
  EXPECT_EQ(all[0].thread, all[1].thread);
  EXPECT_EQ(all[1].result, rpc::status::ok);
}

// A call that waits holds no thread: it ends without a result, and begins again.
TEST_P(ObservedCalls, BeginAgainWhenTheyHaveWaitedForAContext) {
  observer seen;
  desk_server at(seen.options());
  const auto peer = at.connect(GetParam());
  const desk::client client(*peer);
  desk::drawer* handle = client.make(5);
  const auto users = [&] { return at.service.uses.load(); };
  std::thread first([&] { client.use(handle, desk_service::until_woken); });
  EXPECT_TRUE(eventually([&] { return users() == 1; }));
  std::thread second([&] { client.use(handle); });
  EXPECT_TRUE(eventually([&] { return seen.all().size() == 5; }));
  at.service.wake();
  first.join();
  second.join();
  const auto all = seen.all();
  ASSERT_EQ(all.size(), 8u);  // make; the first one begins, the second waits; both end
  EXPECT_TRUE(all[3].begins);
  EXPECT_FALSE(all[4].begins);
  EXPECT_EQ(all[4].result, std::nullopt);
  EXPECT_EQ(all[4].number, all[3].number);
  std::size_t begins = 0, ends = 0;
  for (std::size_t i = 5; i < 8; ++i) {
    if (all[i].number != all[3].number) continue;
    all[i].begins ? ++begins : ++ends;
    if (all[i].begins) continue;
    EXPECT_EQ(all[i].result, rpc::status::ok);
    EXPECT_GE(all[i].duration, all[4].duration);
  }
  EXPECT_EQ(begins, 1u);
  EXPECT_EQ(ends, 1u);
  client.close(handle);
}

TEST_P(ObservedCalls, DoNotCareWhatHooksThrow) {
  rpc::server_options options;
  options.call_begins = [](const rpc::observed_call&) { throw std::runtime_error("begins badly"); };
  options.call_ends = [](const rpc::observed_call&, const rpc::observed_end&) { throw 42; };
  running_server at(options);
  const auto peer = at.connect(GetParam());
  EXPECT_EQ(echo::client(*peer).add_one(1), 2u);
  EXPECT_TRUE(at.log.gets("echo::add_one: begins badly"));
  EXPECT_TRUE(at.log.gets("echo::add_one: an exception of unknown type"));
}

// Of a call, as W3C Trace Context writes it in a traceparent: version, trace-id, parent-id, flags.
struct trace {
  [[nodiscard]] std::string parent() const { return "00-" + id + "-" + span + "-01"; }
  std::string id;
  std::string span;
};

std::string random_digits(std::size_t count) {
  thread_local std::mt19937_64 numbers{std::random_device{}()};
  std::string text(count, '1');  // all zeroes would be none
  for (std::size_t i = 1; i < count; ++i) text[i] = "0123456789abcdef"[numbers() % 16];
  return text;
}

// Of the calls that the thread runs: those in this process nest.
thread_local std::vector<trace> traces;

TEST_P(ObservedCalls, HaveTracesOfW3c) {
  std::mutex mutex;
  std::vector<std::string> logged, implementations;
  rpc::server_options options;
  options.call_begins = [](const rpc::observed_call&) {
    traces.push_back({traces.empty() ? random_digits(32) : traces.back().id, random_digits(16)});
  };
  options.call_ends = [&](const rpc::observed_call& call, const rpc::observed_end& end) {
    {
      const std::lock_guard lock(mutex);
      logged.push_back(traces.back().parent() + " " + std::string(call.operation) + " " +
                       std::string(rpc::name(end.result.value_or(rpc::status::fault_unspec))));
    }
    traces.pop_back();
  };
  running_server at(options);
  const rpc::connection within(at.server);
  at.service.action = [&] {
    implementations.push_back(traces.back().parent());
    other::client(within).twice(1);
    EXPECT_EQ(traces.back().parent(), implementations.back());
  };
  const auto peer = at.connect(GetParam());
  echo::client(*peer).fail(5);
  ASSERT_EQ(implementations.size(), 1u);
  ASSERT_EQ(logged.size(), 2u);
  const std::string& of_call = implementations[0];
  ASSERT_EQ(of_call.size(), 55u);
  EXPECT_EQ(logged[1].substr(0, 60), of_call + " fail");
  EXPECT_EQ(logged[0].substr(0, 36), of_call.substr(0, 36));    // the same trace
  EXPECT_NE(logged[0].substr(36, 16), of_call.substr(36, 16));  // another span
  EXPECT_NE(logged[0].find(" twice "), std::string::npos);
  EXPECT_TRUE(traces.empty());
}

}  // namespace
