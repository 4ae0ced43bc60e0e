#include "pipes.h"
#include "allocated.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace fixture;

namespace {

struct way {
  via over;
  bool ndr64;
  std::uint16_t fragment;
};

std::vector<way> ways() {
  std::vector<way> all;
  for (const via over : {via::tcp, via::local, via::in_process})
    for (const bool ndr64 : {false, true})
      for (const std::uint16_t fragment : {std::uint16_t{0}, std::uint16_t{2048}})
        all.push_back({over, ndr64, fragment});
  return all;
}

class Pipes : public testing::TestWithParam<way> {
 protected:
  Pipes() {
    rpc::connection_options options;
    options.ndr64 = GetParam().ndr64;
    options.max_fragment = GetParam().fragment;
    peer = server.connect(GetParam().over, options);
    client.emplace(*peer);
  }

  pipes::running_server server;
  std::unique_ptr<rpc::connection> peer;
  std::optional<pipes::client> client;
};

TEST_P(Pipes, CarryDataIn) {
  for (const std::uint64_t count : {0, 1, 7, 1400, 65536, 65537, 3'000'000}) {
    auto data = pipes::giving<std::uint8_t>(count);
    EXPECT_EQ(client->store(1000, data), count);
  }
}

TEST_P(Pipes, CarryDataOut) {
  for (const std::uint64_t count : {0, 1, 7, 1400, 65536, 65537, 3'000'000}) {
    pipes::taking<std::uint8_t> data;
    EXPECT_EQ(client->fetch(count, data), 17u);
    EXPECT_EQ(data.count, count);
    EXPECT_EQ(data.wrong, 0u);
    EXPECT_EQ(data.ends, 1);
  }
}

TEST_P(Pipes, CarryDataInAndOut) {
  struct both final : rpc::pipe<std::uint32_t> {
    std::size_t pull(std::span<std::uint32_t> into) override { return from.pull(into); }
    void push(std::span<const std::uint32_t> elements) override { to.push(elements); }
    rpc::source<std::uint32_t> from = pipes::giving<std::uint32_t>(300'000);
    pipes::taking<std::uint32_t> to;
  } words;
  client->turn(words);
  EXPECT_EQ(words.to.count, 300'000u);
  EXPECT_EQ(words.to.wrong, 0u);
}

TEST_P(Pipes, LeaveTheConnectionUsable) {
  auto data = pipes::giving<std::uint8_t>(100'000);
  EXPECT_EQ(client->store(10, data), 100'000u);
  EXPECT_EQ(client->plain(1), 2u);
}

INSTANTIATE_TEST_SUITE_P(All, Pipes, testing::ValuesIn(ways()), [](const auto& of) {
  return name(of.param.over) + (of.param.ndr64 ? "_ndr64" : "_ndr20") +
         (of.param.fragment == 0 ? "" : "_small");
});

class PipesThatFail : public testing::TestWithParam<via> {
 protected:
  PipesThatFail() { peer = server.connect(GetParam()), client.emplace(*peer); }
  ~PipesThatFail() override {
    // Whatever happened, the connection is of use.
    EXPECT_EQ(client->plain(1), 2u);
    auto data = pipes::giving<std::uint8_t>(1000);
    server.impl.on_store = nullptr;
    EXPECT_EQ(client->store(1000, data), 1000u);
  }

  pipes::running_server server;
  std::unique_ptr<rpc::connection> peer;
  std::optional<pipes::client> client;
};

constexpr std::uint64_t endless = std::uint64_t{1} << 60;

TEST_P(PipesThatFail, BecauseTheSourceThrows) {
  for (const std::uint64_t after : {std::uint64_t{0}, std::uint64_t{2'000'000}}) {
    auto first = pipes::giving<std::uint8_t>(after);
    rpc::source<std::uint8_t> data([&](std::span<std::uint8_t> into) {
      const std::size_t count = first.pull(into);
      if (count == 0) throw std::runtime_error("no more");
      return count;
    });
    EXPECT_THROW(client->store(1000, data), std::runtime_error);
  }
}

TEST_P(PipesThatFail, BecauseTheSinkThrows) {
  std::uint64_t count = 0;
  rpc::sink<std::uint8_t> data([&](std::span<const std::uint8_t> part) {
    if ((count += part.size()) > 1'000'000) throw std::runtime_error("enough");
  });
  EXPECT_THROW(client->fetch(endless, data), std::runtime_error);
}

// The fault comes while the client sends, and ends that.
TEST_P(PipesThatFail, BecauseTheImplementationThrowsBeforeTheEndOfTheRequest) {
  for (const int pulls : {0, 1, 1000}) {
    server.impl.on_store = [&](std::uint32_t, pipes::byte_pipe& data) -> std::uint64_t {
      std::array<std::uint8_t, 1000> room;
      for (int i = 0; i < pulls; ++i) data.pull(room);
      throw rpc::error(rpc::status::access_denied);
    };
    auto data = pipes::giving<std::uint8_t>(endless);
    EXPECT_EQ(status_of([&] { client->store(1000, data); }), rpc::status::access_denied);
  }
}

// The fault comes after a part of the response.
TEST_P(PipesThatFail, BecauseTheImplementationThrowsInMidStream) {
  server.impl.on_fetch = [&](std::uint64_t, pipes::byte_pipe& data) -> std::uint32_t {
    const std::vector<std::uint8_t> part(1'000'000);
    data.push(part);
    throw std::runtime_error("a secret");
  };
  pipes::taking<std::uint8_t> data;
  EXPECT_EQ(status_of([&] { client->fetch(1, data); }), rpc::status::fault_unspec);
  EXPECT_GT(data.count, 0u);
  EXPECT_EQ(data.ends, 0);
  EXPECT_TRUE(server.log.gets("fetch: a secret"));
}

TEST_P(PipesThatFail, BecauseTheyAreUsedInTheWrongOrder) {
  server.impl.on_several = [](auto&, auto& second, auto&, auto&) {
    std::array<std::uint32_t, 10> room;
    second.pull(room);
  };
  auto first = pipes::giving<std::uint8_t>(1'000'000);
  auto second = pipes::giving<std::uint32_t>(10);
  pipes::taking<std::uint8_t> third;
  auto fourth = pipes::giving<std::uint32_t>(10);
  EXPECT_EQ(status_of([&] { client->several(first, second, third, fourth); }),
            rpc::status::pipe_discipline_error);
}

TEST_P(PipesThatFail, NotBecauseTheImplementationReturnsEarly) {
  server.impl.on_store = [&](std::uint32_t, pipes::byte_pipe& data) -> std::uint64_t {
    std::uint8_t one;
    return data.pull({&one, 1});
  };
  auto data = pipes::giving<std::uint8_t>(3'000'000);
  EXPECT_EQ(client->store(1000, data), 1u);
}

INSTANTIATE_TEST_SUITE_P(All, PipesThatFail, testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& of) { return name(of.param); });

TEST(PipesOfOneCall, GoInTheOrderOfTheParameters) {
  for (const via over : {via::tcp, via::in_process}) {
    pipes::running_server server;
    const auto peer = server.connect(over);
    const pipes::client client(*peer);
    server.impl.on_several = [](auto& first, auto& second, auto& third, auto& fourth) {
      const auto drain = []<class T>(rpc::pipe<T>& from) {
        std::vector<T> all, room(100);
        while (const std::size_t count = from.pull(room))
          all.insert(all.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(count));
        return all;
      };
      const auto bytes = drain(first);
      const auto words = drain(second);
      EXPECT_EQ(drain(fourth).size(), 300'000u);
      second.push(words);
      third.push(bytes);
    };
    struct both final : rpc::pipe<std::uint32_t> {
      std::size_t pull(std::span<std::uint32_t> into) override { return from.pull(into); }
      void push(std::span<const std::uint32_t> elements) override { to.push(elements); }
      rpc::source<std::uint32_t> from = pipes::giving<std::uint32_t>(200'000);
      pipes::taking<std::uint32_t> to;
    } second;
    auto first = pipes::giving<std::uint8_t>(100'000);
    auto fourth = pipes::giving<std::uint32_t>(300'000);
    pipes::taking<std::uint8_t> third;
    client.several(first, second, third, fourth);
    EXPECT_EQ(third.count, 100'000u);
    EXPECT_EQ(second.to.count, 200'000u);
    EXPECT_EQ(third.wrong + second.to.wrong, 0u);
  }
}

// Waits until the implementation has left.
struct left_behind {
  std::atomic<int> inside = 0;
  std::atomic<rpc::status> code = rpc::status::ok;

  auto storing() {
    return [this](std::uint32_t, pipes::byte_pipe& data) -> std::uint64_t {
      return watch([&] {
        std::array<std::uint8_t, 1000> room;
        while (data.pull(room) != 0) {
        }
      });
    };
  }
  auto fetching() {
    return [this](std::uint64_t, pipes::byte_pipe& data) -> std::uint32_t {
      return static_cast<std::uint32_t>(watch([&] {
        const std::vector<std::uint8_t> part(100'000);
        for (;;) data.push(part);
      }));
    };
  }

 private:
  template <class Act>
  std::uint64_t watch(Act act) {
    ++inside;
    try {
      act();
    } catch (const rpc::error& thrown) {
      code = thrown.code();
      --inside;
      throw;
    }
    --inside;
    return 0;
  }
};

TEST(PipesOfTheServer, EndWithTheConnection) {
  for (const bool in : {true, false}) {
    left_behind calls;
    pipes::running_server server;
    server.impl.on_store = calls.storing();
    server.impl.on_fetch = calls.fetching();
    {
      // The client sees that the server's end is closed when its own thread is in a callback.
      auto peer = server.connect(via::tcp);
      const pipes::client client(*peer);
      try {
        if (in) {
          auto first = pipes::giving<std::uint8_t>(1'000'000);
          rpc::source<std::uint8_t> data([&](std::span<std::uint8_t> into) -> std::size_t {
            if (const std::size_t count = first.pull(into)) return count;
            EXPECT_TRUE(eventually([&] { return calls.inside == 1; }));
            throw std::runtime_error("leave");
          });
          client.store(1, data);
        } else {
          rpc::sink<std::uint8_t> data([&](auto) {
            EXPECT_TRUE(eventually([&] { return calls.inside == 1; }));
            throw std::runtime_error("leave");
          });
          client.fetch(1, data);
        }
      } catch (const std::runtime_error&) {
      }
    }
    EXPECT_TRUE(eventually([&] { return calls.inside == 0; }));
    EXPECT_EQ(calls.code, rpc::status::call_failed);
  }
}

TEST(PipesOfTheServer, EndWithTheServer) {
  left_behind calls;
  for (const via over : {via::tcp, via::in_process}) {
    pipes::running_server server;
    server.impl.on_store = calls.storing();
    const auto peer = server.connect(over);
    const pipes::client client(*peer);
    auto data = pipes::giving<std::uint8_t>(endless);
    std::thread stopper([&] {
      std::this_thread::sleep_for(50ms);
      server.server.stop();
    });
    EXPECT_NE(status_of([&] { client.store(1, data); }), rpc::status::ok);
    stopper.join();
    EXPECT_EQ(calls.inside, 0);
  }
}

TEST(PipesOfTheServer, DoNotWaitForEver) {
  left_behind calls;
  rpc::server_options options;
  options.pipe_timeout = 100ms;
  pipes::running_server server(options);
  server.impl.on_store = calls.storing();
  server.impl.on_fetch = calls.fetching();
  const auto peer = server.connect(via::tcp);
  const pipes::client client(*peer);
  rpc::source<std::uint8_t> slow([&](std::span<std::uint8_t> into) -> std::size_t {
    std::this_thread::sleep_for(calls.inside == 0 ? 0ms : 1s);
    return into.size();
  });
  EXPECT_EQ(status_of([&] { client.store(1, slow); }), rpc::status::call_timed_out);
  rpc::sink<std::uint8_t> lazy([&](auto) {
    while (calls.inside != 0) std::this_thread::sleep_for(1ms);
  });
  EXPECT_EQ(status_of([&] { client.fetch(1, lazy); }), rpc::status::call_timed_out);
  EXPECT_EQ(calls.inside, 0);
}

TEST(PipesOfTheServer, DoNotWaitForATrickle) {
  left_behind calls;
  rpc::server_options options;
  options.pipe_timeout = 200ms;
  pipes::running_server server(options);
  server.impl.on_store = calls.storing();
  const auto peer = server.connect(via::tcp);
  const pipes::client client(*peer);
  int given = 0;
  rpc::source<std::uint8_t> trickle([&](std::span<std::uint8_t> into) -> std::size_t {
    std::this_thread::sleep_for(5ms);  // 200 bytes per second
    into[0] = 1;
    return ++given <= 500 ? 1 : 0;
  });
  EXPECT_EQ(status_of([&] { client.store(1, trickle); }), rpc::status::call_timed_out);
  EXPECT_LT(given, 500);  // it sends some at a time
}

TEST(PipesOfTheServer, WaitAsLongAsTheRateIsKept) {
  left_behind calls;
  rpc::server_options options;
  options.pipe_timeout = 200ms;
  pipes::running_server server(options);
  server.impl.on_store = calls.storing();
  const auto peer = server.connect(via::tcp);
  const pipes::client client(*peer);
  int given = 0;
  rpc::source<std::uint8_t> slow([&](std::span<std::uint8_t> into) -> std::size_t {
    std::this_thread::sleep_for(20ms);
    return ++given <= 30 ? std::min<std::size_t>(into.size(), 200) : 0;  // 10 KB per second
  });
  EXPECT_EQ(status_of([&] { client.store(1, slow); }), rpc::status::ok);
}

TEST(PipesOfTheClient, DoNotWaitForEver) {
  pipes::running_server server;
  std::atomic<bool> go_on = false;
  server.impl.on_store = [&](std::uint32_t, pipes::byte_pipe&) -> std::uint64_t {
    while (!go_on) std::this_thread::sleep_for(1ms);
    return 0;
  };
  server.impl.on_fetch = [&](std::uint64_t, pipes::byte_pipe& data) -> std::uint32_t {
    data.push(std::vector<std::uint8_t>(100'000));
    while (!go_on) std::this_thread::sleep_for(1ms);
    return 0;
  };
  rpc::connection_options options;
  options.call_timeout = sanitized ? 1s : 200ms;
  for (const via over : {via::tcp, via::local, via::in_process}) {
    go_on = false;
    const auto peer = server.connect(over, options);
    const pipes::client client(*peer);
    pipes::taking<std::uint8_t> none;
    EXPECT_EQ(status_of([&] { client.fetch(1, none); }), rpc::status::call_timed_out);
    EXPECT_EQ(client.plain(1), 2u);
    // The window is full, and the connection of use again when the implementation returns.
    auto data = pipes::giving<std::uint8_t>(endless);
    EXPECT_EQ(status_of([&] { client.store(1, data); }), rpc::status::call_timed_out);
    // It stays so until the connection has ended, which in-process waits for implementations.
    go_on = true;
    EXPECT_EQ(client.plain(1), 2u);
  }
}

// While a call does not take its data, others of the connection wait; they go on afterwards.
TEST(PipesOfOneConnection, HoldUpOtherCalls) {
  pipes::running_server server;
  std::atomic<bool> go_on = false;
  server.impl.on_store = [&](std::uint32_t, pipes::byte_pipe& data) -> std::uint64_t {
    while (!go_on) std::this_thread::sleep_for(1ms);
    std::array<std::uint8_t, 1000> room;
    std::uint64_t total = 0;
    while (const std::size_t count = data.pull(room)) total += count;
    return total;
  };
  const auto peer = server.connect(via::tcp);
  const pipes::client client(*peer);
  std::atomic<bool> answered = false;
  std::atomic<std::size_t> given = 0;
  std::thread storing([&] {
    rpc::source<std::uint8_t> data([&](std::span<std::uint8_t> into) {
      const std::size_t count = std::min(into.size(), 20'000'000 - given);
      given += count;
      return count;
    });
    EXPECT_EQ(client.store(1, data), 20'000'000u);
  });
  // All windows are full when no more is taken.
  EXPECT_TRUE(eventually([&] {
    const std::size_t before = given;
    std::this_thread::sleep_for(200ms);
    return before > 0 && given == before;
  }));
  std::thread calling([&] {
    EXPECT_EQ(client.plain(1), 2u);
    answered = true;
  });
  std::this_thread::sleep_for(100ms);
  EXPECT_FALSE(answered);
  go_on = true;
  calling.join();
  storing.join();
}

// Many at a time, on one connection and with other calls between them.
TEST(PipesOfOneConnection, Overlap) {
  for (const via over : {via::tcp, via::in_process}) {
    // Who waits for room must hear of it, whoever makes it: without a socket that is rare.
    const int rounds = over == via::tcp ? 5 : 40;
    pipes::running_server server;
    const auto peer = server.connect(over);
    const pipes::client client(*peer);
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
      threads.emplace_back([&, i] {
        for (int round = 0; round < rounds; ++round) {
          if (i % 3 == 0) {
            auto data = pipes::giving<std::uint8_t>(700'000);
            EXPECT_EQ(client.store(1000, data), 700'000u);
          } else if (i % 3 == 1) {
            pipes::taking<std::uint8_t> data;
            client.fetch(700'000, data);
            EXPECT_EQ(data.count, 700'000u);
            EXPECT_EQ(data.wrong, 0u);
          } else {
            for (std::uint32_t n = 0; n < 200; ++n) EXPECT_EQ(client.plain(n), n + 1);
          }
        }
      });
    for (std::thread& each : threads) each.join();
  }
}

// The most memory that the process had since this was called before, in KiB (proc(5)).
long peak_memory() {
  std::ifstream status("/proc/self/status");
  long peak = 0;
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) peak = std::stol(line.substr(6));
  std::ofstream("/proc/self/clear_refs") << 5;
  return peak;
}

// What AddressSanitizer keeps of freed memory before it is used again: blocks of 256 MiB, which
// take up to twice their size.
constexpr std::uint64_t quarantine = fixture::sanitized ? std::uint64_t{512} << 20 : 0;

// RPC_TEST_STREAM_MIB makes it more.
std::uint64_t stream_size() {
  const char* const mib = std::getenv("RPC_TEST_STREAM_MIB");
  return std::uint64_t{mib != nullptr ? std::stoul(mib) : fixture::sanitized ? 1024 : 256} << 20;
}

TEST(LongPipes, TakeNoMoreMemoryThanShortOnes) {
  const std::uint64_t size = stream_size();
  pipes::running_server server;
  server.impl.on_store = [](std::uint32_t, pipes::byte_pipe& data) -> std::uint64_t {
    std::vector<std::uint8_t> room(64 << 10);
    std::uint64_t total = 0;
    while (const std::size_t count = data.pull(room)) total += count;
    return total;
  };
  server.impl.on_fetch = [](std::uint64_t count, pipes::byte_pipe& data) -> std::uint32_t {
    const std::vector<std::uint8_t> part(64 << 10, 7);
    for (std::uint64_t sent = 0; sent < count; sent += part.size()) data.push(part);
    return 17;
  };
  for (const via over : {via::tcp, via::local, via::in_process}) {
    const auto peer = server.connect(over);
    const pipes::client client(*peer);
    auto measure = [&, last = clock::now()](const char* what) mutable {
      const auto took = since(last).count();
      std::printf("%s, %s: %.0f MiB/s\n", name(over).c_str(), what,
                  static_cast<double>(size >> 20) * 1000 / static_cast<double>(took + 1));
      last = clock::now();
    };
    peak_memory();
    const long before = peak_memory();
    std::uint64_t left = size;
    rpc::source<std::uint8_t> source([&](std::span<std::uint8_t> into) {
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), left));
      left -= count;
      return count;
    });
    EXPECT_EQ(client.store(1, source), size);
    measure("in");
    std::uint64_t got = 0;
    rpc::sink<std::uint8_t> sink([&](std::span<const std::uint8_t> part) { got += part.size(); });
    EXPECT_EQ(client.fetch(size, sink), 17u);
    measure("out");
    EXPECT_EQ(got, size);
    const long grown = peak_memory() - before;
    std::printf("%s: %ld KiB more memory at most\n", name(over).c_str(), grown);
    // A stream held whole would take its size.
    EXPECT_LT(grown, static_cast<long>((size / 4 + quarantine) >> 10));
  }
}

}  // namespace
