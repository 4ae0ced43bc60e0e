#include "counters.h"

namespace rpc::runtime {

server_statistics counters::sums() const noexcept {
  server_statistics result;
  for (const part& each : parts_) {
    result.calls += each.calls.load(std::memory_order_relaxed);
    result.pdus_received += each.pdus_received.load(std::memory_order_relaxed);
    result.pdus_sent += each.pdus_sent.load(std::memory_order_relaxed);
    result.bytes_received += each.bytes_received.load(std::memory_order_relaxed);
    result.bytes_sent += each.bytes_sent.load(std::memory_order_relaxed);
  }
  return result;
}

counters::part& counters::here() noexcept {
  static std::atomic<std::size_t> threads = 0;
  thread_local const std::size_t number = threads++;
  return parts_[number % parts_.size()];
}

}  // namespace rpc::runtime
