// Messages of as many bytes as the options allow, of one fewer, and of one more.

#include "fixture.h"

namespace {

using namespace fixture;
using rpc::status;

/// Both ends of a connection whose largest messages are as the options say.
struct pair {
  pair(via way, const rpc::server_options& server, const rpc::connection_options& client)
      : at(server), peer(at.connect(way, client)), echo(*peer) {}

  /// Sends `size` bytes and receives as many, reversed: a request of 4 and 4 bytes (NDR64: 8 and 8)
  /// and them, a response of 4 (8) and them.
  status reverse(std::size_t size) {
    std::vector<std::uint8_t> data(size);
    data.front() = 1;
    const status code =
        status_of([&] { echo.reverse(static_cast<std::uint32_t>(size), data.data()); }, &text);
    EXPECT_EQ(data.back() == 1, code == status::ok || size == 1);
    return code;
  }
  bool text_has(std::string_view words) const { return text.find(words) != text.npos; }

  running_server at;
  std::unique_ptr<rpc::connection> peer;
  echo::client echo;
  std::string text;
};

class Limits : public testing::TestWithParam<std::tuple<via, bool>> {
 protected:
  const via way = std::get<0>(GetParam());
  const std::size_t word = std::get<1>(GetParam()) ? 8 : 4;  // of a count
  rpc::server_options server;
  rpc::connection_options client;
  static constexpr std::size_t most = 50'000;  // bytes of data: many fragments over TCP

  Limits() { client.ndr64 = word == 8; }
};

INSTANTIATE_TEST_SUITE_P(Everywhere, Limits,
                         testing::Combine(testing::Values(via::tcp, via::local, via::in_process),
                                          testing::Bool()),
                         [](const auto& instance) {
                           return name(std::get<0>(instance.param)) +
                                  (std::get<1>(instance.param) ? "_ndr64" : "_ndr20");
                         });

TEST_P(Limits, OfRequestsThatTheClientSends) {
  client.max_request = 2 * word + most;
  pair ends(way, server, client);
  EXPECT_EQ(ends.reverse(most - 1), status::ok);
  EXPECT_EQ(ends.reverse(most), status::ok);
  EXPECT_EQ(ends.reverse(most + 1), status::access_denied);
  EXPECT_TRUE(ends.text_has("longer than " + std::to_string(client.max_request) +
                            " bytes (connection_options::max_request)"))
      << ends.text;
  EXPECT_EQ(ends.reverse(most), status::ok);  // nothing was sent, so the connection goes on
}

TEST_P(Limits, OfRequestsThatTheServerReceives) {
  server.max_request = 2 * word + most;
  pair ends(way, server, client);
  EXPECT_EQ(ends.reverse(most - 1), status::ok);
  EXPECT_EQ(ends.reverse(most), status::ok);
  EXPECT_EQ(ends.reverse(most + 1), status::access_denied);
  EXPECT_NE(ends.reverse(most), status::ok);  // MS-RPCE 3.3.3.5.4: disconnects
  if (way != via::in_process) {
    EXPECT_TRUE(ends.at.log.gets(
        "was closed: echo::reverse: a request of " + std::to_string(server.max_request + 1) +
        " bytes, and max_request is " + std::to_string(server.max_request)));
  }
}

TEST_P(Limits, OfResponsesThatTheServerSends) {
  server.max_response = word + most;
  pair ends(way, server, client);
  EXPECT_EQ(ends.reverse(most - 1), status::ok);
  EXPECT_EQ(ends.reverse(most), status::ok);
  EXPECT_EQ(ends.reverse(most + 1), status::out_args_too_big);
  EXPECT_TRUE(ends.at.log.gets("longer than " + std::to_string(server.max_response) +
                               " bytes (server_options::max_response)"));
  EXPECT_EQ(ends.reverse(most), status::ok);
}

TEST_P(Limits, OfResponsesThatTheClientReceives) {
  client.max_response = word + most;
  pair ends(way, server, client);
  EXPECT_EQ(ends.reverse(most - 1), status::ok);
  EXPECT_EQ(ends.reverse(most), status::ok);
  EXPECT_EQ(ends.reverse(most + 1), status::out_args_too_big);
  EXPECT_EQ(ends.reverse(most), status::call_failed_dne);
}

class LargeLimits : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(Everywhere, LargeLimits,
                         testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

// The server answers and closes the connection while the client is still sending.
TEST_P(LargeLimits, OfRequestsAreToldToThoseWhoAreStillSending) {
  rpc::server_options server;
  server.max_request = std::size_t{64} << 10;
  for (int i = 0; i < 5; ++i) {
    pair ends(GetParam(), server, {});
    EXPECT_EQ(ends.reverse(std::size_t{32} << 20), status::access_denied) << ends.text;
    EXPECT_TRUE(ends.text_has("answered with a fault")) << ends.text;
  }
}

TEST_P(LargeLimits, AllowMessagesOfMoreThan64MiB) {
  rpc::server_options server;
  rpc::connection_options client;
  server.max_request = client.max_response = std::size_t{1} << 30;
  pair ends(GetParam(), server, client);
  EXPECT_EQ(ends.reverse((std::size_t{64} << 20) + 1), status::ok) << ends.text;
}

}  // namespace
