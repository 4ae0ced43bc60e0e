#ifndef RPC_HANDLE_H
#define RPC_HANDLE_H

#include <cstdint>
#include <string>

namespace rpc {

class connection;

/// Who makes a call, as far as the transport tells.
struct caller {
  /// The protocol sequence and the address without a port, or the user of a unix socket:
  /// "ncacn_ip_tcp:192.0.2.1", "ncalrpc:user 1000", "in this process".
  std::string peer;
  std::uint32_t association = 0;  ///< assoc_group_id (C706 12.6.3.1), random; not 0
  std::uint64_t connection = 0;   ///< counts the connections of the server, from 1
};

/// A binding handle: one end of the connection that a call goes over (C706 2.3.1). As a parameter
/// it never travels.
///
///     void move(rpc::handle_t at, [[rpc::in]] std::int32_t steps);
///
/// To the client it says which connection this call uses, whatever the client object is bound
/// to; an empty one stands for the latter. To the implementation it says who calls. Cheap to
/// copy; refers to the connection, or to the call, which must last as long.
class handle_t {
 public:
  handle_t() = default;
  /// Calls go over `to`.
  handle_t(connection& to) noexcept : to_(&to) {}  // NOLINT(google-explicit-constructor)
  /// For the server's stubs.
  explicit handle_t(const caller& from) noexcept : from_(&from) {}

  /// The connection that calls go over; null if it names none.
  [[nodiscard]] connection* connected_to() const noexcept { return to_; }

  /// In an implementation: who makes the call. Throws rpc::error(invalid_binding) elsewhere.
  [[nodiscard]] const caller& from() const;

 private:
  connection* to_ = nullptr;
  const caller* from_ = nullptr;
};

}  // namespace rpc

#endif  // RPC_HANDLE_H
