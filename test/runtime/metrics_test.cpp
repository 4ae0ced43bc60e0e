// What servers count, and how it is told to Prometheus.

#include "raw_client.h"

#include <rpc/metrics.h>

#include <numeric>
#include <thread>

namespace {

using namespace fixture;

rpc::interface_statistics of_interface(const rpc::server& at, const char* name) {
  for (const rpc::interface_statistics& each : at.statistics().interfaces)
    if (each.name == name) return each;
  return {};
}

std::uint64_t calls_in(const rpc::call_durations& of) {
  return std::accumulate(of.buckets.begin(), of.buckets.end(), std::uint64_t{0});
}

class Statistics : public testing::TestWithParam<via> {};

INSTANTIATE_TEST_SUITE_P(, Statistics, testing::Values(via::tcp, via::local, via::in_process),
                         [](const auto& of) { return name(of.param); });

TEST_P(Statistics, AreOfInterfaces) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client echo(*peer);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(echo.add_one(1), 2u);
  EXPECT_EQ(other::client(*peer).twice(2), 4u);
  const rpc::interface_statistics echoes = of_interface(at.server, "echo");
  EXPECT_EQ(echoes.id, rpc::interface<echo::service>::id);
  EXPECT_EQ(echoes.calls, 3u);
  EXPECT_EQ(calls_in(echoes.durations), 3u);
  EXPECT_GT(echoes.durations.sum.count(), 0);
  EXPECT_TRUE(echoes.faults.empty());
  EXPECT_EQ(of_interface(at.server, "other").calls, 1u);
  EXPECT_EQ(at.server.statistics().calls, 4u);
}

TEST_P(Statistics, HaveFaultsByCode) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client echo(*peer);
  for (const std::uint32_t how : {0u, 2u, 2u, 3u}) status_of([&] { echo.fail(how); });
  status_of([&] { echo.unknown(); });
  using rpc::status;
  EXPECT_EQ(of_interface(at.server, "echo").faults,
            (std::vector<rpc::fault_count>{{status::access_denied, 2},
                                           {status::fault_unspec, 1},
                                           {status::fault_remote_no_memory, 1},
                                           {status::op_rng_error, 1}}));
  EXPECT_EQ(of_interface(at.server, "echo").calls, 5u);
}

TEST_P(Statistics, HaveAsManyCodesAsThereAreAtMost32) {
  running_server at;
  const auto peer = at.connect(GetParam());
  const echo::client echo(*peer);
  std::uint32_t code = 0xE0000000;
  at.service.action = [&] { throw rpc::error(rpc::status{code}); };
  for (; code < 0xE0000000 + 34; ++code) status_of([&] { echo.fail(5); });
  code = 0xE0000000;
  status_of([&] { echo.fail(5); });
  const rpc::interface_statistics found = of_interface(at.server, "echo");
  ASSERT_EQ(found.faults.size(), 32u);
  EXPECT_EQ(found.faults.front(), (rpc::fault_count{rpc::status{0xE0000000}, 2}));
  EXPECT_EQ(found.faults.back(), (rpc::fault_count{rpc::status{0xE000001F}, 1}));
  EXPECT_EQ(found.other_faults, 2u);
}

TEST_P(Statistics, HaveDurations) {
  running_server at;
  const auto peer = at.connect(GetParam());
  echo::client(*peer).sleep(20);
  const rpc::call_durations found = of_interface(at.server, "echo").durations;
  EXPECT_GE(found.sum, 20ms);
  std::uint64_t shorter = 0;  // 10 ms and less
  for (std::size_t i = 0; i < 7; ++i) shorter += found.buckets[i];
  EXPECT_EQ(shorter, 0u);
  EXPECT_EQ(calls_in(found), 1u);
}

