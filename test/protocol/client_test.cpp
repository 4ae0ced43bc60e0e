// Binding and calls, as they should go.

#include "client_fixture.h"

#include <set>
#include <string>

namespace rpc::test {
namespace {

constexpr syntax_id other{uuid{"afa8bd80-7d8a-11c9-bef4-08002b102989"}, 1, 0};

/// Our alter_context for `other` after our_bind, and its acceptance in NDR64.
constexpr std::string_view our_alter =
    "05000e03 10000000 7400 0000 01000000 d016 d016 00000000 02 000000"
    "0300 01 00 80bda8af8a7dc911bef408002b102989 0100 0000"
    "           045d888aeb1cc9119fe808002b104860 0200 0000"
    "0400 01 00 80bda8af8a7dc911bef408002b102989 0100 0000"
    "           33057171babe37498319b5dbef9ccc36 0100 0000";
constexpr std::string_view alter_ack =
    "05000f03 10000000 5000 0000 01000000 d016 d016 78563412 0000 0000 02 000000"
    "0200 0200 00000000000000000000000000000000 00000000"
    "0000 0000 33057171babe37498319b5dbef9ccc36 01000000";

TEST_F(Client, PrefersNdr64) {
  bind(windows_ack);
  EXPECT_EQ(events[0].syntax, ndr::syntax::ndr64);
  EXPECT_TRUE(client->multiplexed());
  EXPECT_FALSE(client->closing());
}

TEST_F(Client, TakesNdr20) {
  bind(plain_ack);
  EXPECT_EQ(events[0].syntax, ndr::syntax::ndr20);
  EXPECT_FALSE(client->multiplexed());
}

// C706 lets a server accept every context; ours is the NDR64 one then.
TEST_F(Client, MayChoose) {
  bytes ack = unhex(windows_ack);
  const bytes accepted = unhex("0000 0000 045d888aeb1cc9119fe808002b104860 02000000");
  std::copy(accepted.begin(), accepted.end(), ack.begin() + 36);
  client->bind(echo);
  receive(ack);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].syntax, ndr::syntax::ndr64);
}

constexpr std::string_view bind_in_ndr20 =
    "05000b13 10000000 7400 0000 01000000 d016 d016 00000000 02 000000"
    "0000 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           045d888aeb1cc9119fe808002b104860 0200 0000"
    "0100 01 00 c55ea160e84dd711a637005056a20182 0100 0000"
    "           2c1cb76c129840450200000000000000 0100 0000";

TEST_F(Client, OffersNdr20AloneIfAsked) {
  protocol::settings limits;
  limits.ndr64 = false;
  restart(limits);
  client->bind(echo);
  EXPECT_EQ(output(), tidy(bind_in_ndr20));
}

TEST_F(Client, OffersNdr20AloneOfAnInterfaceThatLacksNdr64) {
  client->bind({echo, false});
  EXPECT_EQ(output(), tidy(bind_in_ndr20));
}

TEST_F(Client, ACall) {
  bind(windows_ack);
  const auto call = request(3, "29000000");
  EXPECT_EQ(output(), tidy("05000003 10000000 1c00 0000 01000000 04000000 0100 0300 29000000"));
  receive("05000203 10000000 1c00 0000 01000000 04000000 0100 00 00 2a000000");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].what, kind::response);
  EXPECT_EQ(events[0].call, call);
  EXPECT_EQ(events[0].sender, std::endian::little);
  EXPECT_EQ(hex(events[0].stub.bytes()), "2a 00 00 00");
}

TEST_F(Client, ABigEndianServer) {
  client->bind(echo);
  receive(
      "05000c03 00000000 0068 0000 00000001 16d0 16d0 12345678 0000 0000 03 000000"
      "0000 0000 8a885d041ceb11c99fe808002b104860 00000002"
      "0002 0002 00000000000000000000000000000000 00000000"
      "0003 0002 00000000000000000000000000000000 00000000");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].syntax, ndr::syntax::ndr20);
  request(0, "29000000");
  receive("05000203 00000000 001c 0000 00000001 00000004 0000 00 00 0000002a");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].sender, std::endian::big);
  EXPECT_EQ(hex(events[0].stub.bytes()), "00 00 00 2a");
}

TEST_F(Client, AnObject) {
  bind(windows_ack);
  buffer body;
  client->request(0, 1, body, echo.id);
  EXPECT_EQ(output(), tidy("05000083 10000000 2800 0000 01000000 00000000 0100 0100"
                           "c55ea160e84dd711a637005056a20182"));
}

