#include "counters.h"

#include <algorithm>

namespace rpc::runtime {
namespace {

std::uint64_t value_of(const counter& of) noexcept { return of.load(std::memory_order_relaxed); }

}  // namespace

std::size_t number_of_thread() noexcept {
  static std::atomic<std::size_t> threads = 0;
  thread_local const std::size_t number = threads++;
  return number;
}

void counters::add_to(server_statistics& sums) const noexcept {
  traffic_.for_each([&](const traffic& each) {
    sums.pdus_received += value_of(each.pdus_received);
    sums.pdus_sent += value_of(each.pdus_sent);
    sums.bytes_received += value_of(each.bytes_received);
    sums.bytes_sent += value_of(each.bytes_sent);
  });
  sums.refused_calls += value_of(refused_calls_);
}

void interface_counters::count_ended(status failure, std::chrono::nanoseconds took) noexcept {
  const auto bucket = std::ranges::lower_bound(call_durations::bounds, took);
  calls& to = calls_.here();
  count(to.buckets[static_cast<std::size_t>(bucket - call_durations::bounds.begin())]);
  count(to.nanoseconds, static_cast<std::uint64_t>(took.count()));
  if (failure != status::ok) count_fault(static_cast<std::uint32_t>(failure));
}

void interface_counters::count_fault(std::uint32_t code) noexcept {
  for (faults& each : faults_) {
    std::uint32_t known = each.code.load(std::memory_order_relaxed);
    const bool taken =
        known == 0 && each.code.compare_exchange_strong(known, code, std::memory_order_relaxed);
    if (taken || known == code) return count(each.calls);
  }
  count(other_faults_);
}

void interface_counters::add_to(interface_statistics& sums) const {
  calls_.for_each([&](const calls& each) {
    sums.calls += value_of(each.begun);
    sums.durations.sum += std::chrono::nanoseconds(value_of(each.nanoseconds));
    for (std::size_t i = 0; i < each.buckets.size(); ++i)
      sums.durations.buckets[i] += value_of(each.buckets[i]);
  });
  for (const faults& each : faults_)
    if (const std::uint64_t times = value_of(each.calls); times != 0)
      sums.faults.push_back({status{each.code.load(std::memory_order_relaxed)}, times});
  std::ranges::sort(sums.faults, {}, &fault_count::code);
  sums.other_faults += value_of(other_faults_);
}

}  // namespace rpc::runtime
