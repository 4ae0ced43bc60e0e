// Interfaces that share types, with several requests for stubs in one translation unit.

#include "shared.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "peers.h"

// The functions that the interfaces declare, for weather::...::functions to call.

weather::reports::report weather::reports::today(celsius now) {
  return {{now.degrees + 5}, sky::clear};
}

void weather::reports::archive::best(std::uint32_t count, const forecast::day* days, report* best) {
  *best = days[0].expected;
  for (std::uint32_t i = 1; i < count; ++i)
    if (days[i].expected.high.degrees > best->high.degrees) *best = days[i].expected;
}

namespace {

using weather::sky;
namespace reports = weather::reports;
namespace archive = weather::reports::archive;

class shared : public testing::TestWithParam<meeting> {};

INSTANTIATE_TEST_SUITE_P(all, shared, testing::ValuesIn(meetings), meeting_name);

TEST_P(shared, both_interfaces) {
  peers<reports::service, reports::functions> today(GetParam());
  EXPECT_EQ(reports::client(today.connection()).today({10}).high.degrees, 15);

  peers<archive::service, archive::functions> older(GetParam());
  const reports::forecast::day days[] = {{{{3}, sky::clear}, 10}, {{{4.5}, sky::cloudy}, 90}};
  reports::report best{};
  archive::client(older.connection()).best(2, days, &best);
  EXPECT_EQ(best.high.degrees, 4.5);
  EXPECT_EQ(best.above, sky::cloudy);
}

TEST(shared, one_server_and_one_connection_for_both) {
  reports::functions first;
  archive::functions second;
  rpc::server server;
  server.add<reports::service>(first);
  server.add<archive::service>(second);
  server.start();
  rpc::connection peer(server.listen("ncacn_ip_tcp:127.0.0.1[0]"));
  reports::client today(peer);
  archive::client older(peer);
  EXPECT_EQ(today.today({0}).high.degrees, 5);
  const reports::forecast::day day{{{3}, sky::clear}, 10};
  reports::report best{};
  older.best(1, &day, &best);
  EXPECT_EQ(best.high.degrees, 3);
}

}  // namespace