TEST_F(Client, AFault) {
  bind(windows_ack);
  auto call = request(9, "");
  receive("05000323 10000000 2000 0000 01000000 20000000 0000 0000 0200011c 00000000");
  expect_fault(call, status::op_rng_error, true);
  call = request(9, "");
  receive("05000303 10000000 2000 0000 01000000 20000000 0000 0000 f7060000 00000000");
  expect_fault(call, status::bad_stub_data, false);
  EXPECT_FALSE(client->closing());
}

// Of an error that only the interface knows, in the stub data (C706 12.6.4.7).
TEST_F(Client, AFaultOfStatus0IsAFailure) {
  bind(windows_ack);
  const auto call = request(9, "");
  receive("05000303 10000000 2400 0000 01000000 20000000 0000 0000 00000000 00000000 34120000");
  expect_fault(call, status::fault_unspec, false);
  EXPECT_FALSE(events[0].lost);
  client->bind(other);
  output();
  receive("05000303 10000000 2000 0000 01000000 20000000 0000 0000 00000000 00000000");
  ASSERT_EQ(events.size(), 1u);
  expect_refused(events[0], 1, status::fault_unspec);
}

TEST_F(Client, CallsSideBySide) {
  bind(windows_ack);
  const auto one = request(1, "");
  const auto two = request(2, "");
  EXPECT_EQ(output(), tidy("05000003 10000000 1800 0000 01000000 00000000 0100 0100"
                           "05000003 10000000 1800 0000 02000000 00000000 0100 0200"));
  receive(
      "05000203 10000000 1900 0000 02000000 01000000 0100 00 00 22"
      "05000203 10000000 1900 0000 01000000 01000000 0100 00 00 11");
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].call, two);
  EXPECT_EQ(hex(events[0].stub.bytes()), "22");
  EXPECT_EQ(events[1].call, one);
  EXPECT_EQ(hex(events[1].stub.bytes()), "11");
}

// Without multiplexing one call follows the other, all with call_id 1: Wine's server
// answers every call with this one.
TEST_F(Client, CallsInTurn) {
  bind(plain_ack);
  const auto one = request(1, "");
  const auto two = request(2, "aa");
  EXPECT_EQ(output(), tidy("05000003 10000000 1800 0000 01000000 00000000 0000 0100"));
  EXPECT_EQ(output(), "");
  receive("05000203 10000000 1900 0000 01000000 01000000 0000 00 00 11");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].call, one);
  EXPECT_EQ(output(), tidy("05000003 10000000 1900 0000 01000000 01000000 0000 0200 aa"));
  receive("05000323 10000000 2000 0000 01000000 20000000 0000 0000 0200011c 00000000");
  expect_fault(two, status::op_rng_error, true);
}

TEST_F(Client, FragmentsOfResponses) {
  bind(windows_ack);
  const auto one = request(1, "");
  const auto two = request(2, "");
  const bytes data = counting(24);
  const auto part = [&](std::string_view head, std::size_t at, std::size_t size) {
    const auto from = data.begin() + static_cast<std::ptrdiff_t>(at);
    return join(unhex(head), bytes(from, from + static_cast<std::ptrdiff_t>(size)));
  };
  receive(join(part("05000201 10000000 2000 0000 01000000 18000000 0100 0000", 0, 8),
               part("05000201 10000000 2000 0000 02000000 0c000000 0100 0000", 0, 8),
               part("05000200 10000000 2000 0000 01000000 10000000 0100 0000", 8, 8),
               part("05000202 10000000 1c00 0000 02000000 04000000 0100 0000", 8, 4),
               part("05000202 10000000 2000 0000 01000000 08000000 0100 0000", 16, 8)));
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].call, two);
  EXPECT_EQ(hex(events[0].stub.bytes()), hex(std::span(data).first(12)));
  EXPECT_EQ(events[1].call, one);
  EXPECT_EQ(hex(events[1].stub.bytes()), hex(data));
}

TEST_F(Client, AFaultAmongFragments) {
  bind(windows_ack);
  const auto call = request(1, "");
  receive(
      "05000201 10000000 2000 0000 01000000 18000000 0100 0000 0011223344556677"
      "05000303 10000000 2000 0000 01000000 20000000 0100 0000 1200001c 00000000");
  expect_fault(call, status::fault_unspec, false);
}

TEST_F(Client, RequestsKeepToTheServersFragmentSize) {
  bytes ack = unhex(windows_ack);
  ack[18] = std::byte{0x98};  // it receives 1432
  ack[19] = std::byte{0x05};
  client->bind(echo);
  output();
  receive(ack);
  buffer body;
  body.append(counting(1500));
  client->request(0, 0, body);
  const bytes data = counting(1500);
  EXPECT_EQ(output(), tidy("05000001 10000000 9805 0000 01000000 dc050000 0100 0000") + " " +
                          hex(std::span(data).first(1408)) + " " +
                          tidy("05000002 10000000 7400 0000 01000000 5c000000 0100 0000") + " " +
                          hex(std::span(data).subspan(1408)));
}

