#ifndef RPC_HANDLE_H
#define RPC_HANDLE_H

#include <rpc/endpoint.h>
#include <rpc/security.h>
#include <rpc/uuid.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rpc {

class connection;

namespace runtime {
class peer;
}

/// Who makes a call.
struct caller {
  /// The protocol sequence and the address without a port, or the user of a unix socket:
  /// "ncacn_ip_tcp:192.0.2.1", "ncalrpc:user 1000", "in this process".
  std::string peer;
  std::uint32_t association = 0;            ///< assoc_group_id (C706 12.6.3.1), random; not 0
  std::uint64_t connection = 0;             ///< counts the connections of the server, from 1
  std::optional<local_process> local = {};  ///< at the other end of a unix socket
  /// Who the client has proved to be; null if it did not authenticate.
  std::shared_ptr<const rpc::identity> identity = {};
  /// The object that the call is for (C706 12.6.4.9); zero: none. A connection has none.
  uuid object = {};

  /// Whether it calls over a connection within the server's process.
  [[nodiscard]] bool in_process() const { return peer == in_this_process; }
  static constexpr std::string_view in_this_process = "in this process";
};

/// In an implementation: who makes the call that runs on this thread, the innermost one where calls
/// nest. Lives as long as the call. Throws rpc::error(invalid_binding) outside of calls.
[[nodiscard]] const caller& current_call();

/// A binding handle: one end of the connection that a call goes over (C706 2.3.1). As a parameter
/// it never travels.
///
///     void move(rpc::handle_t at, [[rpc::in]] std::int32_t steps);
///
/// To the client it says which connection this call uses, whatever the client object is bound
/// to; an empty one names the latter. The connection stays open as long as a handle of it
/// lives. It names the object of the connection as well. To the implementation it says who calls,
/// and must not outlive the call. Cheap to copy.
class handle_t {
 public:
  handle_t() = default;
  /// Calls go over `to`.
  handle_t(const connection& to) noexcept;  // NOLINT(google-explicit-constructor)
  /// For the server's stubs.
  explicit handle_t(const caller& from) noexcept : from_(&from) {}

  /// In an implementation: who makes the call. Throws rpc::error(invalid_binding) elsewhere.
  [[nodiscard]] const caller& from() const;

 private:
  friend class binding;

  std::shared_ptr<runtime::peer> to_;  // null: it names none
  std::optional<uuid> object_;
  const caller* from_ = nullptr;
};

}  // namespace rpc

#endif  // RPC_HANDLE_H
