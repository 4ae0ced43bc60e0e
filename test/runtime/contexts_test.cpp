// Context handles: what a server keeps for its clients, who may use it, and how it ends.

#include "wire_client.h"

namespace {

using namespace fixture;
using desk::book;
using rpc::status;
using numbers = std::multiset<std::uint32_t>;

numbers run_down() { return book.seen(book.run_down); }

/// Each test finds an empty book.
template <class Base>
class WithBook : public Base {
 protected:
  void SetUp() override {
    book.run_down.clear();
    book.closed.clear();
    book.run_down_in_use = 0;
  }
};
class Contexts : public WithBook<testing::TestWithParam<via>> {};
class ContextsOverTcp : public WithBook<testing::Test> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, Contexts,
                         testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(Contexts, AreOpenedUsedAndClosed) {
  desk_server at;
  {
    const auto peer = at.connect(GetParam());
    const desk::client client(*peer);
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
  desk_server at;
  const auto peer = at.connect(GetParam());
  const desk::client client(*peer);
  desk::drawer* handle = client.open(5);
  desk::drawer* const before = handle;
  client.close(handle, 2);
  EXPECT_EQ(handle, before);
  EXPECT_EQ(client.use(handle), 6u);
}

TEST_P(Contexts, AreTheirConnectionsOwn) {
  desk_server at;
  const auto peer = at.connect(GetParam());
  const auto stranger = at.connect(GetParam());
  const desk::client client(*peer);
  desk::drawer* const handle = client.open(5);
  std::string text;
  EXPECT_EQ(status_of([&] { desk::client(*stranger).use(handle); }, &text),
            status::fault_context_mismatch);
  EXPECT_NE(text.find("connection"), text.npos) << text;
  EXPECT_EQ(client.use(handle), 5u);
}

TEST_P(Contexts, AreOfOneInterfaceAndOneType) {
  desk_server at;
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
  desk_server at;
  const auto peer = at.connect(GetParam());
  const desk::client client(*peer);
  client.open(1);
  client.open(2);
  at.server.stop();
  EXPECT_EQ(run_down(), (numbers{1, 2}));
  EXPECT_NE(status_of([&] { client.open(3); }), status::ok);
}

TEST_P(Contexts, WaitForTheCallThatUsesThem) {
  desk_server at;
  {
    rpc::connection_options options;
    options.call_timeout = 1s;
    const auto peer = at.connect(GetParam(), options);
    const desk::client client(*peer);
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
  desk_server at;
  {
    const auto peer = at.connect(GetParam());
    const desk::client client(*peer);
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
  desk_server at(options);
  const auto peer = at.connect(GetParam());
  const desk::client client(*peer);
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
  const auto other = at.connect(GetParam());
  EXPECT_NE(desk::client(*other).open(8), nullptr);
}

TEST_P(Contexts, AreUsedByOneCallAtATime) {
  rpc::server_options options;
  options.threads = 8;
  desk_server at(options);
  const auto peer = at.connect(GetParam());
  const desk::client client(*peer);
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
  EXPECT_EQ(at.service.most_users, 1);
}

TEST_P(Contexts, AreSharedByWhoSaysSo) {
  desk_server at;
  const auto peer = at.connect(GetParam());
  const desk::client client(*peer);
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
  desk_server at;
  const auto peer = at.connect(GetParam());
  const desk::client client(*peer);
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
  desk_server at;
  std::atomic<std::uint32_t> next = 1;
  std::atomic<std::uint32_t> closed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int round = 0; round < 25; ++round) {
        const auto peer = at.connect(GetParam());
        const desk::client client(*peer);
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

TEST_F(ContextsOverTcp, ACallWouldWaitForItself) {
  desk_server at;
  const auto peer = at.connect(via::in_process);
  const desk::client client(*peer);
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
  rpc::connection inside(server);
  const desk::client nests(inside);
  desk::drawer* const own = nests.open(9);
  impl.again = [&] { nests.peek(own); };
  EXPECT_EQ(nests.use(own), 9u);
  EXPECT_EQ(client.use(handle), 5u);
}

// What is on the wire, from clients that need not be honest.

const bytes mismatch = {0xFA, 0x1A, 0x00, 0x00, 0x1C};

// All threads would wait if waiting calls held them.
TEST_F(ContextsOverTcp, WaitingCallsHoldNoThread) {
  rpc::server_options options;
  options.threads = 2;
  desk_server at(options);
  wire_client client(at);
  const bytes handle = client.open(5);
  client.send_uses(4, handle);
  EXPECT_EQ(client.open(6).size(), 20u);
  at.service.wake();
  for (int i = 0; i < 4; ++i) EXPECT_EQ(client.answer(), (bytes{5, 0, 0, 0}));
  EXPECT_EQ(at.service.most_users, 1);
}

TEST_F(ContextsOverTcp, WaitingCallsAreDecodedOnce) {
  desk_server at;
  wire_client client(at);
  const bytes handle = client.open(5);
  const int before = desk::duration::decoded;
  client.send_uses(6, handle);
  at.service.wake();
  for (int i = 0; i < 6; ++i) EXPECT_EQ(client.answer(), (bytes{5, 0, 0, 0}));
  EXPECT_EQ(desk::duration::decoded - before, 6);
}

// Answers are sent together while calls of the connection are queued: one that waits is not.
TEST_F(ContextsOverTcp, NoAnswerIsHeldBackForACallThatWaits) {
  desk_server at;
  wire_client client(at);
  const bytes handle = client.open(5);
  const bytes waits = request(3, 2, 2, handle + bytes{0xFF, 0xFF, 0xFF, 0xFF});
  client.send(waits);
  for (std::uint8_t times = 0; times < 10; ++times) {
    client.send(request(3, 1, 0, {0, 0, 0, 0}) + waits);
    EXPECT_EQ(client.answer(), null_handle);
  }
  at.service.wake();
}

TEST_F(ContextsOverTcp, AServerStopsWhileCallsWait) {
  desk_server at;
  wire_client client(at);
  client.send_uses(5, client.open(5));
  std::thread stopper([&] { at.server.stop(); });
  EXPECT_TRUE(eventually([&] { return !raw_client(at.tcp).connected(); }));
  std::this_thread::sleep_for(50ms);  // from the end of the listener to that of the pool
  at.service.wake();
  std::multiset<bytes> answers;
  for (int i = 0; i < 5; ++i) answers.insert(client.answer());
  const bytes too_busy = {0xFA, 0x14, 0x00, 0x01, 0x1C};
  EXPECT_EQ(answers, (std::multiset<bytes>{{5, 0, 0, 0}, too_busy, too_busy, too_busy, too_busy}));
  stopper.join();
  EXPECT_EQ(run_down(), numbers{5});
}

TEST_F(ContextsOverTcp, AConnectionIsLostWhileCallsWait) {
  desk_server at;
  {
    wire_client client(at);
    client.send_uses(5, client.open(5));
  }
  std::this_thread::sleep_for(50ms);  // it need not have been noticed by then
  at.service.wake();
  EXPECT_TRUE(eventually([&] { return run_down() == numbers{5}; }));
  EXPECT_EQ(at.service.most_users, 1);
  EXPECT_EQ(book.run_down_in_use, 0);
}

// A drawer that counts who uses it: those whose client is gone do not.
TEST_F(ContextsOverTcp, CallsThatWaitForAContextGoWithTheirConnection) {
  desk_server at;
  wire_client client(at);
  const bytes handle = client.open(5);
  wire_client other(at, client.group);
  other.send_uses(1, handle);
  client.send_uses(4, handle);
  client.reset();
  EXPECT_EQ(other.open(0), null_handle);
  std::this_thread::sleep_for(50ms);
  at.service.wake();
  EXPECT_EQ(other.answer(), (bytes{5, 0, 0, 0}));
  EXPECT_EQ(other.use(handle), (bytes{5, 0, 0, 0}));
  EXPECT_EQ(at.service.uses, 2);
}

// Its turn is not lost with the connection of a call that never came to it.
TEST_F(ContextsOverTcp, ATurnThatIsNotTakenIsTheNextOnes) {
  rpc::server_options options;
  options.threads_per_connection = 1;
  desk_server at(options);
  wire_client first(at);
  const bytes handle = first.open(5);
  const bytes busy = first.open(6);
  wire_client second(at, first.group), third(at, first.group), fourth(at, first.group);
  fourth.send(request(3, 2, 2, handle + bytes{0x2C, 1, 0, 0}));  // use for 300 ms
  std::this_thread::sleep_for(50ms);
  second.send(request(3, 2, 2, handle + bytes{0, 0, 0, 0}));  // waits for the context
  std::this_thread::sleep_for(50ms);
  second.send(request(3, 3, 2, busy + bytes{0xFF, 0xFF, 0xFF, 0xFF}));  // holds its one thread
  third.send(request(3, 2, 2, handle + bytes{0, 0, 0, 0}));
  EXPECT_EQ(fourth.answer(), (bytes{5, 0, 0, 0}));
  std::this_thread::sleep_for(50ms);
  second.reset();
  EXPECT_EQ(third.answer(), (bytes{5, 0, 0, 0}));
  at.service.wake();
}

TEST_F(ContextsOverTcp, RundownsLeaveThreadsToOthers) {
  blocking_rundowns rundowns;
  rpc::server_options options;
  options.threads = 4;
  desk_server at(options);
  for (int i = 0; i < 8; ++i) wire_client(at).open(5);
  EXPECT_TRUE(eventually([&] { return rundowns.begun() == 2; }));
  wire_client good(at);
  EXPECT_EQ(good.open(6).size(), 20u);
  EXPECT_EQ(rundowns.begun(), 2);
  rundowns.release();
  EXPECT_TRUE(eventually([&] { return rundowns.begun() == 8; }));
  at.server.stop();
}

TEST_F(ContextsOverTcp, TwentyBytes) {
  desk_server at;
  wire_client client(at);
  const bytes handle = client.open(5);
  ASSERT_EQ(handle.size(), 20u);
  EXPECT_EQ(bytes(handle.begin(), handle.begin() + 4), (bytes{0, 0, 0, 0}));
  EXPECT_EQ(handle[4 + 7] & 0xF0, 0x40);  // a random uuid
  EXPECT_NE(client.open(6), handle);
  EXPECT_EQ(client.use(handle), (bytes{5, 0, 0, 0}));
  EXPECT_EQ(client.close(handle), null_handle);
  EXPECT_EQ(client.open(0), null_handle);
}

TEST_F(ContextsOverTcp, ForgedForeignStaleOrClosed) {
  desk_server at;
  wire_client client(at), other(at);
  const bytes handle = client.open(5);
  for (std::size_t i = 0; i < 20; ++i) {
    bytes forged = handle;
    forged[i] ^= 1;
    EXPECT_EQ(client.use(forged), mismatch);
  }
  EXPECT_EQ(other.use(handle), mismatch);
  EXPECT_EQ(client.use(null_handle), (bytes{0xFA, 0xEF, 0x06, 0, 0}));
  EXPECT_EQ(client.use(handle), (bytes{5, 0, 0, 0}));
  EXPECT_EQ(client.close(handle), null_handle);
  EXPECT_EQ(client.use(handle), mismatch);
  EXPECT_EQ(client.close(handle), mismatch);
  EXPECT_EQ(at.service.most_users, 1);
}

TEST_F(ContextsOverTcp, AreCommonToTheConnectionsOfAnAssociation) {
  desk_server at;
  auto first = std::make_unique<wire_client>(at);
  const bytes handle = first->open(5);
  {
    wire_client second(at, first->group);
    EXPECT_EQ(second.use(handle), (bytes{5, 0, 0, 0}));
    first.reset();
    EXPECT_EQ(second.use(handle), (bytes{5, 0, 0, 0}));
    EXPECT_EQ(run_down(), numbers{});
    wire_client third(at, second.group);
    EXPECT_EQ(third.use(handle), (bytes{5, 0, 0, 0}));
  }
  EXPECT_TRUE(eventually([&] { return run_down() == numbers{5}; }));
}

TEST_F(ContextsOverTcp, AViolationRunsThemDown) {
  desk_server at;
  wire_client client(at);
  client.open(5);
  client.send(bind_desk());
  EXPECT_TRUE(eventually([&] { return run_down() == numbers{5}; }));
}

TEST_F(ContextsOverTcp, AResultThatCannotBeSentRunsThemDown) {
  desk_server at;
  {
    wire_client client(at);
    client.open(5);
    client.send(request(3, 1, 2, null_handle));  // too short: refused, nothing has run
    EXPECT_EQ(client.receive(32).size(), 32u);
    EXPECT_EQ(run_down(), numbers{});
    // The client goes before its answer comes: the handle is never known to anybody.
    client.send(request(3, 1, 0, {6, 0, 0, 0}));
  }
  EXPECT_TRUE(eventually([&] { return run_down() == (numbers{5, 6}); }));
}

}  // namespace
