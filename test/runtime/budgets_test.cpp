// Bytes of memory that calls and connections may have: one fewer, as many as the limit says, and
// one more.

#include "raw_client.h"

#include "server/allowance.h"

namespace {

using namespace fixture;

/// Whether fill(count), whose [out] array takes so many bytes, has the memory that it needs.
bool fills(const rpc::connection& peer, std::uint32_t count) {
  std::vector<std::uint8_t> data(count);
  const auto code = status_of([&] {
    rpc::invoke(rpc::binding(peer, rpc::interface<echo::service>::id, "echo"),
                echo::wire::fill{count, data.data()});
  });
  EXPECT_TRUE(code == rpc::status::ok || code == rpc::status::fault_remote_no_memory);
  EXPECT_EQ(code == rpc::status::ok, data.back() == 7);
  return code == rpc::status::ok;
}

// What fill() may have beyond base_call_memory: 16 times its request, a count.
constexpr std::uint32_t earned = 16 * 4;

TEST(Budgets, OfCalls) {
  for (const std::uint32_t base : {500u, 5000u, 100'000u}) {
    rpc::server_options options;
    options.base_call_memory = base;
    running_server at(options);
    for (const via way : {via::tcp, via::in_process}) {
      rpc::connection_options without;
      without.ndr64 = false;
      const auto peer = at.connect(way, without);
      EXPECT_TRUE(fills(*peer, base + earned - 1));
      EXPECT_TRUE(fills(*peer, base + earned));
      EXPECT_FALSE(fills(*peer, base + earned + 1));
    }
  }
}

TEST(Budgets, OfCallsThatAreLarge) {
  rpc::server_options options;
  options.max_call_memory = 5000;
  running_server at(options);
  const auto peer = at.connect(via::tcp);
  EXPECT_TRUE(fills(*peer, 4999));
  EXPECT_TRUE(fills(*peer, 5000));
  EXPECT_FALSE(fills(*peer, 5001));
}

/// A call of fill() that waits with its array.
struct waiting_call {
  waiting_call(running_server& at, std::uint32_t count) : client(at.tcp) {
    const int before = at.service.running;
    client.send(requests(1, 5, number(count)));
    EXPECT_TRUE(eventually([&] { return at.service.running == before + 1; }));
  }
  multiplexed_client client;
};

TEST(Budgets, OfAllCallsTogether) {
  constexpr std::uint32_t base = 1000, each = 20;
  rpc::server_options options;
  options.base_call_memory = base;
  options.max_memory = 2 * each;
  running_server at(options);
  const auto peer = at.connect(via::tcp);
  EXPECT_TRUE(fills(*peer, base + each - 1));
  EXPECT_TRUE(fills(*peer, base + each));
  EXPECT_FALSE(fills(*peer, base + each + 1)) << "half of it is one connection's";
  at.service.fills_wait = true;
  const waiting_call first(at, base + each), second(at, base + each - 1);
  at.service.fills_wait = false;
  EXPECT_TRUE(fills(*peer, base));
  EXPECT_TRUE(fills(*peer, base + 1));
  EXPECT_FALSE(fills(*peer, base + 2));
  at.service.wake();
  EXPECT_TRUE(eventually([&] { return at.service.slept == 2; }));
  EXPECT_TRUE(fills(*peer, base + each));
}

TEST(Budgets, OfWhatIsBuffered) {
  constexpr int most = 200;
  for (const int size : {most - 1, most, most + 1}) {
    rpc::server_options options;
    options.max_buffered = 2 * most;
    running_server at(options);
    multiplexed_client small(at.tcp), large(at.tcp);
    small.send(request(1, 1, 1, bytes(most)));
    large.send(request(1, 1, 1, bytes(most - 10)));
    EXPECT_FALSE(small.closes_soon());
    large.send(request(0, 1, 1, bytes(static_cast<std::size_t>(size - (most - 10)))));
    EXPECT_EQ(large.closes_soon(), size > most) << size;
    EXPECT_FALSE(small.closes_soon());
  }
}

using rpc::runtime::allowance;

TEST(Budgets, OfTime) {
  const allowance waits(30s, 1024);
  EXPECT_FALSE(waits.exceeded_by(30s - 1ns));
  EXPECT_FALSE(waits.exceeded_by(30s));
  EXPECT_TRUE(waits.exceeded_by(30s + 1ns));
  EXPECT_FALSE(allowance(0s, 1024).exceeded_by(1h)) << "no limit";
}

TEST(Budgets, OfTimeAreEarnedByBytes) {
  for (const std::size_t rate : {1024u, 0u}) {
    allowance waits(30s, rate);
    waits.spend(31s);
    EXPECT_TRUE(waits.exceeded_by(1ns));
    waits.earn(2048);
    EXPECT_FALSE(waits.exceeded_by(rate == 0 ? 30s : 2s));
    EXPECT_TRUE(waits.exceeded_by((rate == 0 ? 30s : 2s) + 1ns));
    waits.earn(1 << 20);
    EXPECT_TRUE(waits.exceeded_by(30s + 1ns)) << "no more than at first";
  }
}

}  // namespace
