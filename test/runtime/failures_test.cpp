// Calls that fail: what the client learns, and that nothing else is lost.

#include "fixture.h"

#include <sys/socket.h>

namespace {

using namespace fixture;
using rpc::status;

class Failures : public testing::TestWithParam<via> {
 protected:
  running_server at;
  std::unique_ptr<rpc::connection> peer = at.connect(GetParam());
  echo::client client{*peer};
};

INSTANTIATE_TEST_SUITE_P(Everywhere, Failures,
                         testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& instance) { return name(instance.param); });

// Where the implementation runs on another thread than its caller.
class FailuresOverSockets : public Failures {};

INSTANTIATE_TEST_SUITE_P(Everywhere, FailuresOverSockets, testing::Values(via::tcp, via::local),
                         [](const auto& instance) { return name(instance.param); });

TEST_P(Failures, AnImplementationThrows) {
  struct {
    std::uint32_t how;
    status expected;
  } const cases[] = {{0, status::fault_unspec},
                     {1, status::fault_unspec},
                     {2, status::access_denied},
                     {3, status::fault_remote_no_memory},
                     {4, status::fault_remote_no_memory}};
  for (const auto& [how, expected] : cases) {
    std::string text;
    EXPECT_EQ(status_of([&, kind = how] { client.fail(kind); }, &text), expected) << how;
    EXPECT_NE(text.find("echo::fail"), text.npos) << text;
    EXPECT_EQ(text.find("secret"), text.npos) << text;
    EXPECT_EQ(client.add_one(how), how + 1);
  }
  EXPECT_TRUE(at.log.gets("echo::fail: a secret"));
  EXPECT_TRUE(at.log.gets("echo::fail: an exception of unknown type"));
}

TEST_P(Failures, AnOperationIsUnknown) {
  std::string text;
  EXPECT_EQ(status_of([&] { client.unknown(); }, &text), status::op_rng_error);
  EXPECT_NE(text.find("echo::unknown"), text.npos) << text;
  EXPECT_EQ(client.add_one(1), 2u);
}

TEST_P(Failures, AnInterfaceIsUnknown) {
  constexpr rpc::syntax_id nobody{rpc::uuid{"ffffffff-0000-0000-0000-000000000001"}, 1, 0};
  std::string text;
  EXPECT_EQ(status_of([&] { rpc::binding(*peer, nobody, "nobody"); }, &text),
            status::unknown_interface);
  EXPECT_NE(text.find("nobody"), text.npos) << text;
  EXPECT_EQ(client.add_one(1), 2u);
  EXPECT_EQ(other::client(*peer).twice(4), 8u);
}

TEST_P(Failures, TheRequestIsCutShort) {
  constexpr rpc::syntax_id id = rpc::interface<echo::service>::id;
  const rpc::binding binding(*peer, id, "echo");
  rpc::exchange call(binding, 0, "add_one");
  call.request().resize(2);  // the parameter has 4 bytes
  call.request().bytes()[0] = call.request().bytes()[1] = std::byte{0};
  EXPECT_EQ(status_of([&] { call.run(); }), status::bad_stub_data);
  EXPECT_TRUE(at.log.gets("echo::add_one: 'value'"));
  EXPECT_EQ(client.add_one(1), 2u);
}

TEST_P(Failures, AResponseIsTooLarge) {
  rpc::connection_options options;
  options.max_response = 1000;
  const auto narrow = at.connect(GetParam(), options);
  const echo::client small(*narrow);
  std::vector<std::uint8_t> data(2000);
  EXPECT_NE(status_of([&] { small.reverse(2000, data.data()); }), status::ok);
  EXPECT_EQ(client.add_one(1), 2u);
}

TEST_P(Failures, ARequestIsTooLarge) {
  std::vector<std::uint8_t> data((4u << 20) + 1);
  EXPECT_NE(
      status_of([&] { client.reverse(static_cast<std::uint32_t>(data.size()), data.data()); }),
      status::ok);
  const auto again = at.connect(GetParam());
  EXPECT_EQ(echo::client(*again).add_one(1), 2u);
}

