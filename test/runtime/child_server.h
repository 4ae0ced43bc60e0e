#ifndef TEST_RUNTIME_CHILD_SERVER_H
#define TEST_RUNTIME_CHILD_SERVER_H

#include "fixture.h"
#include "holdings.h"

#include <csignal>

#include <sys/mman.h>
#include <sys/wait.h>

namespace fixture {

/// A server in a process of its own, which can be killed. Forked while the test has no
/// other threads. Its implementation lies in memory that both processes see.
class child_server {
 public:
  /// `prepare` and `run` are called in the new process, which exits with 0 after `run`.
  explicit child_server(
      const std::string& binding, const std::function<void()>& prepare = [] {},
      const std::function<void(rpc::server&)>& run = [](rpc::server& server) { server.run(); },
      const rpc::server_options& options = {}) {
    void* shared = ::mmap(nullptr, sizeof(echo_service), PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int ends[2];
    if (shared == MAP_FAILED || ::pipe(ends) != 0)
      throw std::runtime_error("no memory, or no pipe");
    service_ = ::new (shared) echo_service;
    await_end_of_threads();
    process_ = ::fork();
    if (process_ == 0) {
      prepare();
      serve(binding, ends[1], run, options);
    }
    ::close(ends[1]);
    char text[200];
    const ssize_t size = ::read(ends[0], text, sizeof text);
    ::close(ends[0]);
    if (size > 0) where_.assign(text, static_cast<std::size_t>(size));
  }
  child_server(const child_server&) = delete;
  child_server& operator=(const child_server&) = delete;
  ~child_server() {
    kill();
    ::munmap(service_, sizeof(echo_service));
  }

  void kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  /// Waits until the process ends by itself: what waitpid says of it.
  int wait() {
    int result = -1;
    ::waitpid(process_, &result, 0);
    process_ = 0;
    return result;
  }
  const std::string& where() const { return where_; }
  const echo_service& service() const { return *service_; }
  pid_t process() const { return process_; }

  /// Those of an earlier test may be ending still. ThreadSanitizer, which refuses to fork then, has
  /// one of its own.
  static void await_end_of_threads() {
#ifdef __has_feature
    constexpr long own = __has_feature(thread_sanitizer) ? 2 : 1;
#else
    constexpr long own = 1;
#endif
    for (int i = 0; i < 1000 && of(::getpid()).threads > own; ++i) std::this_thread::sleep_for(1ms);
  }

 private:
  [[noreturn]] void serve(const std::string& binding, int to,
                          const std::function<void(rpc::server&)>& run,
                          rpc::server_options options) {
    {
      options.log = [](std::string_view) {};
      rpc::server server(options);
      server.add<echo::service>(*service_);
      const std::string where = server.listen(binding).text();
      if (::write(to, where.data(), where.size()) < 0) ::_exit(1);
      run(server);
    }
    ::_exit(0);
  }

  echo_service* service_;
  pid_t process_ = 0;
  std::string where_;
};

}  // namespace fixture

#endif  // TEST_RUNTIME_CHILD_SERVER_H
