// What a server must not do: every open call fails, and the client closes.

#include "client_fixture.h"

namespace rpc::test {
namespace {

class ServerViolation : public Client {
 protected:
  /// The connection ends with these bytes; `call` had been sent.
  void expect_breach(std::string_view text) {
    bind(windows_ack);
    const auto call = request(0, "");
    output();
    receive(text);
    EXPECT_TRUE(client->closing()) << text;
    EXPECT_FALSE(client->reason().empty());
    expect_fault(call, status::call_failed, false);
    EXPECT_TRUE(events[0].lost);
    receive("05000203 10000000 1800 0000 01000000 00000000 0100 0000");
    EXPECT_TRUE(events.empty());
    restart();
  }

  /// The bind fails with this answer.
  void expect_refusal(const bytes& ack, status code = status::protocol_error) {
    client->bind(echo);
    receive(ack);
    EXPECT_TRUE(client->closing()) << hex(ack);
    ASSERT_EQ(events.size(), 1u) << hex(ack);
    expect_refused(events[0], 0, code);
    restart();
  }
  void expect_refusal(std::string_view ack, status code = status::protocol_error) {
    expect_refusal(unhex(ack), code);
  }

  /// windows_ack with other bytes at `at`.
  static bytes ack_with(std::size_t at, std::string_view text) {
    bytes ack = unhex(windows_ack);
    const bytes changed = unhex(text);
    std::copy(changed.begin(), changed.end(), ack.begin() + static_cast<std::ptrdiff_t>(at));
    return ack;
  }
};

TEST_F(ServerViolation, HeadersThatCannotBe) {
  expect_breach("05000203 10000000 0000 0000 01000000");
  expect_breach("05000203 10000000 0f00 0000 01000000");
  expect_breach("05000203 10000000 ffff 0000 01000000");
  expect_breach("05000203 10000000 d116 0000 01000000");
  expect_breach("04000203 10000000 1800 0000 01000000");
  expect_breach("05000203 10010000 1800 0000 01000000");
  expect_breach("485454502f312e31203430302042 6164");  // HTTP/1.1 400 Bad
}

TEST_F(ServerViolation, PdusThatNoServerSends) {
  expect_breach("05000003 10000000 1800 0000 01000000 00000000 0100 0000");  // request
  expect_breach(our_bind);
  expect_breach("05001203 10000000 1000 0000 01000000");  // co_cancel
  expect_breach("0500ff03 10000000 1000 0000 01000000");
}

TEST_F(ServerViolation, AnswersToNothing) {
  expect_breach("05000203 10000000 1800 0000 02000000 00000000 0100 0000");
  expect_breach("05000203 10000000 1800 0000 00000000 00000000 0100 0000");
  expect_breach("05000303 10000000 2000 0000 02000000 20000000 0100 0000 0b00011c 00000000");
  expect_breach(windows_ack);
  expect_breach("05000d03 10000000 1800 0000 01000000 0000 01 05 00 000000");
  expect_breach("05000f03 10000000 1c00 0000 01000000 d016 d016 78563412 0000 0000");
}

TEST_F(ServerViolation, ShorterThanTheirFields) {
  expect_breach("05000203 10000000 1700 0000 01000000 00000000 0100 00");
  expect_breach("05000303 10000000 1b00 0000 01000000 20000000 0100 0000 0b0001");
  expect_breach("05000203 10000000 1000 0000 01000000");
}

TEST_F(ServerViolation, Authentication) {
  expect_breach(
      "05000203 10000000 2400 0400 01000000 00000000 0100 0000 0a02000000000000 01000000");
  expect_breach("05000203 10000000 1800 ffff 01000000 00000000 0100 0000");
}

TEST_F(ServerViolation, FragmentsOutOfOrder) {
  // not the first
  expect_breach("05000202 10000000 1900 0000 01000000 01000000 0100 0000 11");
  expect_breach("05000200 10000000 1900 0000 01000000 01000000 0100 0000 11");
  // the first twice
  expect_breach(
      "05000201 10000000 1900 0000 01000000 01000000 0100 0000 11"
      "05000203 10000000 1900 0000 01000000 01000000 0100 0000 11");
  // another context
  expect_breach("05000203 10000000 1900 0000 01000000 01000000 0000 0000 11");
  // another byte order
  expect_breach(
      "05000201 10000000 1900 0000 01000000 01000000 0100 0000 11"
      "05000202 00000000 0019 0000 00000001 00000001 0001 0000 11");
  // no progress
  expect_breach(
      "05000201 10000000 1800 0000 01000000 01000000 0100 0000"
      "05000200 10000000 1800 0000 01000000 01000000 0100 0000");
}

TEST_F(ServerViolation, AcksThatDoNotFitTheBind) {
  expect_refusal(ack_with(12, "02"));        // call_id
  expect_refusal(ack_with(2, "0f"));         // alter_context_resp
  expect_refusal(ack_with(32, "02"));        // two results for three offers
  expect_refusal(ack_with(32, "04"));        // four
  expect_refusal(ack_with(24, "ffff"));      // a secondary address beyond the end
  expect_refusal(ack_with(18, "3f00"));      // it receives 63 bytes
  expect_refusal(ack_with(84, "0000"));      // the features accepted like a context
  expect_refusal(ack_with(64, "045d888a"));  // an acceptance of what was not offered
  expect_refusal(ack_with(10, "0800"));      // authentication
}

TEST_F(ServerViolation, AcksThatEndEarly) {
  const bytes whole = unhex(windows_ack);
  for (std::size_t size = 16; size < whole.size(); ++size) {
    bytes ack(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    ack[8] = static_cast<std::byte>(size);
    expect_refusal(ack);
  }
}

TEST_F(ServerViolation, Naks) {
  expect_refusal("05000d03 10000000 1800 0000 01000000 0000 01 05 00 000000",
                 status::call_failed_dne);
  expect_refusal("05000d03 10000000 1500 0000 01000000 0100 01 05 00", status::server_too_busy);
  expect_refusal("05000d03 10000000 1200 0000 01000000 0200", status::server_too_busy);
  expect_refusal("05000d03 00000000 0015 0000 00000001 0004 01 05 00",
                 status::rpc_version_mismatch);
  expect_refusal("05000d03 10000000 1500 0000 01000000 0800 01 05 00",
                 status::unknown_authn_service);
  expect_refusal("05000d03 10000000 1100 0000 01000000 00", status::protocol_error);
}

TEST_F(ServerViolation, BindsThatWaitFailToo) {
  client->bind(echo);
  client->bind(echo);
  receive("05000d03 10000000 1800 0000 01000000 0000 01 05 00 000000");
  ASSERT_EQ(events.size(), 2u);
  expect_refused(events[0], 0, status::call_failed_dne);
  expect_refused(events[1], 1, status::call_failed_dne);
}

TEST_F(ServerViolation, TheLargestResponse) {
  protocol::settings limits;
  limits.response.bytes = 10;
  for (const std::size_t size : {9u, 10u, 11u}) {
    restart(limits);
    bind(windows_ack);
    const auto call = request(0, "");
    const auto another = request(0, "");
    output();
    bytes pdu =
        join(unhex("05000202 10000000 1000 0000 01000000 00000000 0100 0000"), counting(size - 8));
    pdu[8] = static_cast<std::byte>(pdu.size());
    receive(join(unhex("05000201 10000000 2000 0000 01000000 00000000 0100 0000 0011223344556677"),
                 pdu));
    if (size <= 10) {
      ASSERT_EQ(events.size(), 1u);
      EXPECT_EQ(events[0].stub.size(), size);
    } else {
      ASSERT_EQ(events.size(), 2u);
      expect_fault(events[0], call, status::out_args_too_big, false);
      expect_fault(events[1], another, status::call_failed, false);
      EXPECT_TRUE(client->closing());
    }
  }
}

TEST_F(ServerViolation, TheMostFragments) {
  protocol::settings limits;
  limits.response.fragments = 2;
  restart(limits);
  bind(windows_ack);
  const auto call = request(0, "");
  output();
  receive(
      "05000201 10000000 1900 0000 01000000 01000000 0100 0000 11"
      "05000200 10000000 1900 0000 01000000 01000000 0100 0000 11"
      "05000202 10000000 1900 0000 01000000 01000000 0100 0000 11");
  expect_fault(call, status::out_args_too_big, false);
}

}  // namespace
}  // namespace rpc::test
