#include "options.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace rpc::runtime {
namespace {

void log_to_stderr(std::string_view line) {
  std::fprintf(stderr, "rpc: %.*s\n", static_cast<int>(line.size()), line.data());
}

// Large requests of one connection whose calls wait or run, before its further input waits.
constexpr std::size_t requests_at_a_time = 4;

}  // namespace

server_options complete(server_options options) {
  if (!options.log) options.log = log_to_stderr;
  const unsigned half = std::min(std::max(1u, options.threads), std::max(2u, options.threads / 2));
  if (options.threads_per_connection == 0) options.threads_per_connection = half;
  if (options.threads_for_pipes == 0) options.threads_for_pipes = half;
  if (options.threads_per_peer == 0)
    options.threads_per_peer =
        std::max(options.threads - options.threads / 4, options.threads_per_connection);
  return options;
}

std::chrono::milliseconds tick_of(const server_options& options) {
  std::chrono::milliseconds shortest = std::chrono::seconds(10);
  for (const auto limit : {options.bind_timeout, options.pdu_timeout, options.request_timeout,
                           options.write_timeout, options.idle_timeout})
    if (limit.count() > 0) shortest = std::min(shortest, limit);
  return std::max(shortest / 20, std::chrono::milliseconds(1));
}

protocol::settings settings_of(const server_options& options, std::uint16_t default_fragment) {
  protocol::settings result;
  result.max_fragment = options.max_fragment != 0 ? options.max_fragment : default_fragment;
  result.request = protocol::message_limits(options.max_request);
  result.max_calls = options.max_calls_per_connection;
  result.max_call_bytes = requests_at_a_time * options.max_request;
  result.times = {options.bind_timeout, options.pdu_timeout, options.request_timeout,
                  options.min_rate};
  result.ndr64 = options.ndr64;
  return result;
}

}  // namespace rpc::runtime