TEST(StatisticsOverSockets, AreOfNow) {
  rpc::server_options options;
  options.threads = 1;
  running_server at(options);
  EXPECT_EQ(at.server.statistics().open_connections, 0u);
  {
    const auto local = at.connect(via::in_process);
    const auto remote = at.connect(via::tcp);
    EXPECT_TRUE(eventually([&] { return at.server.statistics().open_connections == 2; }));
    multiplexed_client client(at.tcp);
    client.send(requests(3, 3, number(echo_service::until_woken)));
    EXPECT_TRUE(eventually([&] {
      const rpc::server_statistics now = at.server.statistics();
      return now.running_calls == 1 && now.queued_calls == 2 && now.buffered > 0;
    }));
    at.service.wake();
    EXPECT_TRUE(eventually([&] { return at.server.statistics().queued_calls == 0; }));
  }
  EXPECT_TRUE(eventually([&] {
    const rpc::server_statistics now = at.server.statistics();
    return now.open_connections == 0 && now.running_calls == 0 && now.buffered == 0 &&
           now.call_memory == 0;
  }));
  EXPECT_EQ(at.server.statistics().connections, 3u);
}

TEST(StatisticsOverSockets, OfCallsThatWereNotRun) {
  rpc::server_options options;
  options.threads = 1;
  options.max_queued_calls = 2;
  running_server at(options);
  multiplexed_client client(at.tcp);
  client.send(requests(1, 3, number(echo_service::until_woken)));
  EXPECT_TRUE(eventually([&] { return at.service.running == 1; }));
  client.send(requests(5, 3, number(echo_service::until_woken)));
  EXPECT_TRUE(eventually([&] { return at.server.statistics().refused_calls == 3; }));
  at.service.wake();
  EXPECT_TRUE(eventually([&] { return at.service.slept == 3; }));
  EXPECT_EQ(of_interface(at.server, "echo").calls, 3u);
}

TEST(StatisticsOverSockets, AreSumsOfWhatAllThreadsCount) {
  running_server at;
  constexpr std::uint64_t threads = 4, calls = 200;
  std::vector<std::thread> clients;
  for (std::uint64_t i = 0; i < threads; ++i)
    clients.emplace_back([&] {
      const auto peer = at.connect(via::tcp);
      const echo::client echo(*peer);
      for (std::uint64_t n = 0; n < calls; ++n) {
        echo.add_one(1);
        if (n % 10 == 0) status_of([&] { echo.fail(2); });
      }
    });
  for (std::thread& each : clients) each.join();
  const rpc::interface_statistics found = of_interface(at.server, "echo");
  EXPECT_EQ(found.calls, threads * calls * 11 / 10);
  EXPECT_EQ(calls_in(found.durations), found.calls);
  EXPECT_EQ(found.faults,
            (std::vector<rpc::fault_count>{{rpc::status::access_denied, threads * calls / 10}}));
}

rpc::server_statistics made_up() {
  rpc::server_statistics made;
  made.refused_calls = 1;
  made.connections = 2;
  made.pdus_received = 3;
  made.pdus_sent = 4;
  made.bytes_received = 5;
  made.bytes_sent = 18446744073709551615u;
  made.open_connections = 6;
  made.queued_calls = 7;
  made.running_calls = 8;
  made.deferred_calls = 9;
  made.buffered = 9;
  made.call_memory = 10;
  rpc::interface_statistics& of = made.interfaces.emplace_back();
  of.id = rpc::interface<other::service>::id;
  of.name = "other";
  of.calls = 11;
  of.faults = {{rpc::status::op_rng_error, 3}, {rpc::status{0xE0000001}, 1}};
  of.other_faults = 2;
  of.durations.buckets = {1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4};
  of.durations.sum = 241500us;
  return made;
}

