// Connections that are made when calls need them, and again when they are lost.

#include <rpc/reconnecting.h>

#include "coming_server.h"
#include "raw_server.h"
#include "respawned_server.h"

namespace {

using namespace fixture;
using rpc::status;
TEST(Reconnecting, ConnectsWhenACallNeedsIt) {
  coming_server at;
  history seen;
  const rpc::connection peer = rpc::reconnecting(at.where(), quick(&seen));
  const tally::client client(peer);  // while there is no server
  EXPECT_TRUE(seen.all().empty());
  at.start();
  EXPECT_EQ(client.add(1), 0u);
  EXPECT_EQ(client.add(1), 1u);
  EXPECT_EQ(seen.kinds(), (std::vector{what::connecting, what::connected}));
  EXPECT_EQ(seen.all()[1].server, at.where());
}

TEST(Reconnecting, ACallWaitsForTheServer) {
  coming_server at;
  history seen;
  rpc::reconnect_options options = quick(&seen);
  options.connection.call_timeout = 0ms;  // no limit
  const tally::client client(rpc::reconnecting(at.where(), options));
  std::thread caller([&] { EXPECT_EQ(client.add(1), 0u); });
  EXPECT_TRUE(eventually([&] { return seen.count(what::connecting) >= 3; }));
  at.start();
  caller.join();
  EXPECT_EQ(seen.count(what::connected), 1u);
}

TEST(Reconnecting, AServerIsRestartedBetweenCalls) {
  coming_server at;
  at.start();
  history seen;
  const tally::client client(rpc::reconnecting(at.where(), quick(&seen)));
  for (std::uint32_t round = 0; round < 3; ++round) {
    EXPECT_EQ(client.add(1), 2 * round);
    EXPECT_EQ(client.add(1), 2 * round + 1);
    at.restart();
  }
  EXPECT_EQ(seen.kinds(),
            (std::vector{what::connecting, what::connected, what::disconnected, what::connecting,
                         what::connected, what::disconnected, what::connecting, what::connected}));
  EXPECT_EQ(seen.all()[2].reason, "closed by the server");
}

// Calls that may be stopped are read by another thread.
TEST(Reconnecting, AServerIsRestartedBetweenCallsThatMayBeStopped) {
  coming_server at;
  at.start();
  const tally::client client(rpc::reconnecting(at.where(), quick()));
  std::stop_source stop;
  for (std::uint32_t round = 0; round < 3; ++round) {
    EXPECT_EQ(rpc::with(client, {.stop = stop.get_token()}).add(1), 2 * round);
    EXPECT_EQ(client.add(1), 2 * round + 1);
    at.restart();
  }
}

TEST(Reconnecting, InterfacesShareTheConnection) {
  coming_server at;
  at.start();
  history seen;
  const rpc::connection peer = rpc::reconnecting(at.where(), quick(&seen));
  const tally::client tallies(peer);
  const desk::client desks(peer);
  for (int round = 0; round < 2; ++round) {
    tallies.add(1);
    EXPECT_EQ(desks.make(0), nullptr);
    EXPECT_EQ(seen.count(what::connected), round + 1u);
    at.restart();
  }
}

TEST(Reconnecting, IsForHandlesToo) {
  coming_server at;
  at.start();
  const rpc::connection peer = rpc::reconnecting(at.where(), quick());
  const rpc::handle_t handle(peer);
  const rpc::binding nowhere(rpc::offer_of<tally::service>(), "tally");
  for (std::uint32_t round = 0; round < 2; ++round) {
    EXPECT_EQ(rpc::invoke(nowhere.to(handle), tally::wire::add{1, 0}), round);
    at.restart();
  }
}

TEST(Reconnecting, NoCallIsRepeatedThatMayHaveExecuted) {
  respawned_server at;
  const tally::client client(rpc::reconnecting(at.where(), quick()));
  std::thread caller([&] {
    expect_error([&] { client.add(1, 60'000); }, status::call_failed, false);
    // [idempotent], but the program has not allowed it.
    expect_error([&] { client.look(2, 60'000); }, status::call_failed, false);
  });
  for (const int id : {1, 2}) {
    EXPECT_TRUE(eventually([&] { return at.tally().executed[id] == 1; }));
    at.kill();
    at.start();
  }
  caller.join();
  EXPECT_EQ(client.add(3), 0u);
  EXPECT_EQ(at.tally().executed[1], 1);
  EXPECT_EQ(at.tally().executed[2], 1);
}

TEST(Reconnecting, IdempotentCallsAreRepeatedIfTheProgramAllowsIt) {
  respawned_server at;
  rpc::reconnect_options options = quick();
  options.repeat_idempotent = true;
  const tally::client client(rpc::reconnecting(at.where(), options));
  std::thread caller([&] {
    EXPECT_EQ(client.look(1, 60'000), 1u);
    expect_error([&] { client.add(2, 60'000); }, status::call_failed, false);
  });
  for (const int id : {1, 2}) {
    EXPECT_TRUE(eventually([&] { return at.tally().executed[id] == 1; }));
    at.kill();
    at.start();
  }
  caller.join();
  EXPECT_EQ(at.tally().executed[1], 2);
  EXPECT_EQ(at.tally().executed[2], 1);
}

// That it could not be made again is no reason to say that it did not execute.
TEST(Reconnecting, ARepeatedCallThatFailsSaysThatItMayHaveExecuted) {
  respawned_server at;
  rpc::reconnect_options options = quick();
  options.repeat_idempotent = true;
  options.attempts = 3;
  const tally::client client(rpc::reconnecting(at.where(), options));
  std::thread caller(
      [&] { expect_error([&] { client.look(1, 60'000); }, status::call_failed, false); });
  EXPECT_TRUE(eventually([&] { return at.tally().executed[1] == 1; }));
  at.kill();
  caller.join();
}

TEST(Reconnecting, DelaysGrowToTheLargest) {
  coming_server at;
  history seen;
  rpc::reconnect_options options = quick(&seen);
  options.first_delay = 10ms;
  options.largest_delay = 40ms;
  options.jitter = 0;
  options.attempts = 12;  // 10 s if each delay were twice as long as the one before
  const tally::client client(rpc::reconnecting(at.where(), options));
  const auto begin = clock::now();
  expect_error([&] { client.add(1); }, status::server_unavailable, true);
  EXPECT_LT(since(begin), 8s);
  const auto times = seen.times(what::connecting);
  ASSERT_EQ(times.size(), 12u);
  for (std::size_t i = 1; i < times.size(); ++i)
    EXPECT_GE(times[i] - times[i - 1], i == 1 ? 10ms : i == 2 ? 20ms : 40ms) << i;
  EXPECT_EQ(seen.kinds().back(), what::given_up);
  EXPECT_NE(seen.all().back().reason.find("Connection refused"), std::string::npos);
  // The next call begins anew.
  at.start();
  EXPECT_EQ(client.add(1), 0u);
}

TEST(Reconnecting, JitterShortensDelays) {
  coming_server at;
  history seen;
  rpc::reconnect_options options = quick(&seen);
  options.first_delay = options.largest_delay = 50ms;
  options.jitter = 1;
  options.attempts = 21;
  const tally::client client(rpc::reconnecting(at.where(), options));
  expect_error([&] { client.add(1); }, status::server_unavailable, true);
  const auto times = seen.times(what::connecting);
  ASSERT_EQ(times.size(), 21u);
  int shortened = 0;
  for (std::size_t i = 1; i < times.size(); ++i) shortened += times[i] - times[i - 1] < 45ms;
  EXPECT_GT(shortened, 0);
}

TEST(Reconnecting, ServersAreTriedInTurn) {
  coming_server first, second;
  history seen;
  const tally::client client(rpc::reconnecting({first.where(), second.where()}, quick(&seen)));
  const auto last = [&] { return seen.all().back().server; };
  second.start();
  EXPECT_EQ(client.add(1), 0u);
  EXPECT_EQ(second.tally.executed[1], 1);
  EXPECT_EQ(seen.kinds(),
            (std::vector{what::connecting, what::disconnected, what::connecting, what::connected}));
  EXPECT_EQ(last(), second.where());
  // The one that served last comes first.
  first.start();
  second.restart();
  EXPECT_EQ(client.add(2), 0u);
  EXPECT_EQ(last(), second.where());
  second.stop();
  EXPECT_EQ(client.add(3), 0u);
  EXPECT_EQ(last(), first.where());
  EXPECT_EQ(first.tally.executed[3], 1);
}

// Without a host there are two addresses, 127.0.0.1 before ::1. The first does not answer, as its
// queue is full.
TEST(Reconnecting, AddressesOfANameAreTriedInTurn) {
  log_book log;
  rpc::server server(running_server::with({}, log));
  tally_service tally;
  server.add<tally::service>(tally);
  const int silent = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  socklen_t size = sizeof at;
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(::bind(silent, reinterpret_cast<sockaddr*>(&at), size), 0);
  ASSERT_EQ(::listen(silent, 0), 0);
  ::getsockname(silent, reinterpret_cast<sockaddr*>(&at), &size);
  const std::string port = "[" + std::to_string(ntohs(at.sin_port)) + "]";
  try {
    server.listen("ncacn_ip_tcp:[::1]" + port);
  } catch (const rpc::error& reason) {
    GTEST_SKIP() << reason.what();  // no IPv6, or the port has another use there
  }
  server.start();
  std::vector<int> fill(4);
  for (int& each : fill) {
    each = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    static_cast<void>(::connect(each, reinterpret_cast<sockaddr*>(&at), sizeof at));
  }
  rpc::reconnect_options options = quick();
  options.connection.connect_timeout = 4s;
  options.attempts = 1;
  const auto begin = clock::now();
  EXPECT_EQ(tally::client(rpc::reconnecting("ncacn_ip_tcp:" + port, options)).add(1), 0u);
  EXPECT_GE(since(begin), 1900ms);  // half of it was for the first
  EXPECT_LT(since(begin), 3900ms);
  for (const int each : fill) ::close(each);
  ::close(silent);
}

TEST(Reconnecting, LimitsOfTimeEndTheWait) {
  coming_server at;
  const tally::client client(rpc::reconnecting(at.where(), quick()));
  const auto begin = clock::now();
  expect_error([&] { rpc::with(client, {.timeout = 50ms}).add(1); }, status::call_timed_out, true);
  expect_error([&] { rpc::with(client, {.deadline = clock::now() + 50ms}).add(1); },
               status::call_timed_out, true);
  EXPECT_GE(since(begin), 100ms);
  expect_error([&] { rpc::with(client, {.deadline = begin}).add(1); }, status::call_timed_out,
               true);
  rpc::reconnect_options options = quick();
  options.connection.call_timeout = 50ms;
  options.first_delay = options.largest_delay = 60s;  // in which the call ends all the same
  const tally::client another(rpc::reconnecting(at.where(), options));
  const auto text = error_of([&] { another.add(1); });
  ASSERT_TRUE(text);
  EXPECT_EQ(text->code(), status::call_timed_out);
  EXPECT_NE(std::string(text->what()).find("Connection refused"), std::string::npos)
      << text->what();
  EXPECT_LT(since(begin), patience);
}

// One limit holds for all that is done for a call.
TEST(Reconnecting, ALimitOfTimeIsForAllAttempts) {
  respawned_server at;
  rpc::reconnect_options options = quick();
  options.repeat_idempotent = true;
  const tally::client client(rpc::reconnecting(at.where(), options));
  const auto begin = clock::now();
  std::thread caller([&] {
    // The first attempt may have executed, so the last word is not that nothing was executed.
    expect_error([&] { rpc::with(client, {.timeout = 500ms}).look(1, 60'000); },
                 status::call_failed, false);
    EXPECT_GE(since(begin), 500ms);
  });
  EXPECT_TRUE(eventually([&] { return at.tally().executed[1] == 1; }));
  at.kill();
  caller.join();
}

TEST(Reconnecting, AStopTokenEndsTheWait) {
  coming_server at;
  history seen;
  rpc::reconnect_options options = quick(&seen);
  options.first_delay = options.largest_delay = 60s;
  const tally::client client(rpc::reconnecting(at.where(), options));
  std::stop_source stop;
  const auto begin = clock::now();
  std::thread caller([&] {
    expect_error([&] { rpc::with(client, {.stop = stop.get_token()}).add(1); },
                 status::fault_cancel, true);
  });
  EXPECT_TRUE(eventually([&] { return seen.count(what::disconnected) == 1; }));
  stop.request_stop();
  caller.join();
  expect_error([&] { rpc::with(client, {.stop = stop.get_token()}).add(1); }, status::fault_cancel,
               true);
  EXPECT_LT(since(begin), patience);
}

TEST(Reconnecting, CancelEndsTheWait) {
  coming_server at;
  history seen;
  rpc::reconnect_options options = quick(&seen);
  options.first_delay = options.largest_delay = 60s;
  rpc::connection peer = rpc::reconnecting(at.where(), options);
  std::thread caller(
      [&] { expect_error([&] { tally::client(peer).add(1); }, status::fault_cancel, true); });
  EXPECT_TRUE(eventually([&] { return seen.count(what::disconnected) == 1; }));
  peer.cancel();
  caller.join();
}

TEST(Reconnecting, CloseEndsTheWait) {
  coming_server at;
  history seen;
  rpc::reconnect_options options = quick(&seen);
  options.first_delay = options.largest_delay = 60s;
  rpc::connection peer = rpc::reconnecting(at.where(), options);
  const tally::client client(peer);
  const auto begin = clock::now();
  std::vector<std::thread> callers;
  for (int i = 0; i < 3; ++i)
    callers.emplace_back(
        [&] { expect_error([&] { client.add(1); }, status::call_failed_dne, true); });
  EXPECT_TRUE(eventually([&] { return seen.count(what::disconnected) == 1; }));
  peer.close();
  peer.close();
  for (std::thread& each : callers) each.join();
  EXPECT_LT(since(begin), patience);
  at.start();
  expect_error([&] { client.add(1); }, status::call_failed_dne, true);
}

TEST(Reconnecting, CloseEndsCallsThatRun) {
  coming_server at;
  at.start();
  rpc::connection peer = rpc::reconnecting(at.where(), quick());
  const tally::client client(peer);
  std::thread caller(
      [&] { expect_error([&] { client.add(1, 200); }, status::call_failed, false); });
  EXPECT_TRUE(eventually([&] { return at.tally.executed[1] == 1; }));
  peer.close();
  caller.join();
}

TEST(Reconnecting, AReportMayCloseTheConnection) {
  coming_server at;
  rpc::connection* closed = nullptr;
  rpc::reconnect_options options = quick();
  options.report = [&](const rpc::reconnect_report& next) {
    if (next.what == what::disconnected) closed->close();
  };
  rpc::connection peer = rpc::reconnecting(at.where(), options);
  closed = &peer;
  expect_error([&] { tally::client(peer).add(1); }, status::call_failed_dne, true);
}

TEST(Reconnecting, ReportsEndWithTheLastClient) {
  coming_server at;
  std::atomic<bool> gone = false;
  std::atomic<int> reports = 0;
  rpc::reconnect_options options = quick();
  options.report = [&](const rpc::reconnect_report&) {
    ++reports;
    std::this_thread::sleep_for(20ms);  // while the client goes
    EXPECT_FALSE(gone);
  };
  {
    const tally::client client(rpc::reconnecting(at.where(), options));
    expect_error([&] { rpc::with(client, {.timeout = 5ms}).add(1); }, status::call_timed_out, true);
  }
  const int before = reports;
  gone = true;
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(reports, before);
}

TEST(Reconnecting, WhatWaitingDoesNotHelpIsThrownAtOnce) {
  coming_server at;
  at.start();
  history seen;
  const rpc::connection peer = rpc::reconnecting(at.where(), quick(&seen));
  EXPECT_EQ(status_of([&] { other::client(peer).twice(1); }), status::unknown_interface);
  EXPECT_EQ(seen.count(what::connecting), 1u);
  EXPECT_EQ(tally::client(peer).add(1), 0u);
  EXPECT_EQ(status_of([&] { other::client(peer).twice(1); }), status::unknown_interface);
  EXPECT_EQ(tally::client(peer).add(1), 1u);
  EXPECT_EQ(status_of([&] { static_cast<void>(rpc::reconnecting("nonsense")); }),
            status::invalid_string_binding);
  EXPECT_EQ(status_of([&] { static_cast<void>(rpc::reconnecting(std::vector<std::string>())); }),
            status::invalid_string_binding);
}

bytes fault_of(std::uint32_t code, std::uint8_t call_id, bool did_not_execute) {
  bytes rest{0x20, 0, 0, 0, 0, 0, 0, 0};
  for (int i = 0; i < 4; ++i) rest.push_back(static_cast<std::uint8_t>(code >> 8 * i));
  bytes result = answer_pdu(3, rest + bytes{0, 0, 0, 0}, call_id);
  if (did_not_execute) result[3] |= 0x20;
  return result;
}

// nca_server_too_busy, C706 appendix E; PFC_DID_NOT_EXECUTE, C706 12.6.4.7.
TEST(Reconnecting, BusyServersAreAskedAgain) {
  int requests = 0;
  raw_server server([&](const bytes& request) {
    if (++requests < 3) return fault_of(0x1C010014, request[12], true);
    return answer_pdu(2, bytes{4, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0}, request[12]);
  });
  rpc::reconnect_options options = quick();
  options.connection = raw_server::options();
  options.jitter = 0;
  const auto begin = clock::now();
  EXPECT_EQ(echo::client(rpc::reconnecting(server.where(), options)).add_one(5), 6u);
  EXPECT_EQ(requests, 3);
  EXPECT_GE(since(begin), 15ms);  // 5, and 10
}

TEST(Reconnecting, OtherFaultsAreFinal) {
  int requests = 0;
  raw_server server([&](const bytes& request) {
    // A busy server that may have executed the call, and other reasons not to execute it.
    return ++requests == 1 ? fault_of(0x1C010014, request[12], false)
                           : fault_of(requests == 2 ? 0x1C010002 : 5, request[12], true);
  });
  rpc::reconnect_options options = quick();
  options.connection = raw_server::options();
  options.repeat_idempotent = true;
  const echo::client client(rpc::reconnecting(server.where(), options));
  expect_error([&] { client.add_one(5); }, status::nca_server_too_busy, false);
  expect_error([&] { client.add_one(5); }, status::op_rng_error, true);
  expect_error([&] { client.add_one(5); }, status::access_denied, true);
  EXPECT_EQ(requests, 3);
}

// An implementation that calls others passes on what it meets there, and has executed itself.
TEST(Reconnecting, CodesOfImplementationsPromiseNothing) {
  int requests = 0;
  raw_server server([&](const bytes& request) {
    ++requests;
    return fault_of(0x6BF, request[12], false);  // RPC_S_CALL_FAILED_DNE
  });
  rpc::reconnect_options options = quick();
  options.connection = raw_server::options();
  const echo::client client(rpc::reconnecting(server.where(), options));
  expect_error([&] { client.add_one(5); }, status::call_failed_dne, false);
  EXPECT_EQ(requests, 1);
}

TEST(Reconnecting, ACallIsMadeAsOftenAsAttemptsSay) {
  int requests = 0;
  raw_server server([&](const bytes& request) {
    ++requests;
    return fault_of(0x1C010014, request[12], true);
  });
  rpc::reconnect_options options = quick();
  options.connection = raw_server::options();
  options.attempts = 4;
  const echo::client client(rpc::reconnecting(server.where(), options));
  expect_error([&] { client.add_one(5); }, status::nca_server_too_busy, true);
  EXPECT_EQ(requests, 4);
}

TEST(Reconnecting, ContextsOfALostConnectionMatchNothing) {
  coming_server at;
  at.start();
  const desk::client client(rpc::reconnecting(at.where(), quick()));
  desk::drawer* before = client.open(5);
  EXPECT_EQ(client.use(before), 5u);
  at.restart();
  const int uses = at.desk.uses;
  expect_error([&] { client.use(before); }, status::fault_context_mismatch, false);
  EXPECT_EQ(at.desk.uses, uses);
  desk::drawer* after = client.open(6);
  EXPECT_EQ(client.use(after), 6u);
  expect_error([&] { client.both(after, before); }, status::fault_context_mismatch, false);
  rpc::destroy_client_context(before);
  client.close(after);
}

TEST(Reconnecting, CallsWithPipesWaitForTheConnection) {
  coming_server at;
  at.start();
  const pipes::client client(rpc::reconnecting(at.where(), quick()));
  for (int round = 0; round < 2; ++round) {
    auto source = pipes::giving<std::uint8_t>(100'000);
    EXPECT_EQ(client.store(777, source), 100'000u);
    at.restart();
    pipes::taking<std::uint8_t> sink;
    EXPECT_EQ(client.fetch(100'000, sink), 17u);
    EXPECT_EQ(sink.count, 100'000u);
    at.restart();
  }
}

TEST(Reconnecting, CallsWhosePipesWereUsedAreNotRepeated) {
  raw_server server([](const bytes&) { return bytes(); });  // ends the connection
  history seen;
  rpc::reconnect_options options = quick(&seen);
  options.connection = raw_server::options();
  options.repeat_idempotent = true;
  const pipes::client client(rpc::reconnecting(server.where(), options));
  std::uint64_t pulled = 0;
  rpc::source<std::uint8_t> source([&](std::span<std::uint8_t> into) {
    pulled += into.size();
    return into.size();  // without an end
  });
  expect_error([&] { client.store(777, source); }, status::call_failed, false);
  EXPECT_GT(pulled, 0u);
  EXPECT_EQ(seen.count(what::connecting), 1u);
}

// While no pipe was used it is a call like others.
TEST(Reconnecting, CallsWhosePipesWereNotUsedAreRepeated) {
  int requests = 0;
  raw_server server([&](const bytes& request) {
    return ++requests < 3 ? fault_of(0x1C010014, request[12], true)
                          : fault_of(5, request[12], true);
  });
  rpc::reconnect_options options = quick();
  options.connection = raw_server::options();
  const pipes::client client(rpc::reconnecting(server.where(), options));
  pipes::taking<std::uint8_t> sink;
  expect_error([&] { client.fetch(5, sink); }, status::access_denied, true);
  EXPECT_EQ(requests, 3);
  EXPECT_EQ(sink.ends, 0);
}

TEST(Reconnecting, ExchangesAreOfOneConnection) {
  coming_server at;
  const tally::client client(rpc::reconnecting(at.where(), quick()));
  const rpc::binding& over = static_cast<const rpc::binding&>(client);
  expect_error([&] { rpc::exchange(over, 0, "add"); }, status::invalid_binding, false);
}

// Each call has an id. What has returned was executed once; what has failed, once at most, and not
// at all if it says so.
TEST(Reconnecting, NoCallIsLostOrExecutedTwiceWhileTheServerRestarts) {
  coming_server at;
  at.start();
  const tally::client client(rpc::reconnecting(at.where(), quick()));
  std::atomic<std::uint32_t> ids = 0, returned = 0, failed = 0;
  std::atomic<bool> ends = false;
  std::vector<std::thread> callers;
  for (int i = 0; i < 8; ++i)
    callers.emplace_back([&] {
      while (!ends) {
        const std::uint32_t id = ids++;
        const auto thrown = error_of([&] { EXPECT_EQ(client.add(id), 0u); });
        if (thrown) {
          EXPECT_EQ(thrown->code(), status::call_failed) << thrown->what();
          EXPECT_LE(at.tally.executed[id], 1);
          ++failed;
        } else {
          EXPECT_EQ(at.tally.executed[id], 1);
          ++returned;
        }
        if (id % 64 == 0) std::this_thread::sleep_for(1ms);
        if (id + 100 > tally_service::most) ends = true;
      }
    });
  for (int round = 0; round < 20 && !ends; ++round) {
    const std::uint32_t before = returned;
    EXPECT_TRUE(eventually([&] { return ends || returned > before + 20; }));
    at.restart();
  }
  ends = true;
  for (std::thread& each : callers) each.join();
  EXPECT_EQ(returned + failed, ids);
  for (std::uint32_t id = 0; id < ids; ++id) ASSERT_LE(at.tally.executed[id], 1) << id;
}

TEST(Reconnecting, CallsOfAServerThatIsKilledUnderLoadEndSoonAndGoOn) {
  respawned_server at;
  const tally::client shared(rpc::reconnecting(at.where(), quick()));
  std::atomic<std::uint32_t> ids = 1, returned = 0, failed = 0;
  std::atomic<bool> ends = false;
  std::vector<std::thread> callers;
  for (int i = 0; i < 8; ++i)
    callers.emplace_back([&] {
      while (!ends) {
        const std::uint32_t id = ids++;
        const auto begin = clock::now();
        const auto thrown = error_of([&] {
          EXPECT_EQ(rpc::with(shared, {.timeout = 400ms}).add(id, id % 16 == 0 ? 5 : 0), 0u);
        });
        EXPECT_LT(since(begin), 1s);
        const int executed = at.tally().executed[id];
        if (!thrown) {
          EXPECT_EQ(executed, 1);
          ++returned;
        } else if (thrown->did_not_execute()) {
          EXPECT_EQ(thrown->code(), status::call_timed_out) << thrown->what();
          EXPECT_EQ(executed, 0);
          ++failed;
        } else {
          EXPECT_TRUE(thrown->code() == status::call_failed ||
                      thrown->code() == status::call_timed_out)
              << thrown->what();
          EXPECT_LE(executed, 1);
          ++failed;
        }
        if (id + 100 > tally_service::most) ends = true;
      }
    });
  for (int round = 0; round < 5 && !ends; ++round) {
    const std::uint32_t before = returned, lost = failed;
    EXPECT_TRUE(eventually([&] { return ends || returned > before + 50; }));
    at.kill();
    EXPECT_TRUE(eventually([&] { return ends || failed > lost + (round % 2 == 0 ? 8 : 0); }));
    at.start();
  }
  const std::uint32_t before = returned;
  EXPECT_TRUE(eventually([&] { return ends || returned > before + 50; }));
  ends = true;
  for (std::thread& each : callers) each.join();
  EXPECT_EQ(shared.add(0), 0u);
  for (std::uint32_t id = 0; id < ids; ++id) ASSERT_LE(at.tally().executed[id], 1) << id;
}

}  // namespace
