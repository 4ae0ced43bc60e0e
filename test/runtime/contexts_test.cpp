// Context handles: what a server keeps for its clients, who may use it, and how it ends.

#include "wire_client.h"

namespace {

using namespace fixture;
using desk::book;
using rpc::status;
using numbers = std::multiset<std::uint32_t>;

numbers run_down() { return book.seen(book.run_down); }

class Contexts : public testing::TestWithParam<via> {
 protected:
  /// A client with a connection of its own.
  desk::client connect(desk_server& to, const rpc::connection_options& options = {}) {
    return desk::client(*to.connect(GetParam(), options));
  }
  desk::client connect() { return connect(at); }

  desk_server at;
};

INSTANTIATE_TEST_SUITE_P(Everywhere, Contexts,
                         testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(Contexts, AreOpenedUsedAndClosed) {
  {
    const desk::client client = connect();
    desk::drawer* first = client.open(5);
    desk::drawer* second = client.make(6);
    ASSERT_NE(first, nullptr);
    EXPECT_NE(first, second);
    EXPECT_EQ(client.use(first), 5u);
    EXPECT_EQ(client.use(second), 6u);
    EXPECT_EQ(client.both(first, second), 11u);
    EXPECT_EQ(client.both(first, first), 5u);
    desk::drawer* const copy = first;
    client.close(first);
    EXPECT_EQ(first, nullptr);
    std::string text;
    EXPECT_EQ(status_of([&] { client.use(copy); }, &text), status::fault_context_mismatch);
    EXPECT_NE(text.find("use: 'with'"), text.npos) << text;
    EXPECT_EQ(client.use(second), 6u);
    EXPECT_EQ(client.open(0), nullptr);
    EXPECT_EQ(status_of([&] { client.use(nullptr); }), status::in_null_context);
    client.close(first);  // null is allowed here, and makes one
    EXPECT_EQ(client.use(first), 77u);
    client.close(first);
    EXPECT_EQ(book.seen(book.closed), (numbers{5, 77}));
    EXPECT_EQ(run_down(), numbers{});
  }
  EXPECT_TRUE(eventually([&] { return run_down() == numbers{6}; }));
  at.server.stop();
  EXPECT_EQ(run_down(), numbers{6});
  EXPECT_EQ(book.run_down_in_use, 0);
}

TEST_P(Contexts, StandForWhatTheImplementationSaysLast) {
  const desk::client client = connect();
  desk::drawer* handle = client.open(5);
  desk::drawer* const before = handle;
  client.close(handle, 2);
  EXPECT_EQ(handle, before);
  EXPECT_EQ(client.use(handle), 6u);
}

TEST_P(Contexts, AreTheirConnectionsOwn) {
  const desk::client client = connect(), stranger = connect();
  desk::drawer* const handle = client.open(5);
  std::string text;
  EXPECT_EQ(status_of([&] { stranger.use(handle); }, &text), status::fault_context_mismatch);
  EXPECT_NE(text.find("connection"), text.npos) << text;
  EXPECT_EQ(client.use(handle), 5u);
}

TEST_P(Contexts, AreOfOneInterfaceAndOneType) {
  const auto peer = at.connect(GetParam());
  const desk::client client(*peer);
  desk::drawer* const handle = client.open(5);
  EXPECT_EQ(status_of([&] { second_desk::client(*peer).use(handle); }),
            status::fault_context_mismatch);
  EXPECT_EQ(status_of([&] { client.use_other_type(handle); }), status::fault_context_mismatch);
  EXPECT_TRUE(at.log.gets("desk::use_other_type: 'with' (at byte 20): "));
  EXPECT_EQ(client.use(handle), 5u);
}

TEST_P(Contexts, AreRunDownWhenTheServerStops) {
  const desk::client client = connect();
  client.open(1);
  client.open(2);
  at.server.stop();
  EXPECT_EQ(run_down(), (numbers{1, 2}));
  EXPECT_NE(status_of([&] { client.open(3); }), status::ok);
}

TEST_P(Contexts, WaitForTheCallThatUsesThem) {
  {
    rpc::connection_options options;
    options.call_timeout = 1s;
    const desk::client client = connect(at, options);
    desk::drawer* const handle = client.open(5);
    // In-process nobody waits: the implementation runs on this thread.
    const bool waits = GetParam() != via::in_process;
    EXPECT_EQ(status_of([&] { client.use(handle, waits ? desk_service::until_woken : 0); }),
              waits ? status::call_timed_out : status::ok);
  }
  if (GetParam() != via::in_process) {
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(run_down(), numbers{});
  }
  at.service.wake();
  EXPECT_TRUE(eventually([&] { return run_down() == numbers{5}; }));
  EXPECT_EQ(book.run_down_in_use, 0);
}

TEST_P(Contexts, AnImplementationThrows) {
  {
    const desk::client client = connect();
    // What it opened is its own matter, what it closed is closed.
    EXPECT_EQ(status_of([&] { client.open(desk_service::throws_after_opening); }),
              status::fault_unspec);
    desk::drawer* handle = client.open(5);
    EXPECT_EQ(status_of([&] { client.close(handle, 1); }), status::fault_unspec);
    ASSERT_NE(handle, nullptr);  // results of a call that failed are not the client's
    EXPECT_EQ(status_of([&] { client.use(handle); }), status::fault_context_mismatch);
    rpc::destroy_client_context(handle);
    EXPECT_EQ(handle, nullptr);
    rpc::destroy_client_context(handle);
  }
  at.server.stop();
  EXPECT_EQ(run_down(), numbers{});
}

TEST_P(Contexts, AreLimited) {
  rpc::server_options options;
  options.max_contexts = 3;
  desk_server limited(options);
  const desk::client client = connect(limited);
  desk::drawer* first = client.open(1);
  client.open(2);
  desk::drawer *third = nullptr, *fourth = nullptr;
  // One would fit, the other would not: none is the client's.
  EXPECT_EQ(status_of([&] { client.open_two(3, &third, &fourth); }),
            status::fault_remote_no_memory);
  EXPECT_EQ(run_down(), (numbers{3, 4}));
  EXPECT_EQ(third, nullptr);
  third = client.open(5);
  EXPECT_EQ(status_of([&] { client.open(6); }), status::fault_remote_no_memory);
  client.close(first);
  EXPECT_NE(client.open(7), nullptr);
  // Another association has room of its own.
  EXPECT_NE(connect(limited).open(8), nullptr);
}

TEST_P(Contexts, AreUsedByOneCallAtATime) {
  rpc::server_options options;
  options.threads = 8;
  desk_server limited(options);
  const desk::client client = connect(limited);
  desk::drawer* const handle = client.open(5);
  desk::drawer* const other = client.open(6);
  std::vector<std::thread> threads;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&, i] {
      for (int round = 0; round < 20; ++round)
        EXPECT_EQ(i % 3 == 0 ? client.both(other, handle) : client.use(handle, 1),
                  i % 3 == 0 ? 11u : 5u);
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(limited.service.most_users, 1);
}

TEST_P(Contexts, AreSharedByWhoSaysSo) {
  const desk::client client = connect();
  desk::drawer* const handle = client.open(5);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] { EXPECT_EQ(client.peek(handle, 300), 5u); });
  EXPECT_TRUE(eventually([&] { return at.service.most_peekers == 4; }));
  EXPECT_EQ(client.use(handle), 5u);  // when all of them have ended
  EXPECT_EQ(at.service.most_users, 1);
  for (std::thread& thread : threads) thread.join();
}

