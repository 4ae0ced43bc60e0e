// Calls whose stub data come and go in parts.

#include "client_fixture.h"
#include "server_fixture.h"

namespace rpc::test {
namespace {

using protocol::call_ticket;
using inflow = protocol::server_connection::inflow;

constexpr std::uint16_t streams = 7;

/// Calls of opnum 7 stream.
class ServerPipes : public Server {
 protected:
  ServerPipes() {
    at.streams = [](std::size_t, std::uint16_t opnum) { return opnum == streams; };
    at.limits.pipe_window = 100;
    at.limits.request = protocol::message_limits(64);
    restart();
  }

  /// Begins call 5 with the first of several fragments.
  call_ticket begin(std::size_t size = 8) {
    EXPECT_EQ(answer(request(1, 5, counting(size), 0, streams)), "");
    EXPECT_EQ(calls.size(), 1u);
    EXPECT_FALSE(calls[0].complete);
    EXPECT_EQ(hex(calls[0].stub.bytes()), hex(counting(size)));
    return calls[0].ticket;
  }
  /// Sends another fragment of it.
  std::string go_on(std::uint8_t flags, std::size_t size) {
    calls.clear();
    return answer(request(flags, 5, counting(size), 0, streams));
  }
  inflow take(call_ticket call) {
    taken.clear();
    return server->take_part(call, taken);
  }

