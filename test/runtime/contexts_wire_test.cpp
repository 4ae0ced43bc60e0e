// Context handles on the wire, from clients that need not be honest; and calls that wait for them.

#include "wire_client.h"

namespace {

using namespace fixture;
using desk::book;
using numbers = std::multiset<std::uint32_t>;

numbers run_down() { return book.seen(book.run_down); }

class ContextsOverTcp : public testing::Test {
 protected:
  desk_server at;
  wire_client client{at};
};

const bytes mismatch = {0xFA, 0x1A, 0x00, 0x00, 0x1C};

// All threads would wait if waiting calls held them.
TEST_F(ContextsOverTcp, WaitingCallsHoldNoThread) {
  rpc::server_options options;
  options.threads = 2;
  desk_server small(options);
  wire_client caller(small);
  const bytes handle = caller.open(5);
  caller.send_uses(4, handle);
  EXPECT_EQ(caller.open(6).size(), 20u);
  small.service.wake();
  for (int i = 0; i < 4; ++i) EXPECT_EQ(caller.answer(), (bytes{5, 0, 0, 0}));
  EXPECT_EQ(small.service.most_users, 1);
}

TEST_F(ContextsOverTcp, WaitingCallsAreDecodedOnce) {
  const bytes handle = client.open(5);
  const int before = desk::duration::decoded;
  client.send_uses(6, handle);
  at.service.wake();
  for (int i = 0; i < 6; ++i) EXPECT_EQ(client.answer(), (bytes{5, 0, 0, 0}));
  EXPECT_EQ(desk::duration::decoded - before, 6);
}

// Answers are sent together while calls of the connection are queued: one that waits is not.
TEST_F(ContextsOverTcp, NoAnswerIsHeldBackForACallThatWaits) {
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
  {
    wire_client guest(at);
    guest.send_uses(5, guest.open(5));
  }
  std::this_thread::sleep_for(50ms);  // it need not have been noticed by then
  at.service.wake();
  EXPECT_TRUE(eventually([&] { return run_down() == numbers{5}; }));
  EXPECT_EQ(at.service.most_users, 1);
  EXPECT_EQ(book.run_down_in_use, 0);
}

// A drawer that counts who uses it: those whose client is gone do not.
TEST_F(ContextsOverTcp, CallsThatWaitForAContextGoWithTheirConnection) {
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
  desk_server small(options);
  wire_client first(small);
  const bytes handle = first.open(5);
  const bytes busy = first.open(6);
  wire_client second(small, first.group), third(small, first.group), fourth(small, first.group);
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
  small.service.wake();
}

TEST_F(ContextsOverTcp, RundownsLeaveThreadsToOthers) {
  blocking_rundowns rundowns;
  rpc::server_options options;
  options.threads = 4;
  desk_server small(options);
  for (int i = 0; i < 8; ++i) wire_client(small).open(5);
  EXPECT_TRUE(eventually([&] { return rundowns.begun() == 2; }));
  wire_client good(small);
  EXPECT_EQ(good.open(6).size(), 20u);
  EXPECT_EQ(rundowns.begun(), 2);
  rundowns.release();
  EXPECT_TRUE(eventually([&] { return rundowns.begun() == 8; }));
  small.server.stop();
}

TEST_F(ContextsOverTcp, TwentyBytes) {
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
  wire_client other(at);
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
  client.open(5);
  client.send(bind_desk());
  EXPECT_TRUE(eventually([&] { return run_down() == numbers{5}; }));
}

TEST_F(ContextsOverTcp, AResultThatCannotBeSentRunsThemDown) {
  {
    wire_client guest(at);
    guest.open(5);
    guest.send(request(3, 1, 2, null_handle));  // too short: refused, nothing has run
    EXPECT_EQ(guest.receive(32).size(), 32u);
    EXPECT_EQ(run_down(), numbers{});
    // The client goes before its answer comes: the handle is never known to anybody.
    guest.send(request(3, 1, 0, {6, 0, 0, 0}));
  }
  EXPECT_TRUE(eventually([&] { return run_down() == (numbers{5, 6}); }));
}

}  // namespace
