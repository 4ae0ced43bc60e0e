// Calls over a connection that reconnects.

#include "reconnecting_peer.h"

#include <rpc/binding.h>
#include <rpc/client.h>
#include <rpc/error.h>

#include <algorithm>
#include <chrono>
#include <optional>

namespace rpc::detail {

namespace {

/// The options of a call, with one limit of time for all that is done for it.
call_options limited(const call_options& options, const connection_options& by_default) {
  using clock = std::chrono::steady_clock;
  call_options result = options;
  const auto time = options.timeout.value_or(by_default.call_timeout);
  if (time.count() != 0) result.deadline = std::min(options.deadline, clock::now() + time);
  return result;
}

bool is_busy(status code) {
  return code == status::nca_server_too_busy || code == status::server_too_busy;
}

bool may_be_repeated(const error& failure, const repetition& of, const reconnect_options& options,
                     bool pipes_used) {
  if (pipes_used) return false;
  if (failure.did_not_execute())
    return failure.code() == status::call_failed_dne || is_busy(failure.code());
  return failure.code() == status::call_failed && of.idempotent && options.repeat_idempotent;
}

}  // namespace

void make_repeatedly(const binding& over, const repetition& of, void* frame) {
  runtime::reconnecting_peer& peer = *over.reconnects_;
  const reconnect_options& options = peer.options();
  const call_options until = limited(over.options(), options.connection);
  std::optional<error> earlier;  // after which the call may have executed
  for (unsigned failures = 0;;) {
    bool pipes_used = false;
    bool made = false;
    try {
      const binding at = over.connected(until);
      made = true;
      // The limit of a call with pipes is for each of its waits.
      return of.once(of.has_pipes ? at.with(over.options()) : at, frame, pipes_used);
    } catch (const error& failure) {
      ++failures;
      const bool again = made && (options.attempts == 0 || failures < options.attempts) &&
                         may_be_repeated(failure, of, options, pipes_used);
      if (!again && earlier && failure.did_not_execute()) throw error(*earlier);
      if (!again) throw;
      if (!failure.did_not_execute() && !earlier) earlier = failure;
      // At once after a connection that was lost, but not again and again.
      if (failures == 1 && !is_busy(failure.code())) continue;
    }
    peer.pause(failures, until);
  }
}

}  // namespace rpc::detail
