// No memory, in any of the allocations that contexts, pipes, associations and connections that
// reconnect take over TCP: no crash and no leak, at most the connections that there are end, each
// context is closed or run down once, and the next client is served.

#include "../e2e/heap.h"
#include "desk.h"
#include "pipes.h"
#include "raw_client.h"

#include <rpc/reconnecting.h>

namespace {

using namespace fixture;
using rpc::status;

std::atomic<int> opened = 0;
std::atomic<int> ended = 0;

/// Counts its drawers without memory.
struct counting_desk : desk_service {
  void open(std::uint32_t number, desk::drawer** made) override { *made = make(number); }
  desk::drawer* make(std::uint32_t number) override {
    auto* const made = new desk::drawer{number};
    ++opened;
    return made;
  }
  void open_two(std::uint32_t number, desk::drawer** first, desk::drawer** second) override {
    *first = make(number);
    try {
      *second = make(number + 1);
    } catch (...) {  // what was not handed over
      delete *first;
      ++ended;
      throw;
    }
  }
  void close(desk::drawer** left, std::uint32_t) override {
    delete std::exchange(*left, nullptr);
    ++ended;
  }
};

/// A started server, whose log takes no memory.
struct serving {
  explicit serving(const rpc::server_options& options) : server(options) {
    server.add<desk::service>(drawers);
    server.add<pipes::service>(streams);
    tcp = server.listen(any_port).text();
    server.start();
  }
  static rpc::server_options quiet() {
    rpc::server_options options;
    options.log = [](std::string_view) {};
    return options;
  }

  counting_desk drawers;
  pipes::implementation streams;
  rpc::server server;
  std::string tcp;
};

rpc::connection_options patient() {
  rpc::connection_options options;
  options.call_timeout = options.connect_timeout = 20s;
  return options;
}

void use_contexts(const serving& at) {
  rpc::connection peer(at.tcp, patient());
  const desk::client client(peer);
  desk::drawer* first = client.open(1);
  desk::drawer* const left = client.make(2);  // open until the connection ends
  desk::drawer* two[2] = {};
  client.open_two(3, &two[0], &two[1]);
  client.use(first);
  client.peek(left);
  client.close(first);
}

void use_pipes(const serving& at) {
  rpc::connection peer(at.tcp, patient());
  const pipes::client client(peer);
  auto source = pipes::giving<std::uint8_t>(20'000);
  EXPECT_EQ(client.store(1000, source), 20'000u);
  pipes::taking<std::uint8_t> sink;
  client.fetch(20'000, sink);
  EXPECT_EQ(sink.count, 20'000u);
  EXPECT_EQ(sink.wrong, 0u);
}

/// A thread connects, and its failures are those of the call.
void use_reconnecting(const serving& at) {
  const rpc::reconnect_options options{
      .connection = patient(), .first_delay = 1ms, .largest_delay = 1ms, .attempts = 3};
  rpc::connection peer = rpc::reconnecting({at.tcp, at.tcp}, options);
  const desk::client client(peer);
  desk::drawer* made = client.open(1);
  client.close(made);
}

/// Two connections of one association, by bytes, of which the second uses a context of the first.
void share_contexts(const serving& at) {
  bytes bind = bind_echo;
  std::ranges::copy(rpc::interface<desk::service>::id.id.to_wire(), bind.begin() + 32);
  raw_client first(at.tcp), second(at.tcp);
  const auto bound = [&](raw_client& client) {
    client.send(bind);
    const bytes head = client.receive(24);
    if (head.size() < 24 || head[2] != 12) return false;
    std::copy(head.begin() + 20, head.end(), bind.begin() + 20);  // the association
    client.receive(head[8] - std::size_t{24});
    return true;
  };
  if (!bound(first) || !bound(second)) return;
  first.send(request(3, 2, 0, number(4)));  // open
  const bytes head = first.receive(24);
  if (head.size() < 24 || head[2] != 2) return;
  const bytes made = first.receive(20);
  if (made.size() < 20) return;
  first.reset();
  second.send(request(3, 2, 2, made + number(0)));  // use
  second.receive(28);
}

TEST(Memory, SufficesIfNothingFails) {  // so that what follows is what it says
  serving at(serving::quiet());
  opened = ended = 0;
  desk::on_rundown = [] { ++ended; };
  use_contexts(at);
  use_pipes(at);
  share_contexts(at);
  use_reconnecting(at);
  EXPECT_EQ(opened, 6);
  EXPECT_EQ(at.drawers.uses, 3);
  EXPECT_TRUE(eventually([] { return ended == 6; }));
}

class Exhausted : public testing::TestWithParam<void (*)(const serving&)> {};

INSTANTIATE_TEST_SUITE_P(OverTcp, Exhausted,
                         testing::Values(use_contexts, use_pipes, share_contexts, use_reconnecting),
                         [](const auto& instance) {
                           return instance.param == use_contexts     ? "contexts"
                                  : instance.param == use_pipes      ? "pipes"
                                  : instance.param == share_contexts ? "associations"
                                                                     : "reconnecting";
                         });

TEST_P(Exhausted, EachAllocationFails) {
  desk::on_rundown = [] { ++ended; };
  std::ptrdiff_t blocks = 0;
  for (const auto fail : {heap::fail_once, heap::fail_from}) {
    bool failed = true;
    std::size_t number = 1;
    for (; failed; ++number) {
      ASSERT_LT(number, 3000u);
      opened = ended = 0;
      {
        serving at(serving::quiet());
        const rpc::connection waiting(at.tcp, patient());
        const desk::client idle(waiting);
        fail(number);
        try {
          GetParam()(at);
        } catch (const rpc::error& thrown) {
          EXPECT_NE(thrown.code(), status::call_timed_out) << number << ": " << thrown.what();
        } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch)
        }
        failed = heap::succeed();
        use_contexts(at);
        use_pipes(at);
      }
      EXPECT_EQ(opened, ended) << number;
      const std::lock_guard lock(desk::book.mutex);
      desk::book.run_down.clear();
      if (number == 2) blocks = heap::blocks();
    }
    EXPECT_LT(heap::blocks() - blocks, 40) << "after " << number << " servers";
    std::printf("%zu allocations\n", number - 2);
  }
  desk::on_rundown = nullptr;
}

}  // namespace
