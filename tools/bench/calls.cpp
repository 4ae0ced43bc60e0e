// bench_calls time ROUNDS [NAME]: calls beside plain sockets that carry as many
// bytes, as lines of JSON; of all workloads, or those whose names begin with
// NAME.

#include "calls.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {
namespace {

struct implementation : called::service {
  void add_one(std::uint32_t value, std::uint32_t *result) override {
    *result = value + 1;
  }
  void turn(std::uint32_t, std::uint8_t *) override {}
};

/// Where the two ends run, and what else does.
enum class place {
  one_core,  ///< both on one, before all other programs
  two_cores, ///< each on its own
  strangers, ///< both on one, and two other processes want the two cores
};

void pin(int core) {
  cpu_set_t only;
  CPU_ZERO(&only);
  CPU_SET(core, &only);
  ::sched_setaffinity(0, sizeof only, &only);
}

void take(place where, bool server) {
  pin(where == place::two_cores && server ? 1 : 0);
  const sched_param first{5};
  if (where != place::strangers)
    ::sched_setscheduler(0, SCHED_FIFO, &first);
}

/// A process that ends with this object. It writes a line to say that it is
/// ready, which others may need.
class process {
public:
  explicit process(const std::function<void(int out)> &work) {
    int ends[2];
    if (::pipe(ends) != 0)
      std::abort();
    id_ = ::fork();
    if (id_ == 0) {
      work(ends[1]);
      ::_exit(0);
    }
    ::close(ends[1]);
    char text[200];
    const ssize_t size = ::read(ends[0], text, sizeof text);
    ::close(ends[0]);
    line_.assign(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  }
  process(const process &) = delete;
  process &operator=(const process &) = delete;
  ~process() {
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
  }
  [[nodiscard]] const std::string &line() const { return line_; }

private:
  pid_t id_ = 0;
  std::string line_;
};

void say(int out, std::string_view text) {
  if (::write(out, text.data(), text.size()) < 0)
    std::abort();
}

/// Two connected sockets, set up as those of calls are.
void connect(bool tcp, int (&ends)[2]) {
  const int on = 1, room = 1 << 20;
  if (!tcp) {
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
      std::abort();
    for (const int end : ends)
      ::setsockopt(end, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    return;
  }
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  auto *const name = reinterpret_cast<sockaddr *>(&at);
  ends[0] = ::socket(AF_INET, SOCK_STREAM, 0);
  if (::bind(listener, name, size) != 0 || ::listen(listener, 1) != 0 ||
      ::getsockname(listener, name, &size) != 0 ||
      ::connect(ends[0], name, size) != 0)
    std::abort();
  ends[1] = ::accept(listener, nullptr, nullptr);
  ::close(listener);
  for (const int end : ends)
    ::setsockopt(end, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

bool send_all(int to, const std::vector<char> &bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t more =
        ::send(to, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (more <= 0)
      return false;
    sent += static_cast<std::size_t>(more);
  }
  return true;
}

bool receive_all(int from, std::vector<char> &bytes) {
  for (std::size_t count = 0; count < bytes.size();) {
    const ssize_t more =
        ::recv(from, bytes.data() + count, bytes.size() - count, 0);
    if (more <= 0)
      return false;
    count += static_cast<std::size_t>(more);
  }
  return true;
}

/// Two plain sockets that send `size` bytes there and back.
class plain {
public:
  plain(bool tcp, place where, std::size_t size) : bytes_(size) {
    int ends[2];
    connect(tcp, ends);
    here_ = ends[0];
    server_ = std::make_unique<process>([&](int out) {
      ::close(ends[0]);
      take(where, true);
      say(out, "ready");
      while (receive_all(ends[1], bytes_) && send_all(ends[1], bytes_)) {
      }
    });
    ::close(ends[1]);
  }
  ~plain() { ::close(here_); }
  void call() {
    if (!send_all(here_, bytes_) || !receive_all(here_, bytes_))
      std::abort();
  }

private:
  std::vector<char> bytes_;
  int here_ = -1;
  std::unique_ptr<process> server_;
};

/// Calls that carry `size` bytes in an array; with 0, a number.
class calls {
public:
  calls(bool tcp, place where, std::size_t size)
      : server_([&](int out) {
          take(where, true);
          rpc::server_options options;
          options.max_request = std::size_t{1} << 30;
          implementation service;
          rpc::server server(options);
          server.add<called::service>(service);
          say(out, server
                       .listen(tcp ? "ncacn_ip_tcp:127.0.0.1[0]"
                                   : "ncalrpc:[@bench-calls-" +
                                         std::to_string(::getpid()) + "]")
                       .text());
          server.run();
        }),
        peer_(server_.line(), options()), client_(peer_), data_(size) {}
  void call() {
    std::uint32_t result = 0;
    if (data_.empty())
      client_.add_one(1, &result);
    else
      client_.turn(static_cast<std::uint32_t>(data_.size()), data_.data());
  }

private:
  static rpc::connection_options options() {
    rpc::connection_options result;
    result.max_request = result.max_response = std::size_t{1} << 30;
    result.ndr64 = false;
    return result;
  }

  process server_;
  rpc::connection peer_;
  called::client client_;
  std::vector<std::uint8_t> data_;
};

struct workload {
  std::string name;
  bool tcp;
  place where;
  std::size_t size;  ///< of the array; 0: a number
  std::size_t times; ///< calls that are timed together
};

double median(std::vector<double> values) {
  std::ranges::nth_element(
      values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

template <class Ends> double time_of(Ends &of, std::size_t times) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < times; ++i)
    of.call();
  const std::chrono::duration<double, std::micro> passed =
      std::chrono::steady_clock::now() - begin;
  return passed.count() / static_cast<double>(times);
}

/// In a process of its own, since it is pinned.
void measure(const workload &of, int rounds) {
  std::vector<std::unique_ptr<process>> busy;
  if (of.where == place::strangers)
    for (const int core : {0, 1})
      busy.push_back(std::make_unique<process>([core](int out) {
        pin(core);
        say(out, "busy");
        for (volatile bool works = true; works;) {
        }
      }));
  plain sockets(of.tcp, of.where, of.size == 0 ? 28 : of.size + 32);
  calls made(of.tcp, of.where, of.size);
  take(of.where, false);
  std::vector<double> raw, ours, ratio;
  for (int round = -1; round < rounds; ++round) {
    const double limit = time_of(sockets, of.times);
    const double taken = time_of(made, of.times);
    if (round < 0)
      continue;
    raw.push_back(limit);
    ours.push_back(taken);
    ratio.push_back(taken / limit);
  }
  std::printf("{\"name\": \"%s\", \"raw\": %.2f, \"call\": %.2f, \"ratio\": "
              "%.3f}\n",
              of.name.c_str(), median(raw), median(ours), median(ratio));
  std::fflush(stdout);
}

std::vector<workload> workloads() {
  std::vector<workload> all;
  for (const bool tcp : {true, false}) {
    const std::string by = tcp ? "TCP, " : "unix, ";
    all.push_back({by + "number, one core", tcp, place::one_core, 0, 500});
    all.push_back({by + "number, two cores", tcp, place::two_cores, 0, 500});
    all.push_back({by + "number, strangers", tcp, place::strangers, 0, 500});
    all.push_back(
        {by + "1 MiB", tcp, place::one_core, std::size_t{1} << 20, 8});
    all.push_back(
        {by + "64 MiB", tcp, place::one_core, std::size_t{64} << 20, 1});
  }
  return all;
}

} // namespace
} // namespace bench

int main(int count, char **arguments) {
  const std::string_view mode = count > 1 ? arguments[1] : "";
  if (mode != "time" || count < 3)
    return 2;
  for (const bench::workload &each : bench::workloads()) {
    if (count > 3 && !each.name.starts_with(arguments[3]))
      continue;
    const bench::process apart([&](int out) {
      bench::measure(each, std::atoi(arguments[2]));
      bench::say(out, "done");
    });
  }
}
