// The path of a call in system calls: how many each side makes for one, whatever else the machine
// does. Not under sanitizers, which make some of their own.

#include "child_server.h"
#include "system_calls.h"

#include <limits>

namespace {

using namespace fixture;

constexpr std::uint32_t count = 200;

/// How often a thread looks for what comes before it sleeps depends on the machine.
template <class Options>
Options without_spinning() {
  Options options;
  options.spin = {};
  return options;
}

class Path : public testing::TestWithParam<via> {
 protected:
  std::string binding() const { return GetParam() == via::tcp ? any_port : local_binding(); }
};

INSTANTIATE_TEST_SUITE_P(Of, Path, testing::Values(via::tcp, via::local),
                         [](const auto& each) { return name(each.param); });

void call(const echo::client& client) {
  for (std::uint32_t i = 0; i < count; ++i)
    if (client.add_one(i) != i + 1) ::abort();
}

TEST_P(Path, OfAClient) {
  const child_server server(binding());
  const system_calls made(0, [&] {
    const rpc::connection peer(server.where(), without_spinning<rpc::connection_options>());
    const echo::client client(peer);
    call(client);
    mark();
    call(client);
    mark();
  });
  ASSERT_TRUE(made.complete());
  EXPECT_EQ(made.of(SYS_sendto), count);
  EXPECT_EQ(made.of(SYS_recvfrom), count);
  EXPECT_EQ(made.but({SYS_sendto, SYS_recvfrom}), 0);
}

TEST_P(Path, OfAServer) {
  auto options = without_spinning<rpc::server_options>();
  options.may_call = [](const rpc::caller&, const rpc::syntax_id&, std::uint16_t opnum) {
    if (opnum == rpc::operation<echo::wire::fail>::opnum) mark();
    return true;
  };
  // No thread is woken for a call, which would be one more for each. Alarms and timers come now and
  // then, and more often where other programs want the cores: hence the fewest of some rounds.
  long others = std::numeric_limits<long>::max();
  for (int round = 0; round < 5 && others >= 2 * count; ++round) {
    const child_server server(binding(), [] {}, [](rpc::server& of) { of.run(); }, options);
    const system_calls made(server.process(), [&] {
      const rpc::connection peer(server.where());
      const echo::client client(peer);
      call(client);
      client.fail(6);  // it does not
      call(client);
      client.fail(6);  // it does not
    });
    ASSERT_TRUE(made.complete());
    EXPECT_EQ(made.of(SYS_sendto), count + 1);  // the answer of fail() as well
    EXPECT_EQ(made.of(SYS_recvfrom), count + 1);
    EXPECT_EQ(made.of(SYS_epoll_ctl), 0);
    EXPECT_GE(made.of(SYS_epoll_wait), count + 1);
    others = made.but({SYS_sendto, SYS_recvfrom, SYS_epoll_ctl});
  }
  EXPECT_LT(others, 2 * count);
}

}  // namespace
