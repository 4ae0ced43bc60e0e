// Faults of clients, the network and the machine: what is lost is a connection, and never more.

#include "allocated.h"
#include "child_server.h"
#include "holdings.h"
#include "wire_client.h"

#include <memory>
#include <random>
#include <vector>

#include <sys/resource.h>

namespace {

using namespace fixture;

void expect_served(const std::string& binding) {
  rpc::connection peer(binding);
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
}

enum class ending { reset, close, half_close };

void end(raw_client& client, ending how) {
  if (how == ending::reset) client.reset();
  if (how == ending::half_close) {
    client.end_input();
    EXPECT_TRUE(client.closed());
  }
}

TEST(Faults, AConnectionEndsAtAnyOffsetOfACallOf3Fragments) {
  running_server at;
  at.service.fills_wait = true;  // and are counted
  const auto peer = at.connect(via::tcp);
  const echo::client other(*peer);
  const bytes call = large_request(1, 5, number(1) + bytes(2 * 5816 + 100));
  const long before = of(::getpid()).descriptors;
  std::size_t offset = 0;
  for (int round = 0; offset < call.size(); ++round) {
    multiplexed_client client(at.tcp);
    client.send(bytes(call.begin(), call.begin() + static_cast<std::ptrdiff_t>(offset)));
    end(client, static_cast<ending>(round % 3));
    EXPECT_EQ(other.add_one(1), 2u);
    // Each byte of headers, and some of the others.
    offset += offset % 5840 < 24 || offset % 5840 > 5838 ? 1 : 97;
  }
  EXPECT_TRUE(eventually([&] { return of(::getpid()).descriptors == before; }));
  EXPECT_EQ(at.service.most_running, 0);
}

TEST(Faults, AHalfCloseEndsACallThatHasNotArrived) {
  running_server at;
  at.service.fills_wait = true;
  multiplexed_client client(at.tcp);
  client.send(request(1, 1, 5, number(1)));
  client.end_input();
  EXPECT_TRUE(client.closed());
  EXPECT_EQ(at.service.most_running, 0);
}

// CVE-2023-44487: what is cancelled at once is work all the same.
TEST(Faults, OfAStormOfCancelledCalls32RunAtATime) {
  for (const std::uint8_t notice : {std::uint8_t{18}, std::uint8_t{19}}) {  // co_cancel, orphaned
    child_server server(any_port);
    expect_served(server.where());
    const long before = of(server.process()).kib;
    multiplexed_client client(server.where());
    bytes storm;
    const bytes stub = number(0);
    for (std::uint32_t id = 1; id <= 100'000; ++id) {
      bytes one =
          request(3, 0, 3, stub) + bytes{5, 0, notice, 3, 0x10, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0};
      for (const std::size_t head : {12, 28 + 12})
        for (std::size_t i = 0; i < 4; ++i) one[head + i] = static_cast<std::uint8_t>(id >> 8 * i);
      storm.insert(storm.end(), one.begin(), one.end());
    }
    std::thread sender([&] { client.send(storm); });
    std::this_thread::sleep_for(200ms);
    expect_served(server.where());
    EXPECT_LE(server.service().most_running, 32);
    EXPECT_LT(of(server.process()).kib - before, sanitized ? 1 << 20 : 16 << 10);
    client.reset();
    sender.join();
    EXPECT_TRUE(eventually([&] {  // no more of them run
      const int slept = server.service().slept;
      std::this_thread::sleep_for(50ms);
      return server.service().slept == slept;
    }));
  }
}

TEST(Faults, ASmallAddressSpaceOutlivesHostileCalls) {
  child_server server(any_port, [] {
    if (sanitized) return;
    const rlimit little{256u << 20, 256u << 20};
    ::setrlimit(RLIMIT_AS, &little);
  });
  expect_served(server.where());
  const long before = of(server.process()).kib;
  std::mt19937 random(7);
  const bytes large = large_request(1, 1, number(3u << 20) + number(3u << 20) + bytes(3u << 20));
  for (int round = 0; round < (sanitized ? 40 : 150); ++round) {
    multiplexed_client client(server.where(), static_cast<std::uint8_t>(2 + round % 100));
    switch (round % 5) {
      case 0: client.send(requests(50, 5, number(static_cast<std::uint32_t>(random())))); break;
      case 1: client.send(large); break;
      case 2: client.send(requests(40, 5, number(1'000'000))); break;
      case 3: client.send(request(1, 1, 1, number(0x40000000) + bytes(200))); break;
      default: client.send(requests(20, 1, number(0x20000001) + number(0x20000001))); break;
    }
    if (round % 2 == 0) client.reset();
  }
  EXPECT_TRUE(eventually(
      [&] { return status_of([&] { expect_served(server.where()); }) == rpc::status::ok; }));
  if (!sanitized) {
    EXPECT_LT(of(server.process()).kib - before, 64 << 10);
  }
}

TEST(Faults, AClientsKilledProcessLeavesNoConnection) {
  running_server at;
  const long before = of(::getpid()).descriptors;
  for (int i = 0; i < 20; ++i) {
    const pid_t process = ::fork();
    if (process == 0) {
      multiplexed_client client(at.tcp);
      client.send(requests(100, 5, number(100'000)) + request(1, 7, 1, number(8)));
      ::raise(SIGKILL);
    }
    ::waitpid(process, nullptr, 0);
  }
  EXPECT_TRUE(eventually([&] { return of(::getpid()).descriptors == before; }));
  expect_served(at.tcp);
}

// Half of the drawers are in use when it happens.
TEST(Faults, AClientsKilledProcessLeavesNoContext) {
  desk::book.run_down.clear();
  desk_server at;
  std::multiset<std::uint32_t> opened;
  for (std::uint8_t number = 1; number <= 100; ++number) opened.insert(number);
  const pid_t process = ::fork();
  if (process == 0) {
    wire_client client(at), other(at, client.group);
    for (std::uint8_t number = 1; number <= 100; ++number) {
      const bytes handle = client.open(number);
      if (number % 2 == 0) other.send(request(3, 2, 2, handle + bytes{20, 0, 0, 0}));
    }
    ::raise(SIGKILL);
  }
  ::waitpid(process, nullptr, 0);
  EXPECT_TRUE(eventually([&] { return desk::book.seen(desk::book.run_down) == opened; }));
  at.server.stop();
  EXPECT_EQ(desk::book.seen(desk::book.run_down), opened);
  EXPECT_EQ(desk::book.run_down_in_use, 0);
}

}  // namespace
