#ifndef TEST_RUNTIME_FIXTURE_H
#define TEST_RUNTIME_FIXTURE_H

#include "echo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

namespace fixture {

using namespace std::chrono_literals;
using clock = std::chrono::steady_clock;

struct echo_service : echo::service {
  void add_one(std::uint32_t value, std::uint32_t* result) override { *result = value + 1; }
  void reverse(std::uint32_t count, std::uint8_t* data) override {
    std::reverse(data, data + count);
  }
  std::uint32_t sleep(std::uint32_t milliseconds) override {
    const int now = ++running;
    for (int most = most_running; now > most && !most_running.compare_exchange_weak(most, now);) {
    }
    if (milliseconds == until_woken)
      woken.wait(false);
    else
      std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    --running;
    ++slept;
    return milliseconds;
  }
  void fail(std::uint32_t how) override {
    if (how == 0) throw std::runtime_error("a secret");
    if (how == 1) throw 42;
    if (how == 2) throw rpc::error(rpc::status::access_denied, "a secret");
    if (how == 3) throw std::bad_alloc();
    if (how == 4) throw rpc::error(rpc::status::out_of_memory, "a secret");
    if (how == 5) action();
  }
  void fill(std::uint32_t count, std::uint8_t* data) override {
    if (fills_wait) sleep(until_woken);
    std::fill_n(data, count, 7);
  }

  /// Ends all sleep(until_woken), also those that are still to come.
  void wake() {
    woken = true;
    woken.notify_all();
  }
  static constexpr std::uint32_t until_woken = 0xFFFFFFFF;

  std::function<void()> action;          // of fail(5)
  std::atomic<bool> fills_wait = false;  // until they are woken
  std::atomic<int> running = 0;
  std::atomic<int> most_running = 0;
  std::atomic<int> slept = 0;
  std::atomic<bool> woken = false;
};

struct other_service : other::service {
  std::uint32_t twice(std::uint32_t value) override { return 2 * value; }
};

/// Lines that a server logs, kept instead of printed.
struct log_book {
  std::function<void(std::string_view)> hook() {
    return [this](std::string_view line) {
      const std::lock_guard lock(mutex);
      lines.emplace_back(line);
    };
  }
  bool contains(std::string_view text) {
    const std::lock_guard lock(mutex);
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(text) != line.npos; });
  }

  /// Waits for such a line.
  bool gets(std::string_view text);

  std::mutex mutex;
  std::vector<std::string> lines;
};

/// A path for a unix socket that no other test uses.
inline std::string socket_path() {
  static std::atomic<int> number = 0;
  return "/tmp/rpcrt-test-" + std::to_string(::getpid()) + "-" + std::to_string(++number);
}

inline std::string local_binding() { return "ncalrpc:[" + socket_path() + "]"; }
inline const char* const any_port = "ncacn_ip_tcp:127.0.0.1[0]";

/// A loopback address that no other process uses: what listens there may go, and come back to its
/// port.
inline std::string own_host() {
  const auto part = [](int number, int values) { return std::to_string(number % values); };
  static const int id = ::getpid();
  return "ncacn_ip_tcp:127." + part(id / 65025, 254) + "." + part(id / 255, 255) + "." +
         std::to_string(1 + id % 254);
}

enum class via { tcp, local, in_process };

inline std::string name(via way) {
  return way == via::tcp ? "tcp" : way == via::local ? "unix" : "in_process";
}

/// A started server with services, which add themselves and outlive it.
template <class Services>
struct listening : Services {
  explicit listening(rpc::server_options options = {}) : server(with(std::move(options), log)) {
    Services::add_to(server);
    tcp = server.listen(any_port).text();
    local = server.listen(local_binding()).text();
    server.start();
  }

  std::unique_ptr<rpc::connection> connect(via way, const rpc::connection_options& options = {}) {
    if (way == via::in_process) return std::make_unique<rpc::connection>(server, options);
    return std::make_unique<rpc::connection>(way == via::tcp ? tcp : local, options);
  }

  static rpc::server_options with(rpc::server_options options, log_book& log) {
    options.log = log.hook();
    return options;
  }

  log_book log;
  std::string tcp;
  std::string local;
  rpc::server server;
};

template <class Echo>
struct echo_services {
  void add_to(rpc::server& server) {
    server.add<echo::service>(service);
    server.add<other::service>(others);
  }

  Echo service;
  other_service others;
};

template <class Echo>
using server_of = listening<echo_services<Echo>>;
using running_server = server_of<echo_service>;

/// The error that `action` throws.
template <class Action>
std::optional<rpc::error> error_of(Action action) {
  try {
    action();
  } catch (const rpc::error& thrown) {
    return thrown;
  }
  return std::nullopt;
}

/// The status of the rpc::error that `action` throws; ok if it throws none. `text` receives
/// what it says.
template <class Action>
rpc::status status_of(Action action, std::string* text = nullptr) {
  try {
    action();
  } catch (const rpc::error& thrown) {
    if (text != nullptr) *text = thrown.what();
    return thrown.code();
  }
  return rpc::status::ok;
}

inline std::chrono::milliseconds since(clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(clock::now() - start);
}

/// How long to wait for what has to come. Much, for machines that have other work.
inline constexpr auto patience = 30s;

/// Waits until `done` or patience is at its end.
template <class Condition>
bool eventually(Condition done) {
  for (const auto start = clock::now(); since(start) < patience; std::this_thread::sleep_for(1ms))
    if (done()) return true;
  return done();
}

inline bool log_book::gets(std::string_view text) {
  return eventually([&] { return contains(text); });
}

}  // namespace fixture

#endif  // TEST_RUNTIME_FIXTURE_H
