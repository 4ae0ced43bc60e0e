#ifndef RUNTIME_SERVER_COUNTERS_H
#define RUNTIME_SERVER_COUNTERS_H

#include <rpc/server.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace rpc::runtime {

/// What a server counts, in all of its threads. Threads count in different cache lines, as far as
/// there are some, so that none waits for another.
class counters {
 public:
  void count_call() noexcept { here().calls.fetch_add(1, std::memory_order_relaxed); }
  void count_received(std::size_t bytes, std::size_t pdus) noexcept {
    here().bytes_received.fetch_add(bytes, std::memory_order_relaxed);
    here().pdus_received.fetch_add(pdus, std::memory_order_relaxed);
  }
  void count_sent(std::size_t bytes) noexcept {
    here().bytes_sent.fetch_add(bytes, std::memory_order_relaxed);
  }
  void count_sent_pdus(std::size_t pdus) noexcept {
    here().pdus_sent.fetch_add(pdus, std::memory_order_relaxed);
  }

  /// The sums; `connections` is for the server to fill in.
  [[nodiscard]] server_statistics sums() const noexcept;

 private:
  static constexpr std::size_t cache_line = 64;
  struct alignas(cache_line) part {
    std::atomic<std::uint64_t> calls = 0;
    std::atomic<std::uint64_t> pdus_received = 0;
    std::atomic<std::uint64_t> pdus_sent = 0;
    std::atomic<std::uint64_t> bytes_received = 0;
    std::atomic<std::uint64_t> bytes_sent = 0;
  };

  [[nodiscard]] part& here() noexcept;

  std::array<part, 8> parts_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_COUNTERS_H
