#ifndef TEST_RUNTIME_CROWD_H
#define TEST_RUNTIME_CROWD_H

#include "pipes.h"
#include "raw_client.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// Clients that take what a server has, and one that does not wait for them.

namespace fixture {

/// Connections that each have sent `calls`; they are reset in the end.
struct crowd {
  crowd(const std::string& binding, std::uint8_t from, int connections, const bytes& calls) {
    add(binding, from, connections, calls);
  }
  crowd(const crowd&) = delete;
  crowd& operator=(const crowd&) = delete;
  ~crowd() {
    for (const auto& each : all) each->reset();
  }
  void add(const std::string& binding, std::uint8_t from, int connections, const bytes& calls) {
    for (; connections > 0; --connections) {
      all.push_back(std::make_unique<multiplexed_client>(binding, from));
      all.back()->send(calls);
    }
  }

  std::vector<std::unique_ptr<multiplexed_client>> all;
};

/// Calls of echo's sleep().
inline bytes sleepers(std::uint32_t calls, std::uint32_t milliseconds = echo_service::until_woken) {
  return requests(calls, 3, number(milliseconds));
}

/// Whether the client's calls of add_one are answered, by no fault. Throws nothing, so that tests
/// that fail end.
inline bool answers(raw_client& client, std::uint32_t calls = 1) {
  client.send(requests(calls, 0, number(1)));
  for (; calls > 0; --calls)
    if (const bytes answer = client.receive(28); answer.size() != 28 || answer[2] != 2)
      return false;
  return true;
}

/// Whether exactly `expected` calls run after a while.
inline bool runs(const std::atomic<int>& running, int expected) {
  const bool reached = eventually([&] { return running == expected; });
  std::this_thread::sleep_for(20ms);
  return reached && running == expected;
}

/// A server whose calls of store() run until end().
struct waiting_pipes {
  explicit waiting_pipes(const rpc::server_options& options = {}) : at(options) {
    at.impl.on_store = [this](std::uint32_t, pipes::byte_pipe&) -> std::uint64_t {
      ++running;
      ended.wait(false);
      return 0;
    };
  }
  void end() {
    ended = true;
    ended.notify_all();
  }

  std::atomic<int> running = 0;  // those that have begun
  std::atomic<bool> ended = false;
  pipes::running_server at;
};

/// A call of store() with an empty pipe.
inline const bytes store_nothing = request(3, 2, 0, number(1) + bytes(4));

/// The same by our own client.
inline std::uint64_t stores_nothing(const rpc::connection& peer) {
  rpc::source<std::uint8_t> empty([](std::span<std::uint8_t>) { return std::size_t{0}; });
  return pipes::client(peer).store(1, empty);
}

}  // namespace fixture

#endif  // TEST_RUNTIME_CROWD_H