TEST_F(Client, AnotherInterface) {
  bind(windows_ack);
  EXPECT_EQ(client->bind(other), 1u);
  EXPECT_EQ(output(), tidy(our_alter));
  receive(alter_ack);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].what, kind::bound);
  EXPECT_EQ(events[0].binding, 1u);
  EXPECT_EQ(events[0].syntax, ndr::syntax::ndr64);
  buffer body;
  client->request(1, 7, body);
  EXPECT_EQ(output(), tidy("05000003 10000000 1800 0000 01000000 00000000 0400 0700"));
}

TEST_F(Client, OneNegotiationAtATime) {
  EXPECT_EQ(client->bind(echo), 0u);
  EXPECT_EQ(client->bind(other), 1u);
  EXPECT_EQ(output(), tidy(our_bind));
  receive(windows_ack);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(output(), tidy(our_alter));
  receive(alter_ack);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].binding, 1u);
}

TEST_F(Client, NegotiationWaitsForTheCallWithoutMultiplexing) {
  bind(plain_ack);
  request(0, "");
  output();
  client->bind(other);
  EXPECT_EQ(output(), "");
  receive("05000203 10000000 1800 0000 01000000 00000000 0000 0000");
  EXPECT_EQ(output(), tidy(our_alter));
}

TEST_F(Client, ARejectedInterface) {
  const struct {
    std::string_view result;
    status code;
  } rejections[] = {
      {"0200 0100", status::unknown_interface}, {"0200 0200", status::unsupported_transfer_syntax},
      {"0200 0300", status::server_too_busy},   {"0200 0000", status::call_failed_dne},
      {"0100 0000", status::call_failed_dne},
  };
  for (const auto& rejection : rejections) {
    restart();
    client->bind(echo);
    bytes ack = unhex(windows_ack);
    const bytes result = join(unhex(rejection.result), bytes(20));
    std::copy(result.begin(), result.end(), ack.begin() + 36);
    std::copy(result.begin(), result.end(), ack.begin() + 60);
    receive(ack);
    ASSERT_EQ(events.size(), 1u);
    expect_refused(events[0], 0, rejection.code);
    EXPECT_FALSE(client->closing());
  }
}

TEST_F(Client, AFaultInsteadOfAnAck) {
  bind(windows_ack);
  client->bind(other);
  receive("05000323 10000000 2000 0000 01000000 20000000 0000 0000 0b00011c 00000000");
  ASSERT_EQ(events.size(), 1u);
  expect_refused(events[0], 1, status::proto_error);
}

TEST_F(Client, Cancel) {
  bind(windows_ack);
  request(0, "");
  const auto call = request(0, "");
  output();
  client->cancel(call, events);
  EXPECT_EQ(output(), tidy("05001203 10000000 1000 0000 02000000"));
  receive("05000303 10000000 2000 0000 02000000 20000000 0100 0000 0d00001c 00000000");
  expect_fault(call, status::fault_cancel, false);
  client->cancel(call, events);
  EXPECT_EQ(output(), "");
  EXPECT_EQ(events.size(), 1u);
}

TEST_F(Client, CancelOfACallThatWaitsForItsTurn) {
  bind(plain_ack);
  request(0, "");
  const auto waiting = request(0, "11");
  request(0, "22");
  output();
  events.clear();
  client->cancel(waiting, events);
  EXPECT_EQ(output(), "");
  expect_fault(waiting, status::fault_cancel, true);
  EXPECT_TRUE(events[0].cancelled);
  receive("05000203 10000000 1800 0000 01000000 00000000 0000 0000");
  EXPECT_EQ(events.size(), 1u);
  EXPECT_EQ(output(), tidy("05000003 10000000 1900 0000 01000000 01000000 0000 0000 22"));
}

TEST_F(Client, Abandon) {
  bind(windows_ack);
  const auto call = request(0, "");
  output();
  client->abandon(call);
  EXPECT_EQ(output(), tidy("05001303 10000000 1000 0000 01000000"));
  // Its call_id is not used again, because an answer may be under way.
  const auto next = request(0, "");
  EXPECT_EQ(output(), tidy("05000003 10000000 1800 0000 01000100 00000000 0100 0000"));
  receive(
      "05000201 10000000 2000 0000 01000000 10000000 0100 0000 0011223344556677"
      "05000202 10000000 2000 0000 01000000 10000000 0100 0000 0011223344556677"
      "05000303 10000000 2000 0000 01000000 00000000 0100 0000 0D00001C 00000000");
  EXPECT_TRUE(events.empty());
  EXPECT_FALSE(client->closing());
  receive("05000203 10000000 1800 0000 01000100 00000000 0100 0000");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].call, next);
  // One that was not made is still no orphan.
  receive("05000203 10000000 1800 0000 01000100 00000000 0100 0000");
  EXPECT_TRUE(client->closing());
}

