// Calls over a connection that reconnects.

#include "repetition.h"

#include "reconnecting_peer.h"

#include <rpc/binding.h>
#include <rpc/client.h>

#include <algorithm>
#include <chrono>

namespace rpc {
namespace runtime {

call_options limited(const call_options& options, const connection_options& by_default) {
  using clock = std::chrono::steady_clock;
  call_options result = options;
  const auto time = options.timeout.value_or(by_default.call_timeout);
  if (time.count() != 0) result.deadline = std::min(options.deadline, clock::now() + time);
  return result;
}

bool is_busy(status code) noexcept {
  return code == status::nca_server_too_busy || code == status::server_too_busy;
}

bool attempts::go_on_after(const error& failure) {
  ++failures_;
  if (options_.attempts != 0 && failures_ >= options_.attempts) return false;
  if (failure.did_not_execute())
    return failure.code() == status::call_failed_dne || is_busy(failure.code());
  if (failure.code() != status::call_failed || !idempotent_ || !options_.repeat_idempotent)
    return false;
  if (!earlier_) earlier_ = failure;
  return true;
}

}  // namespace runtime

namespace detail {

void make_repeatedly(const binding& over, const repetition& of, void* frame) {
  runtime::reconnecting_peer& peer = *over.reconnects_;
  const call_options until = runtime::limited(over.options(), peer.options().connection);
  for (runtime::attempts made(of.idempotent, peer.options());;) {
    bool pipes_used = false;
    bool connected = false;
    try {
      const binding at = over.connected(until);
      connected = true;
      // The limit of a call with pipes is for each of its waits.
      return of.once(of.has_pipes ? at.with(over.options()) : at, frame, pipes_used);
    } catch (const error& failure) {
      if (!connected || pipes_used || !made.go_on_after(failure)) throw error(made.tell(failure));
      if (made.at_once(failure.code())) continue;
    }
    peer.pause(made.failures(), until);
  }
}

}  // namespace detail
}  // namespace rpc
