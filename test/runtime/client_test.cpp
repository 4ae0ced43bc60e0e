// What a client makes of servers that answer wrongly, and of having none.

#include "pipes.h"
#include "raw_server.h"

namespace {

using namespace fixture;
using rpc::status;

constexpr std::uint8_t response = 2;
constexpr std::uint8_t fault = 3;

bytes fault_of(std::uint32_t code) {
  bytes rest{0x20, 0, 0, 0, 0, 0, 0, 0};
  for (int i = 0; i < 4; ++i) rest.push_back(static_cast<std::uint8_t>(code >> 8 * i));
  return answer_pdu(fault, rest + bytes{0, 0, 0, 0});
}

/// What a call at a server says that answers with these bytes.
std::string text_of(const bytes& answer, status expected,
                    rpc::connection_options options = raw_server::options()) {
  raw_server server([&](const bytes&) { return answer; });
  rpc::connection peer(server.where(), options);
  const echo::client client(peer);
  std::string text;
  EXPECT_EQ(status_of([&] { client.add_one(1); }, &text), expected) << text;
  return text;
}

// C706: the stub data of a fault with status 0 describe an error of the interface's own.
TEST(Client, AFaultIsNoSuccessWhateverItsStatus) {
  EXPECT_NE(text_of(fault_of(5), status::access_denied).find("answered with a fault"),
            std::string::npos);
  EXPECT_NE(text_of(fault_of(0), status::fault_unspec).find("answered with a fault"),
            std::string::npos);
}

TEST(Client, SaysHowTheServerBrokeTheProtocol) {
  const bytes no_data{0, 0, 0, 0, 0, 0, 0, 0};
  struct {
    bytes answer;
    const char* reason;
  } const cases[] = {
      {answer_pdu(response, no_data, 7), "the server answered a call that was not made"},
      {answer_pdu(response, {0, 0, 0, 0, 9, 0, 0, 0}),
       "fragments of a response that contradict each other"},
      {answer_pdu(response, {0}), "a response that cannot be read"},
      {answer_pdu(fault, {0}), "a fault that belongs to no call"},
      {answer_pdu(0, no_data), "a PDU of a type that no server sends"},
      {bytes(16, 0x41), "no DCE/RPC 5.0 header"},
      {{}, "closed by the server"},
  };
  for (const auto& [answer, reason] : cases) {
    const std::string text = text_of(answer, status::call_failed);
    EXPECT_EQ(text.find("echo::add_one: the connection to ncacn_ip_tcp:127.0.0.1["), 0u) << text;
    EXPECT_NE(text.find(reason), text.npos) << text;
    EXPECT_NE(text.find("may have executed"), text.npos) << text;
    EXPECT_EQ(text.find("answered with a fault"), text.npos) << text;
  }
}

// C706 12.6.4.9: the object follows the opnum, and the stub data follow it.
TEST(Client, CallsAnObject) {
  std::vector<bytes> requests;
  raw_server server([&](const bytes& request) {
    requests.push_back(request);
    return answer_pdu(response, bytes{4, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0}, request[12]);
  });
  rpc::connection peer(server.where(), raw_server::options());
  const rpc::connection object(peer, rpc::uuid{"00112233-4455-6677-8899-aabbccddeeff"});
  const echo::client of_none(peer), of_object(object);
  EXPECT_EQ(of_object.add_one(5), 6u);
  EXPECT_EQ(of_none.add_one(5), 6u);
  EXPECT_EQ(of_object.add_one(5), 6u);
  ASSERT_EQ(requests.size(), 3u);
  const bytes uuid{0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66,
                   0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF};
  for (const bytes& made : {requests[0], requests[2]}) {
    EXPECT_EQ(made[3], 0x83);
    EXPECT_EQ(bytes(made.begin() + 24, made.end()), uuid + number(5));
  }
  EXPECT_EQ(requests[1][3], 0x03);
  EXPECT_EQ(bytes(requests[1].begin() + 24, requests[1].end()), number(5));
}

TEST(Client, SaysHowTheServerBrokeTheProtocolInACallWithPipes) {
  raw_server server([](const bytes&) { return bytes(16, 0x41); });
  rpc::connection peer(server.where(), raw_server::options());
  auto data = pipes::giving<std::uint8_t>(1'000'000);
  std::string text;
  EXPECT_EQ(status_of([&] { pipes::client(peer).store(1, data); }, &text), status::call_failed);
  EXPECT_EQ(text.find("pipes::store: the connection to "), 0u) << text;
  EXPECT_NE(text.find("no DCE/RPC 5.0 header"), text.npos) << text;
}

TEST(Client, SaysHowTheServerBrokeTheProtocolInABind) {
  struct {
    bytes ack;
    const char* reason;
  } const cases[] = {
      {bytes(16, 0x41), "no DCE/RPC 5.0 header"},
      {answer_pdu(12, {}), "the server's answer to a bind cannot be read"},
      {answer_pdu(response, {0, 0, 0, 0, 0, 0, 0, 0}), "answered a call that was not made"},
      {{}, "closed by the server"},
  };
  for (const auto& [ack, reason] : cases) {
    raw_server server(ack, [](const bytes&) { return bytes(); });
    rpc::connection peer(server.where(), raw_server::options());
    std::string text;
    EXPECT_NE(status_of([&] { echo::client{peer}; }, &text), status::ok);
    EXPECT_EQ(text.find("cannot bind to the interface echo: the connection to "), 0u) << text;
    EXPECT_NE(text.find(reason), text.npos) << text;
  }
}

// The reason is told to all whom it concerns, and to those who come later.
TEST(Client, SaysHowTheServerBrokeTheProtocolToLaterCalls) {
  raw_server server([](const bytes&) { return bytes(16, 0x41); });
  rpc::connection peer(server.where(), raw_server::options());
  const echo::client client(peer);
  for (const status expected : {status::call_failed, status::call_failed_dne}) {
    std::string text;
    EXPECT_EQ(status_of([&] { client.add_one(1); }, &text), expected);
    EXPECT_NE(text.find("no DCE/RPC 5.0 header"), text.npos) << text;
  }
}

TEST(Client, SaysThatAResponseWasTooLarge) {
  rpc::connection_options options = raw_server::options();
  options.max_response = 3;
  const std::string text = text_of(answer_pdu(response, {4, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0}),
                                   status::out_args_too_big, options);
  EXPECT_NE(text.find("larger than max_response allows"), text.npos) << text;
  EXPECT_EQ(text.find("answered with a fault"), text.npos) << text;
}

TEST(Client, CallsOfAClientWithoutServerFail) {
  const rpc::offered_interface offer = rpc::offer_of<pipes::service>();
  const rpc::binding nowhere(offer, "pipes");
  std::string text;
  EXPECT_EQ(status_of([&] { rpc::invoke(nowhere, pipes::wire::plain{1}); }, &text),
            status::invalid_binding);
  EXPECT_EQ(text.find("pipes::plain"), 0u) << text;
  auto data = pipes::giving<std::uint8_t>(10);
  EXPECT_EQ(status_of([&] { rpc::invoke(nowhere, pipes::wire::store{1, &data}); }, &text),
            status::invalid_binding);
  EXPECT_EQ(text.find("pipes::store"), 0u) << text;
}

}  // namespace
