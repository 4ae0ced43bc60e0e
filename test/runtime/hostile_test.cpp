// Bytes that no ordinary client sends, and clients that come in numbers.

#include "child_server.h"
#include "raw_client.h"

#include <fstream>
#include <numeric>
#include <random>

#include <sys/resource.h>

namespace {

using namespace fixture;

class Hostile : public testing::Test {
 protected:
  /// A good client is served as if nothing had happened.
  void probe() {
    const auto peer = at.connect(via::tcp);
    EXPECT_EQ(echo::client(*peer).add_one(1), 2u);
  }
  bytes bound(raw_client& client, const bytes& bind = bind_echo) {
    client.send(bind);
    // Header and 8 bytes; the secondary address "NNNNN\0" with its length; 2 bytes to the
    // boundary of 4 if the port has five digits; one result of 24 bytes after its count.
    const bytes head = client.receive(26);
    if (head.size() < 26) return head;
    const bytes rest = client.receive(head[8] - std::size_t{26});
    return head + rest;
  }

  running_server at;
};

TEST_F(Hostile, FragmentsOf64BytesAreReassembled) {
  raw_client client(at.tcp);
  const bytes ack = bound(client);
  ASSERT_GT(ack.size(), 26u);
  EXPECT_EQ(ack[2], 12);  // bind_ack

  bytes data(100);
  std::iota(data.begin(), data.end(), std::uint8_t{1});
  // reverse: count, then max_count and the elements.
  const bytes stub = bytes{100, 0, 0, 0, 100, 0, 0, 0} + data;
  const auto part = [&](std::ptrdiff_t from, std::ptrdiff_t to) {
    return bytes(stub.begin() + from, stub.begin() + to);
  };
  const bytes fragments = request(1, 9, 1, part(0, 40)) + request(0, 9, 1, part(40, 80)) +
                          request(2, 9, 1, part(80, 108));
  // In pieces that respect nothing.
  for (std::size_t i = 0; i < fragments.size(); i += 7) {
    client.send(
        bytes(fragments.begin() + static_cast<std::ptrdiff_t>(i),
              fragments.begin() + static_cast<std::ptrdiff_t>(std::min(i + 7, fragments.size()))));
    std::this_thread::sleep_for(1ms);
  }
  const bytes expected = bytes{5, 0, 2,   3, 0x10, 0, 0, 0, 128, 0, 0,   0, 9, 0,
                               0, 0, 104, 0, 0,    0, 0, 0, 0,   0, 100, 0, 0, 0} +
                         bytes(data.rbegin(), data.rend());
  EXPECT_EQ(client.receive(expected.size()), expected);
}

TEST_F(Hostile, ABigEndianClientIsUnderstood) {
  raw_client client(at.tcp);
  ASSERT_GT(bound(client).size(), 26u);
  // add_one(0x01020304); drep 00 says big endian, for the header too.
  client.send(
      {5, 0, 0, 3, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 5, 0, 0, 0, 4, 0, 0, 0, 0, 1, 2, 3, 4});
  EXPECT_EQ(client.receive(28), (bytes{5, 0, 2, 3, 0x10, 0, 0, 0, 28, 0, 0, 0, 5, 0,
                                       0, 0, 4, 0, 0,    0, 0, 0, 0,  0, 5, 3, 2, 1}));
}

TEST_F(Hostile, ManyRequestsAtOnceAreAllAnswered) {
  raw_client client(at.tcp);
  bytes multiplexed = bind_echo;
  multiplexed[3] |= 0x10;  // PFC_CONC_MPX
  ASSERT_GT(bound(client, multiplexed).size(), 26u);
  bytes all;
  for (std::uint8_t id = 1; id <= 200; ++id) all = all + request(3, id, 0, {id, 0, 0, 0});
  client.send(all);
  client.end_input();  // the answers are still wanted
  const bytes answers = client.receive(200 * 28);
  ASSERT_EQ(answers.size(), 200u * 28);
  std::vector<bool> answered(201);
  for (std::size_t i = 0; i < 200; ++i) {
    const std::uint8_t id = answers[28 * i + 12];
    EXPECT_EQ(answers[28 * i + 24], id + 1);
    EXPECT_FALSE(answered.at(id));
    answered[id] = true;
  }
  EXPECT_TRUE(client.closed());
}

TEST_F(Hostile, AnsweringGoesOnAfterHalfAClose) {
  raw_client client(at.tcp);
  ASSERT_GT(bound(client).size(), 26u);
  client.send(request(3, 7, 3, {100, 0, 0, 0}));  // sleep
  client.end_input();
  EXPECT_EQ(client.receive(28).size(), 28u);
  EXPECT_TRUE(client.closed());
}

TEST_F(Hostile, GarbageEndsItsOwnConnectionOnly) {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    raw_client client(at.tcp);
    if (round % 2 == 0) bound(client);
    bytes garbage(1 + random() % 4000);
    for (std::uint8_t& byte : garbage) byte = static_cast<std::uint8_t>(random());
    client.send(garbage);
  }
  probe();
}

