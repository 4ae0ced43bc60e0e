// Servers that end by a signal.

#include "child_server.h"

#include <system_error>

#include <signal.h>

namespace {

using namespace fixture;
using rpc::status;

/// Sends SIGTERM to `child` while a call runs, which has to be answered all the same.
void end_in_mid_call(child_server& child) {
  ASSERT_FALSE(child.where().empty());
  rpc::connection peer(child.where());
  const echo::client client(peer);
  std::thread caller([&] { EXPECT_EQ(client.sleep(200), 200u); });
  EXPECT_TRUE(eventually([&] { return child.service().running == 1; }));
  EXPECT_EQ(::kill(child.process(), SIGTERM), 0);
  caller.join();
  EXPECT_EQ(child.service().slept, 1);
  const int ended = child.wait();
  EXPECT_TRUE(WIFEXITED(ended)) << ended;
  EXPECT_EQ(WEXITSTATUS(ended), 0);
  EXPECT_EQ(status_of([&] { rpc::connection again(child.where()); }), status::server_unavailable);
}

/// No rpc::server handles it.
bool has_default_action(int signal) {
  struct sigaction now{};
  return ::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_DFL;
}

rpc::server* served = nullptr;
std::atomic<bool> requested = false;

void request_stop(int) {
  served->request_stop();
  requested = true;
}

/// Serves until a handler of the program's own asks for the end.
void run_with_handler(rpc::server& server) {
  served = &server;
  std::signal(SIGTERM, request_stop);
  server.run();
}

TEST(Signals, RunUntilEndsWithTheCallsThatRun) {
  for (const std::string& binding : {std::string(any_port), local_binding()}) {
    child_server child(
        binding, [] {},
        [](rpc::server& server) {
          if (server.run_until({SIGINT, SIGTERM}) != SIGTERM) ::_exit(2);
        });
    end_in_mid_call(child);
  }
}

TEST(Signals, AHandlerRequestsTheEnd) {
  child_server child(any_port, [] {}, run_with_handler);
  end_in_mid_call(child);
}

TEST(Signals, AHandlerRequestsTheEndOfAServerWithItsOwnThread) {
  child_server child(
      any_port, [] {},
      [](rpc::server& server) {
        served = &server;
        std::signal(SIGTERM, request_stop);
        server.start();
        while (!requested) std::this_thread::sleep_for(1ms);
      });
  end_in_mid_call(child);
}

// Whichever thread takes the signal, and whatever lock that holds.
TEST(Signals, AHandlerRequestsTheEndAtAnyMoment) {
  for (int round = 0; round < 20; ++round) {
    child_server child(any_port, [] {}, run_with_handler);
    rpc::connection peer(child.where());
    const echo::client client(peer);
    client.add_one(1);  // so the handler is there
    std::thread caller([&] {
      while (status_of([&] { client.add_one(1); }) == status::ok) {
      }
    });
    std::this_thread::sleep_for(std::chrono::microseconds(100 * round));
    for (int i = 0; i < 3; ++i) ::kill(child.process(), SIGTERM);
    EXPECT_EQ(child.wait(), 0);
    caller.join();
  }
}

TEST(Signals, ASecondSignalDoesNotWait) {
  child_server child(
      any_port, [] {}, [](rpc::server& server) { server.run_until({SIGINT, SIGTERM}); });
  rpc::connection peer(child.where());
  const echo::client client(peer);
  std::thread caller([&] {
    EXPECT_EQ(status_of([&] { client.sleep(echo_service::until_woken); }), status::call_failed);
  });
  EXPECT_TRUE(eventually([&] { return child.service().running == 1; }));
  ::kill(child.process(), SIGTERM);
  EXPECT_TRUE(eventually([&] {  // the first is handled: nobody listens
    return status_of([&] { rpc::connection again(child.where()); }) != status::ok;
  }));
  ::kill(child.process(), SIGINT);
  const int ended = child.wait();
  EXPECT_TRUE(WIFSIGNALED(ended));
  EXPECT_EQ(WTERMSIG(ended), SIGINT);
  caller.join();
}

TEST(Signals, ThreadsMayHaveBlockedThem) {
  child_server child(
      any_port,
      [] {
        sigset_t all;
        ::sigfillset(&all);
        ::sigprocmask(SIG_BLOCK, &all, nullptr);
      },
      [](rpc::server& server) {
        server.run_until({SIGTERM});
        sigset_t now;
        ::sigprocmask(SIG_BLOCK, nullptr, &now);
        if (!::sigismember(&now, SIGTERM)) ::_exit(2);
      });
  end_in_mid_call(child);
}

TEST(Signals, RunUntilTellsWhichSignalItWas) {
  for (const int signal : {SIGUSR1, SIGUSR2}) {
    rpc::server server;
    echo_service service;
    server.add<echo::service>(service);
    rpc::connection peer(server);  // in this process: ends as well
    const echo::client client(peer);
    std::thread sender([&] {
      EXPECT_TRUE(eventually([&] { return !has_default_action(signal); }));
      ::kill(::getpid(), signal);
    });
    EXPECT_EQ(server.run_until({SIGUSR1, SIGUSR2}), signal);
    sender.join();
    EXPECT_NE(status_of([&] { client.add_one(1); }), status::ok);
    EXPECT_TRUE(has_default_action(SIGUSR1));
    EXPECT_TRUE(has_default_action(SIGUSR2));
  }
}

TEST(Signals, RunUntilEndsByStopAsWell) {
  rpc::server server;
  std::thread stopper([&] {
    EXPECT_TRUE(eventually([] { return !has_default_action(SIGUSR1); }));
    server.stop();
  });
  EXPECT_EQ(server.run_until({SIGUSR1}), 0);
  stopper.join();
  EXPECT_TRUE(has_default_action(SIGUSR1));
}

TEST(Signals, OneSignalEndsAllServers) {
  rpc::server first;
  rpc::server second;
  // Each has begun to handle SIGUSR1 when it handles its second signal.
  std::thread other([&] { EXPECT_EQ(second.run_until({SIGUSR1, SIGUSR2}), SIGUSR1); });
  std::thread sender([&] {
    EXPECT_TRUE(
        eventually([] { return !has_default_action(SIGUSR2) && !has_default_action(SIGHUP); }));
    ::kill(::getpid(), SIGUSR1);
  });
  EXPECT_EQ(first.run_until({SIGUSR1, SIGHUP}), SIGUSR1);
  sender.join();
  other.join();
}

TEST(Signals, WhatCannotBeHandledIsAnError) {
  for (const int signal : {SIGKILL, SIGSTOP, 0, -1, 10000}) {
    rpc::server server;
    EXPECT_THROW(server.run_until({SIGUSR1, signal}), std::system_error) << signal;
    EXPECT_TRUE(has_default_action(SIGUSR1));
  }
  rpc::server stopped;
  stopped.stop();
  EXPECT_THROW(stopped.run_until({SIGUSR1}), std::logic_error);
  EXPECT_TRUE(has_default_action(SIGUSR1));
}

TEST(Signals, ARequestMayComeEarlyAndAgain) {
  rpc::server server;
  server.listen(any_port);
  for (int i = 0; i < 3; ++i) server.request_stop();
  server.run();
  server.request_stop();
  server.stop();
}

TEST(Signals, AnImplementationRequestsTheEnd) {
  running_server at;
  at.service.action = [&] { at.server.request_stop(); };
  const auto peer = at.connect(via::tcp);
  echo::client(*peer).fail(5);
  EXPECT_TRUE(eventually([&] { return status_of([&] { at.connect(via::tcp); }) != status::ok; }));
}

}  // namespace