// A server need not answer them (C706 12.6.4.8), so nothing is kept until it does.
TEST_F(Client, AbandonedCallsLeaveNothing) {
  bind(windows_ack);
  const auto stays = request(0, "");
  std::set<std::string> ids;
  for (int i = 0; i < 70'000; ++i) {
    const auto call = request(0, "");
    const std::string sent = output();
    if (i < 60'000) {
      EXPECT_TRUE(ids.insert(sent.substr(36, 11)).second) << sent;
    }
    client->abandon(call);
    output();
  }
  EXPECT_FALSE(client->closing());
  receive("05000203 10000000 1800 0000 01000000 00000000 0100 0000");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].call, stays);
}

TEST_F(Client, RequestsWaitWhereTheServerDoesNotKeepUp) {
  bind(windows_ack);
  const auto send = [&] {
    buffer stub;
    stub.append(bytes(200'000));
    return client->request(0, 0, stub);
  };
  send();
  send();
  const auto third = send();
  const auto fourth = send();
  // Two of 200,000 are the first that are more than 256 KiB.
  EXPECT_LT(client->output_size(), 405'000u);
  EXPECT_TRUE(client->abandon(third));  // which was not sent
  events.clear();
  client->resume(events);
  EXPECT_LT(client->output_size(), 405'000u);
  protocol::output out;
  ASSERT_TRUE(client->take_output(out));
  EXPECT_EQ(client->output_size(), 0u);
  client->resume(events);
  EXPECT_GT(client->output_size(), 200'000u);
  EXPECT_LT(client->output_size(), 205'000u);
  EXPECT_TRUE(events.empty());
  EXPECT_FALSE(client->abandon(fourth));
}

TEST_F(Client, AbandonWithoutMultiplexing) {
  bind(plain_ack);
  const auto one = request(0, "");
  const auto two = request(0, "");
  output();
  client->abandon(two);
  EXPECT_FALSE(client->closing());
  client->abandon(one);
  EXPECT_TRUE(client->closing());
  disconnect();
  EXPECT_TRUE(events.empty());
}

TEST_F(Client, Shutdown) {
  bind(windows_ack);
  const auto call = request(0, "");
  output();
  receive("05001103 10000000 1000 0000 00000000");
  EXPECT_TRUE(events.empty());
  EXPECT_FALSE(client->closing());
  const auto late = request(0, "");
  EXPECT_EQ(output(), "");
  receive("05000203 10000000 1800 0000 01000000 00000000 0100 0000");
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].call, call);
  expect_fault(events[1], late, status::call_failed_dne, true);
  EXPECT_TRUE(client->closing());
}

TEST_F(Client, Disconnect) {
  bind(windows_ack);
  const auto sent = request(0, "");
  output();
  const auto not_sent = request(0, "");
  client->bind(other);
  client->bind(echo);
  disconnect();
  ASSERT_EQ(events.size(), 4u);
  expect_refused(events[0], 1, status::server_unavailable);
  expect_fault(events[1], sent, status::call_failed, false);
  expect_fault(events[2], not_sent, status::call_failed_dne, true);
  expect_refused(events[3], 2, status::server_unavailable);
  EXPECT_TRUE(client->closing());

  // Later calls fail too.
  const auto late = request(0, "");
  disconnect();
  expect_fault(late, status::call_failed_dne, true);
  disconnect();
  EXPECT_TRUE(events.empty());
}

TEST_F(Client, ByteByByte) {
  client->bind(echo);
  std::size_t seen = 0;
  for (const std::byte b : unhex(windows_ack)) {
    receive(bytes{b});
    seen += events.size();
  }
  EXPECT_EQ(seen, 1u);
  const auto call = request(0, "");
  for (const std::byte b : unhex("05000201 10000000 2000 0000 01000000 09000000 0100 0000"
                                 "0011223344556677"
                                 "05000202 10000000 1900 0000 01000000 01000000 0100 0000 88")) {
    receive(bytes{b});
  }
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].call, call);
  EXPECT_EQ(hex(events[0].stub.bytes()), "00 11 22 33 44 55 66 77 88");
}

}  // namespace
}  // namespace rpc::test