  buffer taken;
};

TEST_F(ServerPipes, AreReportedWithTheirFirstFragment) {
  bind();
  const call_ticket call = begin();
  EXPECT_EQ(take(call), inflow::nothing);
  go_on(0, 16);
  EXPECT_TRUE(calls.empty());
  go_on(0, 8);
  EXPECT_EQ(take(call), inflow::part);
  EXPECT_EQ(hex(taken.bytes()), hex(join(counting(16), counting(8))));
  EXPECT_EQ(take(call), inflow::nothing);
  go_on(2, 4);
  EXPECT_EQ(take(call), inflow::part);
  EXPECT_EQ(take(call), inflow::end);
  EXPECT_EQ(respond(call, "11"),
            tidy("05000203 10000000 1900 0000 05000000 01000000 0000 0000 11"));
  EXPECT_EQ(take(call), inflow::lost);
}

TEST_F(ServerPipes, OfOneFragmentAreComplete) {
  bind();
  answer(request(3, 5, counting(4), 0, streams));
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_TRUE(calls[0].complete);
  EXPECT_EQ(take(calls[0].ticket), inflow::end);
}

// No limit but the window, beyond which input waits.
TEST_F(ServerPipes, HoldUpInputInsteadOfBeingRefused) {
  bind();
  const call_ticket call = begin(1000);
  EXPECT_TRUE(server->wants_input());
  for (int round = 0; round < 100; ++round) {
    EXPECT_EQ(go_on(0, 99), "");
    EXPECT_TRUE(server->wants_input());
    go_on(0, 1);
    EXPECT_FALSE(server->wants_input());
    EXPECT_EQ(take(call), inflow::part);
    EXPECT_EQ(taken.size(), 100u);
    EXPECT_TRUE(server->wants_input());
  }
}

TEST_F(ServerPipes, AreAnsweredInParts) {
  bind();
  const call_ticket call = begin();
  go_on(2, 8);
  // Fragments carry 5816 bytes.
  const bytes stub = counting(12'000);
  EXPECT_EQ(server->respond_part(call, std::span(stub).first(5815)), 0u);
  EXPECT_EQ(output(), "");
  EXPECT_EQ(server->respond_part(call, stub), 2u * 5816);
  const std::string sent = output();
  EXPECT_EQ(sent.substr(0, 71), tidy("05000201 10000000 d016 0000 05000000 00000000 0000 0000"));
  EXPECT_EQ(sent.substr(3 * 5840, 71),
            tidy("05000200 10000000 d016 0000 05000000 00000000 0000 0000"));
  EXPECT_EQ(respond(call, "22"),
            tidy("05000202 10000000 1900 0000 05000000 01000000 0000 0000 22"));
}

TEST_F(ServerPipes, MayEndWithAFaultAfterAPartOfTheResponse) {
  bind();
  const call_ticket call = begin();
  go_on(2, 8);
  EXPECT_EQ(server->respond_part(call, counting(6000)), 5816u);
  output();
  server->fault(call, status::fault_unspec, false);
  EXPECT_EQ(output(), fault(executed, 5, 0, status::fault_unspec));
}

// The rest of the request is of no use, and no violation.
TEST_F(ServerPipes, MayBeAnsweredBeforeTheyHaveArrived) {
  bind();
  const call_ticket call = begin();
  server->fault(call, status::fault_unspec, false);
  EXPECT_EQ(output(), fault(executed, 5, 0, status::fault_unspec));
  for (int round = 0; round < 10; ++round) EXPECT_EQ(go_on(0, 100), "");
  EXPECT_TRUE(calls.empty());
  EXPECT_TRUE(server->wants_input());
  EXPECT_EQ(go_on(2, 1), "");
  answer(request(3, 5, {}, 0, 1));
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(calls[0].opnum, 1);
}

TEST_F(ServerPipes, EndWhereTheyAreOrphaned) {
  for (const bool answered : {false, true}) {
    restart();
    bind();
    const call_ticket call = begin();
    if (answered) server->fault(call, status::fault_unspec, false);
    output();
    calls.clear();
    EXPECT_EQ(answer("05001303 10000000 1000 0000 05000000"), "");
    EXPECT_EQ(take(call), inflow::lost);
    EXPECT_FALSE(server->awaited(call));
    EXPECT_EQ(server->respond_part(call, counting(100)), 100u);
    EXPECT_EQ(respond(call, "11"), "");
    // The call_id is free.
    calls.clear();
    begin();
  }
}

TEST_F(ServerPipes, AreToldOfACancel) {
  bind();
  const call_ticket call = begin();
  go_on(0, 8);
  EXPECT_EQ(answer("05001203 10000000 1000 0000 05000000"), "");
  EXPECT_TRUE(server->cancelled(call));
  EXPECT_EQ(take(call), inflow::cancelled);
}

TEST_F(ServerPipes, EndWithTheConnection) {
  bind();
  const call_ticket call = begin();
  go_on(0, 8);
  answer("05001f03 10000000 1000 0000 05000000");
  EXPECT_TRUE(server->closing());
  EXPECT_EQ(take(call), inflow::part);
  EXPECT_EQ(take(call), inflow::lost);
}

TEST_F(ServerPipes, DoNotContradictThemselves) {
  bind();
  begin();
  // the byte order of the first fragment
  EXPECT_EQ(answer("05000000 00000000 0019 0000 00000005 00000001 0000 0000 11"),
            fault(not_executed, 5, 0, status::proto_error));
  restart();
  bind();
  begin();
  EXPECT_EQ(answer(request(0, 5, {}, 0, streams)), fault(executed, 5, 0, status::proto_error));
}

// Other requests have to wait for each other.
TEST_F(ServerPipes, MayMixWithAnotherRequestIfMultiplexed) {
  bind_multiplexed();
  const call_ticket call = begin();
  calls.clear();
  EXPECT_EQ(answer(request(1, 6, counting(8), 0, 1)), "");
  EXPECT_EQ(answer(request(0, 5, counting(16), 0, streams)), "");
  EXPECT_EQ(answer(request(2, 6, counting(4), 0, 1)), "");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(hex(calls[0].stub.bytes()), hex(join(counting(8), counting(4))));
  EXPECT_EQ(take(call), inflow::part);
  EXPECT_EQ(hex(taken.bytes()), hex(counting(16)));
}

TEST_F(ServerPipes, AreLimitedInNumberWhereTheirRequestsDoNotEnd) {
  at.limits.max_calls = 2;
  restart();
  bind_multiplexed();
  for (const std::uint32_t id : {1u, 2u}) {
    EXPECT_EQ(answer(request(1, id, counting(8), 0, streams)), "");
    ASSERT_EQ(calls.size(), 1u);
    EXPECT_NE(respond(calls[0].ticket, "11"), "");
    calls.clear();
  }
  EXPECT_EQ(answer(request(1, 3, counting(8), 0, streams)),
            fault(not_executed, 3, 0, status::nca_server_too_busy));
  EXPECT_TRUE(server->closing());
}

class ClientPipes : public Client {
 protected:
  call_ticket open() { return client->open(0, 7); }
  std::string response(std::uint8_t flags, std::string_view stub) {
    const bytes body = unhex(stub);
    bytes pdu = unhex("05000200 10000000 1800 0000 01000000 00000000 0100 0000");
    pdu[3] = static_cast<std::byte>(flags);
    pdu[8] = static_cast<std::byte>(24 + body.size());
    return hex(join(pdu, body));
  }
  std::string take(call_ticket call) {
    buffer taken;
    return client->take_part(call, taken) ? hex(taken.bytes()) : "nothing";
  }
};

TEST_F(ClientPipes, SendAsManyFragmentsAsTheyFill) {
  bind(windows_ack);
  const call_ticket call = open();
  EXPECT_TRUE(client->sends(call));
  EXPECT_EQ(client->send_part(call, counting(5815), false), 0u);
  EXPECT_EQ(output(), "");
  EXPECT_EQ(client->send_part(call, counting(5900), false), 5816u);
  EXPECT_EQ(output().substr(0, 71),
            tidy("05000001 10000000 d016 0000 01000000 00000000 0100 0700"));
  EXPECT_EQ(client->send_part(call, counting(2), true), 2u);
  EXPECT_EQ(output(), tidy("05000002 10000000 1a00 0000 01000000 02000000 0100 0700") + " " +
                          hex(counting(2)));
}

TEST_F(ClientPipes, OfAnObjectNameItInEachFragment) {
  bind(windows_ack);
  const call_ticket call = client->open(0, 7, uuid("60a15ec5-4de8-11d7-a637-005056a20182"));
  const std::string object = tidy("c55ea160 e84dd711 a637 005056a20182");
  // 5840 bytes are 16 less for stub data.
  EXPECT_EQ(client->send_part(call, counting(5900), false), 5800u);
  EXPECT_EQ(output().substr(0, 119),
            tidy("05000081 10000000 d016 0000 01000000 00000000 0100 0700") + " " + object);
  EXPECT_EQ(client->send_part(call, counting(2), true), 2u);
  EXPECT_EQ(output(), tidy("05000082 10000000 2a00 0000 01000000 02000000 0100 0700") + " " +
                          object + " " + hex(counting(2)));
}

TEST_F(ClientPipes, TakeTheResponseAsItComes) {
  protocol::settings limits;
  limits.pipe_window = 4;
  limits.response = protocol::message_limits(4);
  restart(limits);
  bind(windows_ack);
  const call_ticket call = open();
  client->send_part(call, counting(8), true);
  output();
  receive(response(1, "01 02 03"));
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].what, kind::part);
  EXPECT_TRUE(client->wants_input());
  receive(response(0, "04 05"));
  EXPECT_FALSE(client->wants_input());
  EXPECT_EQ(take(call), "01 02 03 04 05");
  EXPECT_EQ(take(call), "nothing");
  EXPECT_TRUE(client->wants_input());
  receive(response(2, "06"));
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].what, kind::response);
  EXPECT_EQ(hex(events[0].stub.bytes()), "06");
  EXPECT_FALSE(client->sends(call));
}

