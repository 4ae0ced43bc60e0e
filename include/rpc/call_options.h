#ifndef RPC_CALL_OPTIONS_H
#define RPC_CALL_OPTIONS_H

#include <chrono>
#include <optional>
#include <stop_token>

namespace rpc {

/// What a client demands of each of its calls, see rpc::with().
struct call_options {
  /// Time for each call, as connection_options::call_timeout, which is used if this is not set.
  /// 0: no limit.
  std::optional<std::chrono::milliseconds> timeout = {};
  /// The moment at which calls end, also if their timeout has not passed. Calls that are made later
  /// are not sent. In-process neither has an effect on a call that its caller's thread runs.
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  /// Cancels calls. What was not sent ends at once, and has not executed. For what was sent the
  /// server is asked to end it (co_cancel, C706 12.6.4.6), and the call waits for the answer:
  /// fault_cancel, or results if the server did not go along.
  std::stop_token stop = {};
  /// How long a call that was cancelled waits for that answer. Then it is given up with
  /// fault_cancel, an orphaned PDU is sent, and it may have executed.
  std::chrono::milliseconds cancel_timeout = std::chrono::seconds(1);
};

}  // namespace rpc

#endif  // RPC_CALL_OPTIONS_H