TEST_F(Hostile, EachFlippedByteOfACallIsSurvived) {
  const bytes good = bind_echo + request(3, 2, 1, bytes{4, 0, 0, 0, 4, 0, 0, 0, 1, 2, 3, 4});
  for (std::size_t i = 0; i < good.size(); ++i) {
    bytes bad = good;
    bad[i] ^= 0xFF;
    raw_client client(at.tcp);
    client.send(bad);
    client.end_input();
    EXPECT_TRUE(client.closed()) << "byte " << i;
  }
  probe();
}

TEST_F(Hostile, AWrongLengthIsRefused) {
  for (const std::uint8_t length : {0, 15, 16, 23}) {
    raw_client client(at.tcp);
    ASSERT_GT(bound(client).size(), 26u);
    client.send(bytes{5, 0, 0, 3, 0x10, 0, 0, 0, length, 0, 0, 0, 1, 0, 0, 0} + bytes(16));
    EXPECT_TRUE(client.closed()) << int{length};
  }
  probe();
}

TEST_F(Hostile, AClientThatDoesNotReadIsLeftAlone) {
  raw_client client(at.tcp);
  ASSERT_GT(bound(client).size(), 26u);
  bytes calls;
  for (int i = 0; i < 1000; ++i) calls = calls + request(3, 1, 0, {1, 0, 0, 0});
  // The answers fill what the two kernels hold for the client; then the server stops to read.
  std::size_t sent = 0;
  auto last = clock::now();
  while (since(last) < 100ms && sent < 100'000'000) {
    // Whole requests only matter to the server's answers, not to this count.
    const std::size_t more = client.send_some(calls);
    sent += more;
    if (more > 0) last = clock::now();
    if (more % 28 != 0) break;
  }
  EXPECT_LT(sent, 100'000'000u);
  probe();
}

TEST_F(Hostile, ClientsComeAndGoInNumbers) {
  for (int round = 0; round < 10; ++round) {
    std::vector<std::unique_ptr<raw_client>> crowd;
    for (int i = 0; i < 50; ++i) {
      crowd.push_back(std::make_unique<raw_client>(at.tcp));
      crowd.back()->send(i % 2 == 0 ? bind_echo : bytes(bind_echo.begin(), bind_echo.begin() + i));
    }
  }
  probe();
}

/// Processor time that a process has used, in ticks of 10 ms.
long ticks_of(pid_t process) {
  std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
  std::string word;
  for (int i = 0; i < 13; ++i) stat >> word;
  long user = 0;
  long kernel = 0;
  stat >> user >> kernel;
  return user + kernel;
}

TEST(Exhaustion, OfFileDescriptorsIsWaitedOut) {
  child_server server(any_port, [] {
    const rlimit few{24, 24};
    ::setrlimit(RLIMIT_NOFILE, &few);
  });
  ASSERT_FALSE(server.where().empty());
  {
    std::vector<std::unique_ptr<raw_client>> crowd;
    for (int i = 0; i < 60; ++i) crowd.push_back(std::make_unique<raw_client>(server.where()));
    std::this_thread::sleep_for(100ms);
    const long before = ticks_of(server.process());
    std::this_thread::sleep_for(500ms);
    EXPECT_LE(ticks_of(server.process()) - before, 10);  // of 50
  }
  rpc::connection peer(server.where());
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
}

TEST(Exhaustion, OfFileDescriptorsBySilentClientsMakesThemGiveWay) {
  child_server server(any_port, [] {
    const rlimit few{24, 24};
    ::setrlimit(RLIMIT_NOFILE, &few);
  });
  std::vector<std::unique_ptr<raw_client>> crowd;
  for (int i = 0; i < 60; ++i) crowd.push_back(std::make_unique<raw_client>(server.where()));
  rpc::connection peer(server.where());
  EXPECT_EQ(echo::client(peer).add_one(1), 2u);
}

TEST(Exhaustion, DescriptorsAreLeftToTheProgram) {
  // Of 100, a quarter.
  child_server server(any_port, [] {
    const rlimit few{100, 100};
    ::setrlimit(RLIMIT_NOFILE, &few);
  });
  std::vector<std::unique_ptr<multiplexed_client>> crowd;
  for (int i = 0; i < 75; ++i)
    crowd.push_back(std::make_unique<multiplexed_client>(server.where()));
  raw_client more(server.where());
  more.send(bind_echo);
  EXPECT_EQ(more.receive(3).back(), 13);  // bind_nak
  crowd.pop_back();
  EXPECT_TRUE(eventually([&] {
    raw_client next(server.where());
    next.send(bind_echo);
    return next.receive(3).back() == 12;
  }));
}

}  // namespace
