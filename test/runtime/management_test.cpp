// The management interface (C706 appendix Q) that each server has.

#include "fixture.h"

#include <rpc/management.h>
#include <rpc/server.h>

#include <string>
#include <vector>

namespace {

using namespace fixture;

constexpr rpc::syntax_id management{rpc::uuid("afa8bd80-7d8a-11c9-bef4-08002b102989"), 1, 0};
constexpr rpc::syntax_id echoes = rpc::interface<echo::service>::id;
constexpr rpc::syntax_id others = rpc::interface<other::service>::id;

rpc::status code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const rpc::error& thrown) {
    return thrown.code();
  }
  return rpc::status::ok;
}

class management_over : public testing::TestWithParam<std::tuple<via, bool>> {
 protected:
  std::unique_ptr<rpc::connection> connect(running_server& to) {
    rpc::connection_options options;
    options.ndr64 = std::get<bool>(GetParam());
    return to.connect(std::get<via>(GetParam()), options);
  }
};

INSTANTIATE_TEST_SUITE_P(, management_over,
                         testing::Combine(testing::Values(via::tcp, via::local, via::in_process),
                                          testing::Bool()),
                         [](const auto& of) {
                           return name(std::get<via>(of.param)) +
                                  (std::get<bool>(of.param) ? "_ndr64" : "_ndr20");
                         });

TEST_P(management_over, names_the_interfaces) {
  running_server server;
  EXPECT_EQ(rpc::inquire_interfaces(*connect(server)),
            (std::vector<rpc::syntax_id>{management, echoes, others}));
  EXPECT_EQ(server.server.interfaces(), (std::vector<rpc::syntax_id>{management, echoes, others}));
}

TEST_P(management_over, says_that_the_server_listens) {
  running_server server;
  EXPECT_TRUE(rpc::is_listening(*connect(server)));
}

TEST_P(management_over, counts_calls) {
  running_server server;
  const auto peer = connect(server);
  const echo::client echo(*peer);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(echo.add_one(1), 2u);
  EXPECT_EQ(rpc::inquire_statistics(*peer).calls_received, 6u);  // this one as well
  EXPECT_EQ(server.server.statistics().calls, 6u);
  EXPECT_EQ(server.server.statistics().connections, 1u);
}

TEST_P(management_over, refuses_to_stop) {
  running_server server;
  const auto peer = connect(server);
  EXPECT_EQ(code_of([&] { rpc::request_stop(*peer); }), rpc::status::access_denied);
  EXPECT_TRUE(rpc::is_listening(*peer));
}

TEST_P(management_over, stops_a_server_that_lets_it) {
  rpc::server_options options;
  std::string asked;
  options.may_stop = [&](const rpc::caller& by) {
    asked = by.peer;
    return true;
  };
  running_server server(options);
  rpc::request_stop(*connect(server));
  server.server.stop();
  EXPECT_FALSE(asked.empty());
}

TEST_P(management_over, knows_a_principal_by_mechanism) {
  rpc::server_options options;
  options.principal = [](rpc::mechanism of) {
    return of == rpc::mechanism::kerberos ? std::string("host/server.example.org") : std::string();
  };
  running_server server(options);
  const auto peer = connect(server);
  EXPECT_EQ(rpc::inquire_principal(*peer, rpc::mechanism::kerberos), "host/server.example.org");
  EXPECT_EQ(code_of([&] { (void)rpc::inquire_principal(*peer, rpc::mechanism::ntlm); }),
            rpc::status::unknown_authn_service);
}

TEST(management, pdus_and_bytes_are_those_of_the_wire) {
  running_server server;
  rpc::connection_options options;
  options.ndr64 = false;
  const rpc::connection peer(server.tcp, options);
  const echo::client echo(peer);
  // The client may have an answer before its bytes are counted.
  const auto sent = [&](std::uint64_t bytes) {
    return eventually([&] { return server.server.statistics().bytes_sent >= bytes; });
  };
  EXPECT_EQ(echo.add_one(1), 2u);
  ASSERT_TRUE(sent(60 + 24 + 4));  // a bind_ack has 60 at least, and 84 at most
  const rpc::server_statistics before = server.server.statistics();
  EXPECT_EQ(before.pdus_received, 2u);  // a bind, a request
  EXPECT_EQ(before.pdus_sent, 2u);      // and their answers
  EXPECT_EQ(echo.add_one(1), 2u);
  ASSERT_TRUE(sent(before.bytes_sent + 24 + 4));
  const rpc::server_statistics after = server.server.statistics();
  EXPECT_EQ(after.pdus_received - before.pdus_received, 1u);
  EXPECT_EQ(after.bytes_received - before.bytes_received, 24u + 4u);  // header, value
  EXPECT_EQ(after.pdus_sent - before.pdus_sent, 1u);
  EXPECT_EQ(after.bytes_sent - before.bytes_sent, 24u + 4u);
}

TEST(management, fragments_are_pdus) {
  running_server server;
  const rpc::connection peer(server.tcp);
  const echo::client echo(peer);
  std::vector<std::uint8_t> data(5840 * 3);
  echo.reverse(static_cast<std::uint32_t>(data.size()), data.data());
  EXPECT_EQ(server.server.statistics().pdus_received, 1u + 4u);
  EXPECT_EQ(server.server.statistics().pdus_sent, 1u + 4u);
}

TEST(management, is_not_there_if_the_program_does_not_want_it) {
  rpc::server_options options;
  options.management = false;
  running_server server(options);
  const rpc::connection peer(server.tcp);
  EXPECT_EQ(code_of([&] { (void)rpc::is_listening(peer); }), rpc::status::unknown_interface);
}

TEST(management, is_there_at_endpoints_of_few_interfaces_and_tells_of_these) {
  rpc::server server;
  echo_service service;
  other_service more;
  server.add<echo::service>(service);
  server.add<other::service>(more);
  const auto at = server.listen(any_port, {.interfaces = {others.id}});
  server.start();
  const rpc::connection peer(at);
  EXPECT_EQ(rpc::inquire_interfaces(peer), (std::vector<rpc::syntax_id>{management, others}));
}

TEST(management, is_asked_for_like_others_by_may_bind) {
  rpc::server_options options;
  options.may_bind = [](const rpc::caller&, const rpc::syntax_id& id) { return id == echoes; };
  running_server server(options);
  const rpc::connection peer(server.tcp);
  EXPECT_EQ(code_of([&] { (void)rpc::is_listening(peer); }), rpc::status::unknown_interface);
}

}  // namespace
