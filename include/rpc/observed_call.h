#ifndef RPC_OBSERVED_CALL_H
#define RPC_OBSERVED_CALL_H

#include <rpc/handle.h>
#include <rpc/status.h>
#include <rpc/uuid.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

/// What server_options::call_begins and call_ends are told.
namespace rpc {

/// A call that a server runs. What it refers to lives until the hook returns, but for texts, which
/// live for ever.
struct observed_call {
  const caller& by;                 ///< who calls, and for which object
  const syntax_id& interface;       ///< as the server serves it
  std::string_view interface_name;  ///< as declared
  std::uint16_t opnum;
  std::string_view operation;  ///< as declared; empty: the interface has no such opnum
  std::uint64_t number;        ///< names the call, together with caller::connection
};

/// How it ended.
struct observed_end {
  /// ok, or the code of the fault that it is answered with. Nothing: another call uses a context
  /// that this one needs. Its implementation was not entered; it will begin again, perhaps on
  /// another thread.
  std::optional<status> result;
  std::chrono::nanoseconds duration;  ///< since it began to run first
};

}  // namespace rpc

#endif  // RPC_OBSERVED_CALL_H
