// What is kept of connections that are idle: in bytes that are allocated, whatever else the process
// has.

#include "allocated.h"
#include "child_server.h"
#include "desk.h"
#include "holdings.h"
#include "raw_client.h"

#include <sys/resource.h>

namespace {

using namespace fixture;

constexpr long connections = sanitized ? 15 : 40;
constexpr long most = 8 << 10;  // of each

/// Reads whole PDUs.
void receive(raw_client& client, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const bytes head = client.receive(16);
    ASSERT_EQ(head.size(), 16u);
    client.receive(static_cast<std::size_t>(head[8] | head[9] << 8) - 16);
  }
}

void small_calls(raw_client& client) {
  client.send(requests(200, 0, number(1)));
  receive(client, 200);
}

void large_answers(raw_client& client) {
  client.send(requests(50, 5, number(5000)));
  receive(client, 50);
}

void large_calls(raw_client& client) {
  constexpr std::uint32_t size = 1 << 20;
  static const bytes call = large_request(1, 1, number(size) + number(size) + bytes(size));
  client.send(call);
  receive(client, (4 + size + 5815) / 5816);
}

/// Requests that are answered at once, since their context is not there.
void faults(raw_client& client) {
  bytes unknown = request(3, 1, 0, number(1));
  unknown[20] = 9;
  for (int i = 0; i < 200; ++i) client.send(unknown);
  receive(client, 200);
}

/// Many co_cancels for a call that runs.
void notices(raw_client& client) {
  client.send(request(3, 1, 3, number(5)));
  bytes all;
  for (int i = 0; i < 4000; ++i)
    for (const std::uint8_t byte : {5, 0, 18, 3, 0x10, 0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0})
      all.push_back(byte);
  client.send(all);
  receive(client, 1);
}

