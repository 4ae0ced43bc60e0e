#ifndef TEST_RUNTIME_RESPAWNED_SERVER_H
#define TEST_RUNTIME_RESPAWNED_SERVER_H

#include "child_server.h"
#include "tally.h"

#include <sys/prctl.h>

namespace fixture {

/// A server in a process of its own that can be killed, and started anew at the same port while the
/// test has threads: a process that has none forks it. What was executed lies in memory that
/// all of them see.
class respawned_server {
 public:
  respawned_server() {
    void* const memory =
        ::mmap(nullptr, sizeof(shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED || ::pipe(orders_) != 0)
      throw std::runtime_error("no memory, or no pipe");
    shared_ = ::new (memory) shared;
    child_server::await_end_of_threads();
    supervisor_ = ::fork();
    if (supervisor_ == 0) supervise();
    ::close(orders_[0]);
    start();
  }
  respawned_server(const respawned_server&) = delete;
  respawned_server& operator=(const respawned_server&) = delete;
  ~respawned_server() {
    ::close(orders_[1]);  // the end of the supervisor, and so of its server
    if (const pid_t left = shared_->server) ::kill(left, SIGKILL);
    ::waitpid(supervisor_, nullptr, 0);
    ::munmap(shared_, sizeof(shared));
  }

  void kill() {
    ::kill(shared_->server, SIGKILL);
    EXPECT_TRUE(eventually([&] { return shared_->server == 0; }));
  }
  /// Returns when it listens.
  void start() {
    EXPECT_EQ(::write(orders_[1], "s", 1), 1);
    EXPECT_TRUE(eventually([&] { return shared_->server != 0; }));
  }

  std::string where() const { return own_host() + "[" + std::to_string(shared_->port) + "]"; }
  const tally_service& tally() const { return shared_->tally; }

 private:
  struct shared {
    std::atomic<pid_t> server = 0;  // 0: there is none
    std::atomic<std::uint16_t> port = 0;
    tally_service tally;
  };

  [[noreturn]] void supervise() {
    ::close(orders_[1]);
    for (char order = 0; ::read(orders_[0], &order, 1) == 1; shared_->server = 0) {
      const pid_t server = ::fork();
      if (server == 0) serve();
      ::waitpid(server, nullptr, 0);
    }
    ::_exit(0);
  }

  [[noreturn]] void serve() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    rpc::server_options options;
    options.log = [](std::string_view) {};
    rpc::server server(options);
    server.add<tally::service>(shared_->tally);
    shared_->port = server.listen(where()).port;
    shared_->server = ::getpid();
    server.run();
    ::_exit(0);
  }

  shared* shared_;
  int orders_[2];
  pid_t supervisor_ = 0;
};

}  // namespace fixture

#endif  // TEST_RUNTIME_RESPAWNED_SERVER_H
