// What operations and interfaces say of calls.

#include "calls.h"

#include <gtest/gtest.h>

#include <iterator>

#include "peers.h"

std::int32_t calls::first() { return 1; }
std::int32_t calls::third() { return 3; }

namespace {

using endpoints_of = rpc::interface<calls::service>;

static_assert(rpc::operation<calls::wire::first>::opnum == 0);
static_assert(rpc::operation<calls::wire::third>::opnum == 2);
static_assert(rpc::detail::is_idempotent<calls::wire::first>);
static_assert(!rpc::detail::is_idempotent<calls::wire::third>);
static_assert(std::size(endpoints_of::endpoints) == 2);
static_assert(endpoints_of::endpoints[1] == "ncacn_ip_tcp:[5000]");

class calls_test : public testing::TestWithParam<meeting> {};

INSTANTIATE_TEST_SUITE_P(all, calls_test, testing::ValuesIn(meetings), meeting_name);

TEST_P(calls_test, a_reserved_number_has_no_operation) {
  peers<calls::service, calls::functions> both(GetParam());
  calls::client now(both.connection());
  EXPECT_EQ(now.first(), 1);
  EXPECT_EQ(now.third(), 3);
  older_calls::client before(both.connection());
  EXPECT_EQ(before.first(), 1);
  try {
    before.second();
    FAIL() << "nothing was thrown";
  } catch (const rpc::error& e) {
    EXPECT_EQ(e.code(), rpc::status::op_rng_error);
  }
}

TEST(calls, servers_listen_at_the_endpoints_of_an_interface) {
  calls::functions implementation;
  rpc::server server;
  server.add<calls::service>(implementation);
  server.start();
  rpc::connection peer(server.listen(endpoints_of::endpoints[0]));
  EXPECT_EQ(calls::client(peer).third(), 3);
}

}  // namespace
