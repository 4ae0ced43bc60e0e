// The reactor, turn by turn, and the alarm.

#include "transport/reactor.h"
#include "fixture.h"
#include "transport/alarm.h"

#include <cstdlib>
#include <optional>

#include <sys/socket.h>

namespace {

using namespace fixture;
namespace transport = rpc::transport;

struct note final : transport::task {
  explicit note(std::vector<int>& into, int number) : book(into), value(number) {}
  void run() override {
    book.push_back(value);
    if (then) then();
  }
  std::vector<int>& book;
  int value;
  std::function<void()> then = {};
};

struct counter final : transport::readiness_handler {
  void on_readable() override { ++readable; }
  void on_writable() override { ++writable; }
  void on_failed() override { ++failed; }
  int readable = 0;
  int writable = 0;
  int failed = 0;
};

/// Two ends of a connection, of which the reactor watches one.
struct watched {
  watched() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) != 0) std::abort();
    near = transport::descriptor(ends[0]);
    far = transport::descriptor(ends[1]);
    watch.emplace(loop, near.get());
    watch->attach(handler);
  }
  void send() const { EXPECT_EQ(::send(far.get(), "x", 1, 0), 1); }

  transport::reactor loop{0us};
  transport::descriptor near, far;
  std::shared_ptr<counter> handler = std::make_shared<counter>();
  std::optional<transport::watch> watch;
};

TEST(Reactor, DoesWhatWasPostedInOrderAndOnce) {
  transport::reactor loop(0us);
  std::vector<int> done;
  const auto first = std::make_shared<note>(done, 1);
  const auto second = std::make_shared<note>(done, 2);
  first->then = [&] { loop.post(first); };  // in the next turn
  loop.post(first);
  loop.post(second);
  loop.post(first);  // it waits already
  loop.turn(true);
  EXPECT_EQ(done, (std::vector{1, 2}));
  first->then = {};
  loop.turn(true);
  loop.turn(false);
  EXPECT_EQ(done, (std::vector{1, 2, 1}));
}

TEST(Reactor, WhatIsPostedEndsTheWait) {
  transport::reactor loop(0us);
  std::vector<int> done;
  std::thread other([&] {
    std::this_thread::sleep_for(20ms);
    loop.post(std::make_shared<note>(done, 1));
  });
  while (done.empty()) loop.turn(true);
  other.join();
  loop.interrupt();
  loop.turn(true);  // and so does an interrupt that came before
}

TEST(Reactor, TimersComeInTheirOrderAndNotEarly) {
  transport::reactor loop(0us);
  std::vector<int> done;
  const auto begin = clock::now();
  loop.after(30ms, std::make_shared<note>(done, 3));
  loop.after(10ms, std::make_shared<note>(done, 1));
  loop.after(20ms, std::make_shared<note>(done, 2));
  while (done.size() < 3) loop.turn(true);
  EXPECT_EQ(done, (std::vector{1, 2, 3}));
  EXPECT_GE(since(begin), 30ms);
}

TEST(Reactor, TellsInEachTurnAndOnlyWhatIsAwaited) {
  watched at;
  at.send();
  at.loop.turn(false);
  EXPECT_EQ(at.handler->readable, 0);
  at.watch->await(true, false);
  for (int turns = 1; turns <= 3; ++turns) {
    at.loop.turn(true);
    EXPECT_EQ(at.handler->readable, turns);
  }
  EXPECT_EQ(at.handler->writable, 0);
  at.watch->await(false, true);
  at.loop.turn(true);
  EXPECT_EQ(at.handler->readable, 3);
  EXPECT_EQ(at.handler->writable, 1);
}

// Else a client that is gone, and not read from, would keep the reactor turning.
TEST(Reactor, AnEndThatNobodyAwaitsIsNoReasonToTurn) {
  watched at;
  at.far = transport::descriptor();
  at.loop.turn(false);  // which it may be told once
  std::vector<int> done;
  at.loop.after(50ms, std::make_shared<note>(done, 1));
  int turns = 0;
  for (; done.empty(); ++turns) at.loop.turn(true);
  EXPECT_LE(turns, 3);
  EXPECT_EQ(at.handler->readable, 0);
  at.watch->await(true, false);
  at.loop.turn(true);
  EXPECT_EQ(at.handler->readable, 1);
}

TEST(Reactor, AFailureIsToldThoughNothingIsAwaited) {
  watched at;
  EXPECT_EQ(::send(at.near.get(), "x", 1, 0), 1);
  at.far = transport::descriptor();  // with a byte that it has not read
  at.loop.turn(false);
  EXPECT_EQ(at.handler->failed, 1);
}

TEST(Reactor, WhatIsReleasedIsNotTold) {
  watched at;
  at.watch->await(true, false);
  at.send();
  at.watch->release();
  EXPECT_EQ(at.handler.use_count(), 1);
  at.loop.turn(false);
  EXPECT_EQ(at.handler->readable, 0);
}

TEST(Alarm, RingsOnceAfterItsTime) {
  std::atomic<int> rings = 0;
  transport::alarm alarm([&] { ++rings; });
  alarm.begin();
  const auto begin = clock::now();
  alarm.set(20ms);
  EXPECT_TRUE(eventually([&] { return rings == 1; }));
  EXPECT_GE(since(begin), 20ms);
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(rings, 1);
  alarm.set(1h);  // and its end does not wait for that
}

}  // namespace
