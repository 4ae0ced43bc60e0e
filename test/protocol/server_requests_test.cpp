// Several requests on one connection: fragments, multiplexing, cancelling.

#include "server_fixture.h"

namespace rpc::test {
namespace {

using protocol::call_ticket;

TEST_F(Server, FragmentsOfImpacket) {
  bind();
  const bytes data = counting(10'004);
  std::string sent;
  for (std::size_t done = 0; done < data.size(); done += 40) {
    const std::size_t size = std::min<std::size_t>(40, data.size() - done);
    const auto flags =
        static_cast<std::uint8_t>((done == 0 ? 1 : 0) | (done + size == data.size() ? 2 : 0));
    const bytes part(data.begin() + static_cast<std::ptrdiff_t>(done),
                     data.begin() + static_cast<std::ptrdiff_t>(done + size));
    sent += answer(request(flags, 1, part, 0, 1));
  }
  EXPECT_EQ(sent, "");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(hex(calls[0].stub.bytes()), hex(data));
  EXPECT_EQ(calls[0].opnum, 1);
}

TEST_F(Server, CallsRunSideBySideIfMultiplexed) {
  bind_multiplexed();
  answer(join(request(3, 5, {}, 0, 1), request(3, 6, {}, 0, 2), request(3, 7, {}, 0, 3)));
  ASSERT_EQ(calls.size(), 3u);
  EXPECT_EQ(server->calls(), 3u);
  EXPECT_EQ(respond(calls[2].ticket, "11"),
            tidy("05000203 10000000 1900 0000 07000000 01000000 0000 0000 11"));
  EXPECT_EQ(respond(calls[0].ticket, "22"),
            tidy("05000203 10000000 1900 0000 05000000 01000000 0000 0000 22"));
  EXPECT_EQ(respond(calls[1].ticket, "33"),
            tidy("05000203 10000000 1900 0000 06000000 01000000 0000 0000 33"));
}

// What Windows and Samba look at in the first fragment only.
TEST_F(Server, LaterFragmentsNeedNotRepeatTheContextAndTheOpnum) {
  bind();
  answer(request(1, 7, counting(8), 0, 1));
  EXPECT_EQ(answer(request(0, 7, counting(8), 111, 111)), "");
  EXPECT_EQ(answer(request(2, 7, counting(3), 111, 111)), "");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(calls[0].opnum, 1);
  EXPECT_EQ(hex(calls[0].stub.bytes()), hex(join(counting(8), counting(8), counting(3))));
  EXPECT_EQ(respond(calls[0].ticket, "11"),
            tidy("05000203 10000000 1900 0000 07000000 01000000 0000 0000 11"));
}

TEST_F(Server, AnEmptyFirstFragment) {
  bind();
  EXPECT_EQ(answer(request(1, 7, {}, 0, 1)), "");
  EXPECT_EQ(answer("05001203 10000000 1000 0000 07000000"), "");  // co_cancel, which comes early
  EXPECT_EQ(answer(request(0, 7, counting(8), 0, 1)), "");
  EXPECT_EQ(answer(request(2, 7, {}, 0, 1)), "");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(hex(calls[0].stub.bytes()), hex(counting(8)));
}

TEST_F(Server, InputWaitsWhenTooManyCallsRun) {
  at.limits.max_calls = 2;
  restart();
  bind_multiplexed();
  EXPECT_TRUE(server->wants_input());
  answer(request(3, 1, {}));
  EXPECT_TRUE(server->wants_input());
  answer(request(3, 2, {}));
  EXPECT_FALSE(server->wants_input());
  EXPECT_EQ(server->receive(request(3, 3, {}), calls), 0u);
  ASSERT_EQ(calls.size(), 2u);
  respond(calls[0].ticket, "");
  EXPECT_TRUE(server->wants_input());
}

TEST_F(Server, InputWaitsWhenCallsThatRunHave100BytesOfStubData) {
  at.limits.max_call_bytes = 100;
  for (const std::size_t size : {99u, 100u, 101u}) {
    restart();
    bind_multiplexed();
    answer(request(3, 1, counting(60)));
    answer(request(3, 2, counting(size - 60)));
    EXPECT_EQ(server->wants_input(), size < 100) << size;
    respond(calls[0].ticket, "");
    EXPECT_TRUE(server->wants_input());
  }
}

TEST_F(Server, InputIsTakenUpToTheLimitOfCalls) {
  at.limits.max_calls = 2;
  restart();
  bind_multiplexed();
  bytes all;
  for (const std::uint32_t id : {1u, 2u, 3u, 4u}) {
    const bytes one = request(3, id, {});
    all.insert(all.end(), one.begin(), one.end());
  }
  const std::size_t half = all.size() / 2;
  EXPECT_EQ(server->receive(all, calls), half);
  EXPECT_EQ(calls.size(), 2u);
  respond(calls[0].ticket, "");
  // One place is free again; a PDU is never taken in part.
  EXPECT_EQ(server->receive(std::span(all).subspan(half), calls), half / 2);
  EXPECT_EQ(calls.size(), 3u);
}

TEST_F(Server, MaybeCallsGetNoAnswer) {
  bind();
  EXPECT_EQ(answer(request(0x43, 1, {})), "");
  EXPECT_EQ(answer(request(3, 2, {})), "");
  ASSERT_EQ(calls.size(), 2u);
  EXPECT_FALSE(calls[0].expects_answer);
  EXPECT_EQ(respond(calls[0].ticket, "11"), "");
  EXPECT_EQ(respond(calls[1].ticket, "22"),
            tidy("05000203 10000000 1900 0000 02000000 01000000 0000 0000 22"));
  answer(request(0x43, 1, {}));
  server->fault(calls[2].ticket, status::op_rng_error, true);
  EXPECT_EQ(output(), "");
}

TEST_F(Server, CoCancelIsNoEndOfTheCall) {
  bind();
  answer(request(3, 4, {}));
  EXPECT_FALSE(server->cancelled(calls[0].ticket));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(answer("05001203 10000000 1000 0000 04000000"), "");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_TRUE(server->cancelled(calls[0].ticket));
  EXPECT_TRUE(server->awaited(calls[0].ticket));
  EXPECT_EQ(respond(calls[0].ticket, ""),
            tidy("05000203 10000000 1800 0000 04000000 00000000 0000 0000"));
}

TEST_F(Server, AnOrphanedCallGetsNoAnswer) {
  bind();
  answer(request(3, 4, {}));
  EXPECT_EQ(answer("05001303 10000000 1000 0000 04000000"), "");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_FALSE(server->awaited(calls[0].ticket));

  // Its number may be used again at once, and the late answer is not taken for the new one.
  EXPECT_EQ(answer(request(3, 4, {})), "");
  ASSERT_EQ(calls.size(), 2u);
  EXPECT_EQ(respond(calls[0].ticket, "11"), "");
  EXPECT_EQ(respond(calls[1].ticket, "22"),
            tidy("05000203 10000000 1900 0000 04000000 01000000 0000 0000 22"));
}

// As Windows does: what is not complete is not cancelled.
TEST_F(Server, NoticesForCallsThatDoNotRun) {
  bind();
  EXPECT_EQ(answer("05001203 10000000 1000 0000 03000000"), "");
  EXPECT_EQ(answer("05001303 10000000 1000 0000 03000000"), "");
  answer(request(1, 1, counting(8)));
  EXPECT_EQ(answer("05001203 10000000 1000 0000 01000000"), "");
  EXPECT_EQ(answer("05001303 10000000 1000 0000 01000000"), "");
  answer(request(2, 1, counting(8)));
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_FALSE(server->cancelled(calls[0].ticket));
  EXPECT_NE(respond(calls[0].ticket, "11"), "");
}

TEST_F(Server, UnknownTicketsAreIgnored) {
  bind();
  answer(request(3, 1, {}));
  EXPECT_NE(respond(calls[0].ticket, ""), "");
  EXPECT_EQ(respond(calls[0].ticket, ""), "");
  EXPECT_EQ(respond(call_ticket{99}, ""), "");
  server->fault(call_ticket{0}, status::fault_unspec, false);
  EXPECT_EQ(output(), "");
  EXPECT_EQ(server->calls(), 0u);
}

bytes hinting(std::uint32_t hint, bytes pdu) {
  for (std::size_t i = 0; i < 4; ++i) pdu[16 + i] = static_cast<std::byte>(hint >> (8 * i));
  return pdu;
}

// Up to the limit of a request the hint may say anything, and beyond the first of several
// fragments it says nothing.
TEST_F(Server, AllocHints) {
  bind();
  for (const std::uint32_t hint : {0u, 1u, 0x400000u}) {
    EXPECT_EQ(answer(hinting(hint, request(1, 1, counting(8)))), "");
    EXPECT_EQ(answer(hinting(0xFFFFFFFF, request(0, 1, counting(8)))), "");
    EXPECT_EQ(answer(hinting(0xFFFFFFFF, request(2, 1, counting(8)))), "");
    ASSERT_EQ(calls.size(), 1u);
    EXPECT_EQ(calls[0].stub.size(), 24u);
    respond(calls[0].ticket, "");
    calls.clear();
  }
  EXPECT_EQ(answer(hinting(0xFFFFFFFF, request(3, 1, counting(8)))), "");
  EXPECT_EQ(calls.size(), 1u);
}

}  // namespace
}  // namespace rpc::test
