#ifndef RPC_CONNECTION_H
#define RPC_CONNECTION_H

#include <rpc/endpoint.h>
#include <rpc/security.h>
#include <rpc/uuid.h>

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rpc {

class server;

struct reconnect_options;

namespace runtime {
class peer;
}

/// What a client asks of a connection and allows its server. docs/runtime.md and docs/protocol.md
/// explain the defaults.
struct connection_options {
  /// Offer NDR64 beside NDR20 and prefer it. Without it everything travels as NDR20.
  bool ndr64 = true;
  /// Largest fragment that is sent and received, in bytes with its header: 2048 to 65528,
  /// rounded down to a multiple of 8. 0: 5840 over TCP, 65528 otherwise.
  std::uint16_t max_fragment = 0;
  /// Largest request, in bytes of stub data. A larger one fails with access_denied, and is not
  /// sent. Servers have limits of their own: server_options::max_request.
  std::size_t max_request = 1u << 30;
  /// Largest response, in bytes of stub data. A larger one ends the connection.
  std::size_t max_response = 64u << 20;
  /// Time to connect, for all addresses of a name together, each of which has its part of it, and
  /// again for each bind of an interface. The look-up of a name is not limited by it. 0: no limit.
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(10);
  /// Time for each call, from the request to the whole response. 0: no limit. It has no effect
  /// in-process, where the caller's own thread runs the implementation.
  std::chrono::milliseconds call_timeout = std::chrono::seconds(60);
  /// How long a caller looks for the response before it sleeps, which makes short calls many times
  /// faster where a core is free for it. Where none is, or it does not pay otherwise, it is given
  /// up for a while. 0: never.
  std::chrono::microseconds spin{50};
  /// Authenticate, and protect the calls. Empty: neither. The first bind does it; where it needs
  /// tickets, it asks the Kerberos server for them meanwhile.
  std::optional<client_security> security = {};
  /// Where the endpoint mapper of the host is asked, if the binding string has no port.
  std::uint16_t mapper_port = 135;
};

/// A connection to a server, over which any number of clients (interfaces) talk.
///
///     rpc::connection peer("ncacn_ip_tcp:127.0.0.1[5000]");
///     echo::client echo(peer);
///
/// A connection may be used by many threads at once, through one client or several. Calls
/// overlap if the server grants concurrent multiplexing (C706 12.6.3.1, PFC_CONC_MPX) and take
/// turns otherwise. It has no thread of its own: of the callers that wait, one reads for all.
///
/// When the connection is lost, every call that waits fails with rpc::error: call_failed if the
/// call may have executed, call_failed_dne if it certainly did not. Later calls fail with
/// call_failed_dne. Such a connection does not come back by itself, since a server that was
/// started anew knows nothing of the old one: make a new one, with new clients, or one that
/// reconnects (rpc/reconnecting.h).
///
/// Servers close silent connections: ours after 10 s without the first client
/// (rpc::server_options::bind_timeout), and after 15 min without calls and contexts (idle_timeout).
/// Make the connection when there is something to call, not before.
///
/// A call that passes its time limit fails with call_timed_out, and may have executed. The
/// connection goes on where calls overlap; where they take turns it is given up.
///
/// Where the binding string has no port, the host's endpoint mapper is asked for that of each
/// interface when it is bound (rpc/endpoint_mapper.h), without credentials. There is a connection
/// for each port then. If the interface is not registered, binding throws
/// rpc::error(endpoint_not_registered).
///
/// Clients share the connection: it stays open as long as it, a client or a handle_t of it lives.
/// So a client may have a connection of its own:
///
///     echo::client echo("ncacn_ip_tcp:127.0.0.1[5000]");
///
class connection {
 public:
  // NOLINTBEGIN(google-explicit-constructor): where a connection is wanted, a binding string will
  // do.
  /// Connects to the server at `binding`, see rpc::endpoint; without a port when an interface is
  /// bound. Throws rpc::error: invalid_string_binding, or server_unavailable with the reason.
  template <std::convertible_to<std::string_view> Text>
  connection(const Text& binding, const connection_options& options = {})
      : connection(endpoint(std::string_view(binding)), options) {}
  /// The same, for the result of rpc::server::listen.
  connection(const endpoint& to, const connection_options& options = {});

  /// Connects to a server in this process. Calls go through the same bytes as over a network,
  /// but in memory, and each runs on its caller's thread, so that the same program always does
  /// the same. The server need not listen or have been started. It may be destroyed before the
  /// connection, whose calls then fail.
  connection(server& to, const connection_options& options = {});
  // NOLINTEND(google-explicit-constructor)

  /// The same connection, for calls of one object: their requests carry `object` (C706 12.6.4.9,
  /// PFC_OBJECT_UUID), as after RpcBindingSetObject. An object interface of DCOM is called so, with
  /// the IPID of the object.
  ///
  ///     rpc::connection object(peer, ipid);
  ///     IWbemServices::client services(object);
  ///
  connection(const connection& shared, const uuid& object) noexcept;

  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;
  /// Closes the connection, unless it is shared.
  ~connection();

  /// Closes the connection for all that share it: calls that wait for an answer fail at once, as
  /// when it is lost. May be called by any thread, and again.
  void close() noexcept;

  /// Asks the server to end the calls that run over the connection soon (co_cancel, C706 12.6.4.6),
  /// whichever threads made them. May be called by any thread. They still wait for their answers,
  /// as long as they would have: a server that goes along answers with the fault fault_cancel, and
  /// the call may have executed in part; one that does not, or has already done what it was to do,
  /// answers as ever. Calls of which nothing was sent yet fail with fault_cancel at once, and have
  /// not executed. Throws std::bad_alloc, and the connection is lost then.
  void cancel();

 private:
  friend class binding;
  friend class handle_t;
  friend connection reconnecting(const std::vector<std::string>& bindings,
                                 const reconnect_options& options);
  explicit connection(std::shared_ptr<runtime::peer> to) noexcept;

  std::shared_ptr<runtime::peer> peer_;
  std::optional<uuid> object_;
};

}  // namespace rpc

#endif  // RPC_CONNECTION_H