TEST_P(Contexts, AreClosedWhileOthersWait) {
  const desk::client client = connect();
  desk::drawer* handle = client.open(5);
  desk::drawer* const copy = handle;
  std::thread first([&] { EXPECT_EQ(client.use(copy, 200), 5u); });
  ASSERT_TRUE(eventually([&] { return at.service.most_users == 1; }));
  std::thread closes([&] { client.close(handle); });
  std::this_thread::sleep_for(50ms);
  std::vector<std::thread> late;
  std::atomic<int> refused = 0;
  for (int i = 0; i < 3; ++i)
    late.emplace_back([&] {
      if (status_of([&] { client.use(copy); }) == status::fault_context_mismatch) ++refused;
    });
  first.join();
  closes.join();
  for (std::thread& thread : late) thread.join();
  EXPECT_EQ(refused, 3);
  EXPECT_EQ(handle, nullptr);
  EXPECT_EQ(run_down(), numbers{});
}

TEST_P(Contexts, ManyClientsComeAndGo) {
  std::atomic<std::uint32_t> next = 1;
  std::atomic<std::uint32_t> closed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int round = 0; round < 25; ++round) {
        const desk::client client = connect();
        for (int k = 0; k < 3; ++k) {
          desk::drawer* handle = client.open(next++);
          client.use(handle);
          if (k != 1) continue;
          client.close(handle);
          ++closed;
        }
      }
    });
  for (std::thread& thread : threads) thread.join();
  at.server.stop();
  const numbers gone = run_down();
  EXPECT_EQ(gone.size() + closed, 300u);
  EXPECT_EQ(std::set<std::uint32_t>(gone.begin(), gone.end()).size(), gone.size());
  EXPECT_EQ(book.run_down_in_use, 0);
}

TEST(ContextsWithinTheProcess, ACallWouldWaitForItself) {
  desk_server at;
  const desk::client client(*at.connect(via::in_process));
  desk::drawer* const handle = client.open(5);
  struct nested : desk_service {
    std::uint32_t use(desk::drawer* with, std::uint32_t) override {
      const status code = status_of([&] { again(); });
      return code == status::call_in_progress ? with->number : 0;
    }
    std::function<void()> again;
  } impl;
  rpc::server server(running_server::with({}, at.log));
  server.add<desk::service>(impl);
  const desk::client nests{rpc::connection(server)};
  desk::drawer* const own = nests.open(9);
  impl.again = [&] { nests.peek(own); };
  EXPECT_EQ(nests.use(own), 9u);
  EXPECT_EQ(client.use(handle), 5u);
}

}  // namespace