/// A request whose fragments come in two pieces each.
void pieces(raw_client& client) {
  const bytes call = large_request(1, 1, number(50'000) + number(50'000) + bytes(50'000));
  for (std::size_t at = 0; at < call.size(); at += 3000) {
    const auto begin = call.begin() + static_cast<std::ptrdiff_t>(at);
    client.send(bytes(begin, call.size() - at > 3000 ? begin + 3000 : call.end()));
    std::this_thread::sleep_for(100us);
  }
  receive(client, (50'004 + 5815) / 5816);
}

/// Requests in two fragments, before the answers to those before them.
void unfinished(raw_client& client) {
  for (std::uint8_t id = 1; id <= 60; ++id) {
    client.send(request(1, id, 0, {1, 0}));
    client.send(request(2, id, 0, {0, 0}));
  }
  receive(client, 60);
}

class IdleServerOver : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, IdleServerOver, testing::Values(via::tcp, via::local),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(IdleServerOver, GivesTheMemoryOfABurstBack) {
  rpc::server_options options;
  options.threads = 2;
  options.max_connections_per_peer = 2 * connections;
  if (GetParam() == via::local)  // without limits of time as well
    options.bind_timeout = options.pdu_timeout = options.request_timeout = options.write_timeout =
        options.idle_timeout = 0ms;
  running_server at(options);
  const auto burst = [](raw_client& client) {
    for (const auto part :
         {small_calls, large_answers, large_calls, faults, notices, pieces, unfinished})
      part(client);
  };
  const std::string where = GetParam() == via::tcp ? at.tcp : at.local;
  {
    multiplexed_client first(where);
    burst(first);
  }
  EXPECT_TRUE(eventually([&] { return at.service.running == 0; }));
  const long before = allocated();
  std::vector<std::unique_ptr<multiplexed_client>> clients;
  for (long i = 0; i < connections; ++i) {
    clients.push_back(std::make_unique<multiplexed_client>(where));
    burst(*clients.back());
  }
  const auto kept = [&] { return (allocated() - before) / connections; };
  EXPECT_TRUE(eventually([&] { return kept() < most; })) << kept() << " bytes of each";
  for (const auto& each : clients) {  // which are of use as before
    each->send(requests(1, 0, number(1)));
    EXPECT_EQ(each->receive(28).size(), 28u);
  }
}

TEST(IdleServer, GivesTheMemoryOfContextsBack) {
  rpc::server_options options;
  options.threads = 2;
  desk_server at(options);
  constexpr long few = sanitized ? 4 : 20;
  std::vector<std::unique_ptr<rpc::connection>> peers;
  const auto connect = [&] {
    peers.push_back(at.connect(via::tcp));
    const desk::client client(*peers.back());
    std::vector<desk::drawer*> open;
    for (int i = 0; i < 1000; ++i) open.push_back(client.open(1));
    for (desk::drawer*& each : open) client.close(each);
    const std::lock_guard lock(desk::book.mutex);
    desk::book.closed = {};
  };
  connect();
  const long before = allocated();
  for (long i = 0; i < few; ++i) connect();
  const auto kept = [&] { return (allocated() - before) / few; };
  // Of both ends.
  EXPECT_TRUE(eventually([&] { return kept() < 2 * most; })) << kept() << " bytes of each";
}

/// What a connection of ours keeps after `burst`.
long kept_by_client(const std::string& where, const std::function<void(rpc::connection&)>& burst) {
  std::vector<std::unique_ptr<rpc::connection>> peers;
  const auto connect = [&] {
    peers.push_back(std::make_unique<rpc::connection>(where));
    burst(*peers.back());
  };
  connect();
  const long before = allocated();
  for (long i = 0; i < connections; ++i) connect();
  return (allocated() - before) / connections;
}

TEST(IdleClient, GivesTheMemoryOfABurstBack) {
  const child_server server(any_port);
  const auto small = [](rpc::connection& peer) {
    const echo::client client(peer);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(client.add_one(1), 2u);
  };
  const auto large = [](rpc::connection& peer) {
    const echo::client client(peer);
    for (const std::uint32_t size : {5'000u, 15'000u, 200'000u, 1u << 20}) {
      std::vector<std::uint8_t> data(size);
      client.reverse(size, data.data());
    }
  };
  const auto parallel = [](rpc::connection& peer) {
    const echo::client client(peer);
    std::vector<std::thread> threads;
    for (int i = 0; i < 32; ++i) threads.emplace_back([&] { client.sleep(2); });
    for (std::thread& each : threads) each.join();
  };
  EXPECT_LT(kept_by_client(server.where(), small), most);
  EXPECT_LT(kept_by_client(server.where(), large), most);
  EXPECT_LT(kept_by_client(server.where(), parallel), most);
}

TEST(Idle, TenThousandConnectionsTakeLessThan8KiBEach) {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  const rlimit before = files;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  constexpr rlim_t wanted = sanitized ? 1000 : 10'000;  // of which the memory counts
  const auto count = static_cast<int>(std::min(wanted, files.rlim_max - 200));

  rpc::server_options options;
  options.max_connections = static_cast<std::size_t>(count);
  const std::string local = local_binding();
  const child_server server(
      any_port, [] {},
      [&](rpc::server& of) {
        of.listen(local);
        of.run();
      },
      options);
  std::vector<std::unique_ptr<multiplexed_client>> idle;
  const auto connect = [&](int i) {
    const auto address = static_cast<std::uint8_t>(2 + i / 200);  // 100 of each
    const std::string& at = i % 2 == 0 ? server.where() : local;
    idle.push_back(std::make_unique<multiplexed_client>(at, address));
    idle.back()->send(requests(1, 0, number(1)));
    ASSERT_EQ(idle.back()->receive(28).size(), 28u);
  };
  for (int i = 0; i < 100; ++i) connect(i);
  const long first = of(server.process()).kib;
  for (int i = 100; i < count; ++i) connect(i);
  const long each = (of(server.process()).kib - first) * 1024 / (count - 100);
  if (!sanitized) {
    EXPECT_LT(each, most);
  }
  const auto start = clock::now();
  EXPECT_EQ(echo::client(rpc::connection(server.where())).add_one(1), 2u);
  std::printf("%d connections, %ld bytes of each; a client is served in %ld ms\n", count, each,
              static_cast<long>(since(start).count()));
  idle.clear();
  ::setrlimit(RLIMIT_NOFILE, &before);
}

}  // namespace
