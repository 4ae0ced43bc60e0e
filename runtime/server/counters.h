#ifndef RUNTIME_SERVER_COUNTERS_H
#define RUNTIME_SERVER_COUNTERS_H

#include <rpc/statistics.h>
#include <rpc/status.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace rpc::runtime {

/// Where the calling thread counts, among several.
[[nodiscard]] std::size_t number_of_thread() noexcept;

/// Counters in several cache lines: threads count in different ones, as far as there are some, so
/// that none waits for another.
template <class Counters>
class spread {
 public:
  [[nodiscard]] Counters& here() noexcept { return parts_[number_of_thread() % parts_.size()].of; }
  template <class Visit>
  void for_each(Visit visit) const {
    for (const part& each : parts_) visit(each.of);
  }

 private:
  static constexpr std::size_t cache_line = 64;
  struct alignas(cache_line) part {
    Counters of;
  };
  std::array<part, 8> parts_;
};

using counter = std::atomic<std::uint64_t>;
inline void count(counter& where, std::uint64_t more = 1) noexcept {
  where.fetch_add(more, std::memory_order_relaxed);
}

/// What a server counts of its connections. Any thread.
class counters {
 public:
  void count_received(std::size_t bytes, std::size_t pdus) noexcept {
    traffic& to = traffic_.here();
    count(to.bytes_received, bytes);
    count(to.pdus_received, pdus);
  }
  void count_sent(std::size_t bytes) noexcept { count(traffic_.here().bytes_sent, bytes); }
  void count_sent_pdus(std::size_t pdus) noexcept { count(traffic_.here().pdus_sent, pdus); }
  void count_refused_call() noexcept { count(refused_calls_); }

  /// Adds the sums.
  void add_to(server_statistics& sums) const noexcept;

 private:
  struct traffic {
    counter pdus_received = 0;
    counter pdus_sent = 0;
    counter bytes_received = 0;
    counter bytes_sent = 0;
  };
  spread<traffic> traffic_;
  counter refused_calls_ = 0;
};

/// What a server counts of the calls of an interface. Any thread.
class interface_counters {
 public:
  void count_begun() noexcept { count(calls_.here().begun); }
  /// `failure` is that of the fault; ok if there is none.
  void count_ended(status failure, std::chrono::nanoseconds took) noexcept;

  /// Adds the sums.
  void add_to(interface_statistics& sums) const;

 private:
  struct calls {
    counter begun = 0;
    counter nanoseconds = 0;
    std::array<counter, call_durations::bounds.size() + 1> buckets{};
  };
  /// Of one code, whichever was the first to come here; 0: none has yet.
  struct faults {
    std::atomic<std::uint32_t> code = 0;
    counter calls = 0;
  };
  void count_fault(std::uint32_t code) noexcept;

  spread<calls> calls_;
  std::array<faults, 32> faults_;
  counter other_faults_ = 0;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_COUNTERS_H