TEST_F(ClientPipes, StopWhenTheAnswerComesEarly) {
  bytes ack = unhex(windows_ack);
  ack[ack.size() - 22] = std::byte{0};  // without the promise to keep the connection on an orphan
  for (const bool keeps : {true, false}) {
    restart();
    bind(keeps ? std::string(windows_ack) : hex(ack));
    const call_ticket call = open();
    client->send_part(call, counting(6000), false);
    output();
    receive("05000303 10000000 2000 0000 01000000 00000000 0100 0000 05000000 00000000");
    expect_fault(call, status::access_denied, false);
    EXPECT_EQ(client->send_part(call, counting(6000), false), 6000u);
    EXPECT_EQ(output(), keeps ? tidy("05001303 10000000 1000 0000 01000000") : "");
    EXPECT_EQ(client->closing(), !keeps);
  }
}

TEST_F(ClientPipes, WaitForTheirTurn) {
  bind(plain_ack);
  const call_ticket before = request(1, "11");
  output();
  const call_ticket call = open();
  EXPECT_FALSE(client->sends(call));
  EXPECT_EQ(before, call_ticket{1});
  receive("05000203 10000000 1900 0000 01000000 00000000 0000 0000 22");
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[1].what, kind::turn);
  EXPECT_EQ(events[1].call, call);
  EXPECT_TRUE(client->sends(call));
}

TEST_F(ClientPipes, AreAbandonedWithoutTheServerIfNothingWasSent) {
  bind(windows_ack);
  const call_ticket call = open();
  client->abandon(call);
  EXPECT_EQ(output(), "");
  EXPECT_FALSE(client->closing());
  disconnect();
  EXPECT_TRUE(events.empty());
}

TEST_F(ClientPipes, FailWithTheConnection) {
  bind(windows_ack);
  const call_ticket first = open(), second = open();
  client->send_part(first, counting(6000), false);
  output();
  disconnect();
  ASSERT_EQ(events.size(), 2u);
  expect_fault(events[0], first, status::call_failed, false);
  expect_fault(events[1], second, status::call_failed_dne, true);
}

}  // namespace
}  // namespace rpc::test