// https://prometheus.io/docs/instrumenting/exposition_formats, text format 0.0.4.
TEST(Metrics, AreTextOfPrometheus) {
  const std::string of =
      R"(interface="other",uuid="01020304-0506-0708-090a-0b0c0d0e0f10",version="2.3")";
  EXPECT_EQ(
      rpc::metrics_text(made_up()),
      "# HELP rpcgen_calls_total Calls that a thread has begun to run.\n"
      "# TYPE rpcgen_calls_total counter\n"
      "rpcgen_calls_total{" +
          of +
          "} 11\n"
          "# HELP rpcgen_faults_total Calls that were run and answered with a fault.\n"
          "# TYPE rpcgen_faults_total counter\n"
          "rpcgen_faults_total{" +
          of +
          ",status=\"nca_s_op_rng_error\"} 3\n"
          "rpcgen_faults_total{" +
          of +
          ",status=\"0xE0000001\"} 1\n"
          "rpcgen_faults_total{" +
          of +
          ",status=\"other\"} 2\n"
          "# HELP rpcgen_call_duration_seconds Time from when a call began to run to its answer.\n"
          "# TYPE rpcgen_call_duration_seconds histogram\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"1e-05\"} 1\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"5e-05\"} 1\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"1e-04\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"5e-04\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"0.001\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"0.005\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"0.01\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"0.05\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"0.1\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"0.5\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"1\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"5\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"10\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"60\"} 3\n"
          "rpcgen_call_duration_seconds_bucket{" +
          of +
          ",le=\"+Inf\"} 7\n"
          "rpcgen_call_duration_seconds_sum{" +
          of +
          "} 0.2415\n"
          "rpcgen_call_duration_seconds_count{" +
          of +
          "} 7\n"
          "# HELP rpcgen_refused_calls_total Calls that were not run since too many waited.\n"
          "# TYPE rpcgen_refused_calls_total counter\n"
          "rpcgen_refused_calls_total 1\n"
          "# HELP rpcgen_connections_total Connections that were accepted.\n"
          "# TYPE rpcgen_connections_total counter\n"
          "rpcgen_connections_total 2\n"
          "# HELP rpcgen_received_pdus_total PDUs received over sockets.\n"
          "# TYPE rpcgen_received_pdus_total counter\n"
          "rpcgen_received_pdus_total 3\n"
          "# HELP rpcgen_sent_pdus_total PDUs sent over sockets.\n"
          "# TYPE rpcgen_sent_pdus_total counter\n"
          "rpcgen_sent_pdus_total 4\n"
          "# HELP rpcgen_received_bytes_total Bytes received over sockets.\n"
          "# TYPE rpcgen_received_bytes_total counter\n"
          "rpcgen_received_bytes_total 5\n"
          "# HELP rpcgen_sent_bytes_total Bytes sent over sockets.\n"
          "# TYPE rpcgen_sent_bytes_total counter\n"
          "rpcgen_sent_bytes_total 18446744073709551615\n"
          "# HELP rpcgen_open_connections Connections.\n"
          "# TYPE rpcgen_open_connections gauge\n"
          "rpcgen_open_connections 6\n"
          "# HELP rpcgen_queued_calls Calls that wait for a thread.\n"
          "# TYPE rpcgen_queued_calls gauge\n"
          "rpcgen_queued_calls 7\n"
          "# HELP rpcgen_running_calls Calls that hold a thread.\n"
          "# TYPE rpcgen_running_calls gauge\n"
          "rpcgen_running_calls 8\n"
          "# HELP rpcgen_deferred_calls Calls that are answered later, without a thread.\n"
          "# TYPE rpcgen_deferred_calls gauge\n"
          "rpcgen_deferred_calls 9\n"
          "# HELP rpcgen_buffered_bytes Requests and answers in memory.\n"
          "# TYPE rpcgen_buffered_bytes gauge\n"
          "rpcgen_buffered_bytes 9\n"
          "# HELP rpcgen_call_memory_bytes Memory that calls have beyond their own.\n"
          "# TYPE rpcgen_call_memory_bytes gauge\n"
          "rpcgen_call_memory_bytes 10\n");
}

TEST(Metrics, OfSeveralServersAreToldApart) {
  const std::string text = rpc::metrics_text({{"a\\b\"c\nd", made_up()}, {"second", made_up()}});
  EXPECT_NE(text.find("rpcgen_connections_total{server=\"a\\\\b\\\"c\\nd\"} 2\n"
                      "rpcgen_connections_total{server=\"second\"} 2\n"),
            text.npos);
  EXPECT_NE(text.find("rpcgen_calls_total{server=\"second\",interface=\"other\","), text.npos);
  const std::size_t described = text.find("# HELP rpcgen_calls_total ");
  EXPECT_EQ(text.find("# HELP rpcgen_calls_total ", described + 1), text.npos);
}

}  // namespace
