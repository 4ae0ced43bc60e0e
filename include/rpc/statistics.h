#ifndef RPC_STATISTICS_H
#define RPC_STATISTICS_H

#include <rpc/status.h>
#include <rpc/uuid.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// What servers count: rpc::server::statistics(). rpc/metrics.h has it as text for Prometheus.
namespace rpc {

/// How long calls took, from when a thread began to run them to when their answer was known: the
/// time that they waited for contexts and for their pipes is a part of it, that in the queue is
/// not.
struct call_durations {
  /// What a call of each bucket took at most. The last bucket has no bound.
  static constexpr std::array<std::chrono::nanoseconds, 14> bounds = [] {
    using std::chrono::microseconds;
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    return std::array<std::chrono::nanoseconds, 14>{
        microseconds(10), microseconds(50), microseconds(100), microseconds(500), milliseconds(1),
        milliseconds(5),  milliseconds(10), milliseconds(50),  milliseconds(100), milliseconds(500),
        seconds(1),       seconds(5),       seconds(10),       seconds(60)};
  }();

  std::array<std::uint64_t, bounds.size() + 1> buckets{};  ///< calls, each in one bucket
  std::chrono::nanoseconds sum{};                          ///< of all calls
};

/// Calls that were answered with a fault.
struct fault_count {
  status code;
  std::uint64_t calls;

  friend bool operator==(const fault_count&, const fault_count&) = default;
};

/// What a server has counted of the calls of one interface, for all objects together.
struct interface_statistics {
  syntax_id id;
  std::string name;         ///< as declared
  std::uint64_t calls = 0;  ///< that a thread has begun to run
  /// Of calls that were run, ordered by code. It has the first 32 codes that occurred.
  std::vector<fault_count> faults = {};
  std::uint64_t other_faults = 0;  ///< of all further codes
  call_durations durations = {};   ///< of calls that have ended, whether well or not
};

/// What a server has done so far, and what it does now. "Over sockets" leaves out connections in
/// the server's own process.
struct server_statistics {
  std::uint64_t calls = 0;          ///< that a thread has begun to run, of all interfaces
  std::uint64_t refused_calls = 0;  ///< others, over sockets: answered with nca_server_too_busy
  std::uint64_t connections = 0;    ///< that were accepted, those in this process included
  std::uint64_t pdus_received = 0;  ///< over sockets, as the following
  std::uint64_t pdus_sent = 0;
  std::uint64_t bytes_received = 0;
  std::uint64_t bytes_sent = 0;

  std::size_t open_connections = 0;  ///< those in this process included
  std::size_t queued_calls = 0;      ///< over sockets: that wait for a thread
  std::size_t running_calls = 0;     ///< over sockets: that hold a thread; rundowns as well
  std::size_t deferred_calls = 0;    ///< over sockets: that are answered later (rpc/reply.h)
  std::size_t buffered = 0;          ///< in bytes, of what max_buffered limits
  std::size_t call_memory = 0;       ///< in bytes, of what max_memory limits

  /// The management interface first, then those that were added, in this order.
  std::vector<interface_statistics> interfaces = {};
};

}  // namespace rpc

#endif  // RPC_STATISTICS_H
