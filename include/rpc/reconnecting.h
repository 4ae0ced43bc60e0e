#ifndef RPC_RECONNECTING_H
#define RPC_RECONNECTING_H

#include <rpc/connection.h>
#include <rpc/endpoint.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rpc {

/// What has become of a connection that reconnects.
struct reconnect_report {
  enum class kind : std::uint8_t {
    connecting,    ///< `server` is tried
    connected,     ///< and the interface that was called is bound there
    disconnected,  ///< it was lost, or an attempt has failed: `reason`
    given_up,      ///< too many attempts have failed: calls that waited fail, for the last `reason`
  };
  kind what;
  std::string server;       ///< a binding string
  std::string reason = {};  ///< for people
};

/// How a connection is made again.
struct reconnect_options {
  /// Of each connection that is made. connect_timeout is the time for one attempt at one server.
  connection_options connection = {};
  /// How long to wait when all servers were tried in vain: so long at first, twice as long after
  /// each further failure, and never longer than that.
  std::chrono::milliseconds first_delay{100};
  std::chrono::milliseconds largest_delay = std::chrono::seconds(10);
  /// Each delay is shortened by a random part of itself, up to this one, so that the clients of a
  /// server do not come back all at once. 0 to 1.
  double jitter = 0.5;
  /// Attempts in a row, at all servers each, before calls that wait fail with server_unavailable;
  /// the next call begins anew. Also how often one call is made. 0: as its limit of time allows.
  unsigned attempts = 0;
  /// Make calls again that may have executed, if their operation is [idempotent].
  bool repeat_idempotent = false;
  /// Is called with each change, in order, one at a time, by a caller or by the thread that
  /// connects. It must not throw, nor make calls over this connection; it may close it. It does not
  /// run any more once the connection and its clients are gone, or close() has returned.
  std::function<void(const reconnect_report&)> report = {};
};

/// A connection that is made when a call needs it, and made again when it is lost. Clients are made
/// over it as over any other, at once, also while there is no server.
///
///     rpc::connection peer = rpc::reconnecting("ncacn_ip_tcp:example.org[5000]");
///     echo::client echo(peer);
///     rpc::with(echo, {.timeout = 5s}).add_one(1, &two);
///
///     echo::client echo(rpc::reconnecting({"ncacn_ip_tcp:a[5000]", "ncacn_ip_tcp:b[5000]"}));
///
/// Several binding strings name servers that do the same. They are tried in turn, beginning with
/// the one that served last; of a name with several addresses each is tried.
///
/// A call waits for the connection until its limit of time (call_options::timeout and deadline,
/// connection_options::call_timeout) or its stop token ends that: call_timed_out, fault_cancel,
/// not executed. cancel() ends all waiting with fault_cancel, close() with call_failed_dne. What
/// waiting does not help is thrown at once: an interface that the server does not have, an
/// authentication that failed.
///
/// No call is made again that may have executed, unless `repeat_idempotent` allows it. So a call
/// fails with call_failed if its connection is lost after it was sent. One that certainly did not
/// execute (error::did_not_execute) is made again: after the connection was lost, and when the
/// server is too busy. A connection that was lost while there was no call is noticed before the
/// next one is sent. A call with pipes is not made again once one of its pipes was used, and the
/// limit of its time is for the connection, and for each wait after that.
///
/// If a call that may have executed is made again and fails then as one that did not, its first
/// failure is thrown: what is thrown never says less than what may have happened.
///
/// A new connection is a new association: it shares nothing with the one that was lost, whose
/// context handles fail with fault_context_mismatch. They never go to another server.
///
/// Asynchronous calls (rpc/async.h) wait and are made again in the same way, on the threads of the
/// library that connect and read. Each attempt encodes what the arguments are then.
/// rpc::exchange is for one connection: its constructor throws invalid_binding.
///
/// Calls cost one more system call: they look whether the connection was closed. A thread of the
/// library connects, while calls wait for that, and blocks all signals. Thread-safe.
///
/// Throws rpc::error(invalid_string_binding), also if there is no binding string.
[[nodiscard]] connection reconnecting(const std::vector<std::string>& bindings,
                                      const reconnect_options& options = {});
template <std::convertible_to<std::string_view> Text>
[[nodiscard]] connection reconnecting(const Text& binding, const reconnect_options& options = {}) {
  return reconnecting(std::vector{std::string(std::string_view(binding))}, options);
}

}  // namespace rpc

#endif  // RPC_RECONNECTING_H
