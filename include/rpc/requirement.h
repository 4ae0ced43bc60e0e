#ifndef RPC_REQUIREMENT_H
#define RPC_REQUIREMENT_H

#include <rpc/handle.h>
#include <rpc/security.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace rpc {

/// What an interface demands of those who call it. It is asked at each call; one that does not meet
/// it is answered with the fault access_denied, has not executed, and is written to the log.
///
///     server.add<vault::service>(implementation, {.level = rpc::protection::privacy});
///
struct requirement {
  /// The least protection of the call. What comes over a unix socket or from this process meets it:
  /// no one can listen there, and the kernel says who calls (caller::local).
  protection level = protection::privacy;
  /// The mechanisms that count, as the client has named them: one that has negotiated Kerberos by
  /// SPNEGO has named SPNEGO. Empty: all.
  std::vector<rpc::mechanism> mechanisms = {};
  /// Whether this caller may call the operation. Called on the thread that runs the call, after the
  /// above. Empty: everybody that has met it.
  std::function<bool(const caller&, std::uint16_t opnum)> authorise = {};
};

}  // namespace rpc

#endif  // RPC_REQUIREMENT_H
