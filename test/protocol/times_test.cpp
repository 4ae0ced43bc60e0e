// How long a server waits for its client. The time is told to the connection, so nothing waits
// here.

#include "server_fixture.h"

#include <chrono>

namespace rpc::test {
namespace {

using namespace std::chrono_literals;

class Times : public Server {
 protected:
  using time_point = protocol::server_connection::time_point;

  Times() { at_time(0ms); }

  void at_time(std::chrono::milliseconds now, bool reading = true) {
    server->advance(begin + now, reading);
  }
  void bind_at_once() {
    bind_multiplexed();
    EXPECT_TRUE(server->bound());
  }

  const time_point begin = time_point{} + 1h;
};

TEST_F(Times, TheBindIsDueAfter10Seconds) {
  at_time(9999ms);
  EXPECT_FALSE(server->closing());
  at_time(10s);
  EXPECT_FALSE(server->closing());
  at_time(10001ms);
  EXPECT_TRUE(server->closing());
  EXPECT_EQ(server->reason(), "no bind within the time limit");
  EXPECT_EQ(output(), "");
}

TEST_F(Times, ABoundClientMayBeSilent) {
  bind_at_once();
  at_time(std::chrono::hours(24));
  EXPECT_FALSE(server->closing());
}

TEST_F(Times, TheRestOfAPduIsDueAfter10Seconds) {
  bind_at_once();
  const bytes whole = request(3, 1, unhex("00000000"));
  at_time(1s);
  EXPECT_EQ(server->receive(std::span(whole).first(3), calls), 3u);
  at_time(5s);
  EXPECT_EQ(server->receive(std::span(whole).subspan(3, 20), calls), 20u);
  for (const auto due : {10999ms, 11000ms}) {
    at_time(due);
    EXPECT_FALSE(server->closing());
  }
  at_time(11001ms);
  EXPECT_TRUE(server->closing());
}

TEST_F(Times, EachPduHasItsOwnTime) {
  bind_at_once();
  const bytes whole = request(3, 1, unhex("00000000"));
  for (int i = 0; i < 10; ++i) {
    at_time(i * 8s + 1ms);
    // The end of one and the beginning of the next.
    server->receive(std::span(whole).subspan(i == 0 ? 0 : 10), calls);
    server->receive(std::span(whole).first(10), calls);
    respond(calls.back().ticket, "");
  }
  EXPECT_EQ(calls.size(), 10u);
  EXPECT_FALSE(server->closing());
}

TEST_F(Times, ARequestIsDueAfter30Seconds) {
  bind_at_once();
  answer(request(1, 1, bytes(4000)));
  for (int second = 1; second <= 29; ++second) {
    at_time(second * 1s);
    answer(request(0, 1, bytes(2000)));
  }
  for (const auto due : {29999ms, 30000ms}) {
    at_time(due);
    EXPECT_FALSE(server->closing());
  }
  at_time(30001ms);
  EXPECT_TRUE(server->closing());
}

TEST_F(Times, ARequestComesWith1KiBPerSecondAfter5Seconds) {
  for (const std::size_t rate : {1023u, 1024u}) {
    restart();
    at_time(0ms);
    bind_at_once();
    answer(request(1, 1, bytes(1)));
    int second = 0;
    for (; second < 20 && !server->closing(); ++second) {
      at_time(second * 1s);
      answer(request(0, 1, bytes(rate)));
    }
    EXPECT_EQ(second, rate == 1023u ? 7 : 20) << rate;
  }
}

TEST_F(Times, UnreadInputIsNotTheClientsFault) {
  bind_at_once();
  answer(request(1, 1, bytes(100)));
  const bytes next = request(0, 1, bytes(100));
  server->receive(std::span(next).first(10), calls);
  at_time(100s, false);
  EXPECT_FALSE(server->closing());
  at_time(104s);
  EXPECT_FALSE(server->closing());
  at_time(110001ms);
  EXPECT_TRUE(server->closing());
}

TEST_F(Times, CallsWithPipesAreNotRequestsThatAreDue) {
  at.streams = [](std::size_t, std::uint16_t) { return true; };
  restart();
  at_time(0ms);
  bind_at_once();
  answer(request(1, 1, bytes(100)));
  ASSERT_EQ(calls.size(), 1u);
  at_time(1h);
  EXPECT_FALSE(server->closing());
}

TEST_F(Times, AConnectionIsIdleFromItsLastInputOn) {
  bind_at_once();
  at_time(1s);
  answer(request(3, 1, unhex("00000000")));
  at_time(1h);
  EXPECT_FALSE(server->idle_for(1ms)) << "a call runs";
  respond(calls.back().ticket, "");
  at_time(15min + 1s);
  EXPECT_FALSE(server->idle_for(15min));
  at_time(15min + 999ms);
  EXPECT_FALSE(server->idle_for(15min));
  at_time(15min + 1001ms);
  EXPECT_TRUE(server->idle_for(15min));
  EXPECT_FALSE(server->idle_for(0ms)) << "no limit";
}

TEST_F(Times, LimitsCanBeLifted) {
  at.limits.times = protocol::no_time_limits;
  restart();
  at_time(0ms);
  at_time(1h);
  bind_at_once();
  answer(request(1, 1, bytes(1)));
  const bytes next = request(0, 1, bytes(1));
  server->receive(std::span(next).first(5), calls);
  at_time(2h);
  EXPECT_FALSE(server->closing());
}

}  // namespace
}  // namespace rpc::test
