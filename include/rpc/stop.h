#ifndef RPC_STOP_H
#define RPC_STOP_H

#include <stop_token>

namespace rpc {

/// In an implementation: asks the call that runs on this thread, the innermost one where calls
/// nest, to stop, because its answer is not awaited any more. That is so when the client has
/// cancelled or forgotten the call, when its connection has ended or it has closed its end, and
/// when the server has been stopped and server_options::drain_timeout is over.
///
///     for (const auto stop = rpc::call_stop_token(); !done && !stop.stop_requested();) ...
///
/// How the call ends then is up to the implementation. A client that cancelled a call still gets
/// its answer: throw rpc::error(rpc::status::fault_cancel) if it was not carried out. A token may
/// outlive the call, and is for any thread. Callbacks (std::stop_callback) run on a thread that
/// serves others: they must neither block nor throw. Outside of calls, the token can never ask.
/// Throws std::bad_alloc.
[[nodiscard]] std::stop_token call_stop_token();

}  // namespace rpc

#endif  // RPC_STOP_H