TEST_P(FailuresOverSockets, AClientIsLateToHear) {
  rpc::connection_options options;
  options.call_timeout = 200ms;
  const auto hasty = at.connect(GetParam(), options);
  const echo::client impatient(*hasty);
  const auto start = clock::now();
  std::string text;
  EXPECT_EQ(status_of([&] { impatient.sleep(echo_service::until_woken); }, &text),
            status::call_timed_out);
  EXPECT_GE(since(start), 200ms);
  EXPECT_NE(text.find("may have executed"), text.npos) << text;
  at.service.wake();
  // The connection stays of use.
  EXPECT_TRUE(eventually([&] { return status_of([&] { impatient.add_one(1); }) == status::ok; }));
}

TEST(Queue, IsLimited) {
  rpc::server_options options;
  options.threads = 1;
  options.max_queued_calls = 2;
  running_server at(options);
  const auto peer = at.connect(via::tcp);
  const echo::client client(*peer);
  std::atomic<int> busy = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&] {
      const status code = status_of([&] { client.sleep(echo_service::until_woken); });
      if (code == status::nca_server_too_busy)
        ++busy;
      else
        EXPECT_EQ(code, status::ok);
    });
  // One runs and two wait, unless the first had not begun when the fourth came.
  EXPECT_TRUE(eventually([&] { return busy >= 3; }));
  at.service.wake();
  for (std::thread& thread : threads) thread.join();
  EXPECT_LE(busy, 4);
}

TEST(Connections, AreLimited) {
  rpc::server_options options;
  options.max_connections = 2;
  running_server at(options);
  const auto first = at.connect(via::tcp);
  EXPECT_EQ(echo::client(*first).add_one(1), 2u);
  auto second = at.connect(via::tcp);
  EXPECT_EQ(echo::client(*second).add_one(1), 2u);
  const auto third = at.connect(via::tcp);
  EXPECT_EQ(status_of([&] { echo::client{*third}; }), status::server_too_busy);
  second.reset();
  EXPECT_TRUE(eventually([&] {
    const auto fourth = at.connect(via::tcp);
    return status_of([&] { echo::client{*fourth}; }) == status::ok;
  }));
}

TEST(Connecting, ToNobodyFails) {
  std::string text;
  // Port 1 is reserved (tcpmux) and served by nobody.
  EXPECT_EQ(status_of([] { rpc::connection("ncacn_ip_tcp:127.0.0.1[1]"); }, &text),
            status::server_unavailable);
  EXPECT_NE(text.find("Connection refused"), text.npos) << text;
  EXPECT_EQ(status_of([] { rpc::connection("ncalrpc:[/nonexistent/echo]"); }, &text),
            status::server_unavailable);
  EXPECT_NE(text.find("No such file"), text.npos) << text;
  EXPECT_EQ(status_of([] { rpc::connection("ncacn_ip_tcp:no.such.host.invalid[1]"); }, &text),
            status::server_unavailable);
  EXPECT_NE(text.find("no.such.host.invalid"), text.npos) << text;
  EXPECT_EQ(status_of([] { rpc::connection("nonsense"); }), status::invalid_string_binding);
}

TEST(Connecting, ToASilentServerTimesOut) {
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  // A socket that listens and never accepts: the kernel connects, nobody answers the bind.
  ASSERT_EQ(::listen(fd, 1), 0);
  sockaddr_storage name{};
  socklen_t size = sizeof name;
  ASSERT_EQ(::getsockname(fd, reinterpret_cast<sockaddr*>(&name), &size), 0);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(&name);
  const int port = bytes[2] << 8 | bytes[3];
  rpc::connection_options options;
  options.connect_timeout = 200ms;
  rpc::connection peer("ncacn_ip_tcp:127.0.0.1[" + std::to_string(port) + "]", options);
  const auto start = clock::now();
  EXPECT_EQ(status_of([&] { echo::client{peer}; }), status::call_timed_out);
  EXPECT_GE(since(start), 200ms);
  EXPECT_LT(since(start), 5s);  // the default is 10 s
  EXPECT_EQ(status_of([&] { echo::client{peer}; }), status::call_failed_dne);
  ::close(fd);
}

}  // namespace
