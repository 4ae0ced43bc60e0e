#ifndef RPC_SERVER_H
#define RPC_SERVER_H

#include <rpc/endpoint.h>
#include <rpc/handle.h>
#include <rpc/observed_call.h>
#include <rpc/requirement.h>
#include <rpc/security.h>
#include <rpc/service.h>
#include <rpc/statistics.h>

#include <chrono>
#include <csignal>  // the names of signals, for run_until()
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rpc {

namespace runtime {
class server_core;
}
namespace transport {
class stream;
}

/// What a server allows its clients. docs/runtime.md and docs/protocol.md explain the defaults.
struct server_options {
  /// Most threads that run implementations, at least 1. They are started when calls wait, so
  /// the number is also how many calls may block at a time.
  unsigned threads = 64;
  /// Of these, how many calls of one connection may hold at a time. 0: half of them, at least 2.
  unsigned threads_per_connection = 0;
  /// And how many those of all connections of one peer may hold, rundowns of its contexts included:
  /// of one TCP address (of IPv6 a network of 64 bits), or of one local user. 0: three quarters of
  /// them.
  unsigned threads_per_peer = 0;
  /// And how many all calls with pipes together may hold, which last as long as their clients
  /// like; those of one connection hold half of these. 0: as above.
  unsigned threads_for_pipes = 0;
  /// Time without a call after which a thread ends, but for one more than there are cores.
  std::chrono::milliseconds thread_timeout = std::chrono::seconds(10);
  /// Calls that may wait for a thread, of all connections together. Further calls are answered
  /// with the fault nca_server_too_busy and have not executed, unless their peer has fewer waiting
  /// calls than its fair share of the number, or their connection than its of the peer's.
  std::size_t max_queued_calls = 2048;
  /// Calls of one connection that may wait or run at a time; further ones are left unread. So they
  /// are when those calls' requests have 4 times max_request bytes.
  std::size_t max_calls_per_connection = 256;
  /// Connections to one endpoint. Beyond it a new one takes the place of the one that has been
  /// silent since it was accepted for the longest time; if all have bound, its bind is answered
  /// with bind_nak(local_limit_exceeded), which clients know as server_too_busy. The same holds
  /// beyond the file descriptors that the process may have (RLIMIT_NOFILE), but for 64 that are
  /// left to it.
  std::size_t max_connections = 1024;
  /// Connections of one TCP address (of IPv6 a network of 64 bits), to all endpoints. Beyond it as
  /// above.
  std::size_t max_connections_per_peer = 128;
  /// Connections of one association: beyond it a bind that asks for its number is answered with
  /// bind_nak(local_limit_exceeded).
  std::size_t max_connections_per_association = 32;
  /// Bytes of requests, until they are answered, and of answers that clients have not taken, of all
  /// connections together. Beyond it one connection is closed: of the peer (an address, or a local
  /// user) whose connections have most of them, the one that has most.
  std::size_t max_buffered = 256u << 20;
  /// Time until the client has bound. This and the following are kept to half a second or, if the
  /// shortest of them is shorter than 10 s, to a twentieth of it; 0: no limit. Beyond a limit the
  /// connection is closed. Time in which the server leaves input unread does not count.
  std::chrono::milliseconds bind_timeout = std::chrono::seconds(10);
  /// Time from the first byte of a PDU to its last.
  std::chrono::milliseconds pdu_timeout = std::chrono::seconds(10);
  /// Time from the first fragment of a request to its last, except for calls with pipes.
  std::chrono::milliseconds request_timeout = std::chrono::seconds(30);
  /// Bytes per second at which such a request must arrive, on average, once it has taken 5 s, and
  /// at which what a call with pipes waits for, and answers that wait for their client, must go.
  /// 0: no limit.
  std::size_t min_rate = 1024;
  /// Time in which a client takes no byte of the answers that wait for it. What it takes earns it
  /// more, at min_rate, up to this.
  std::chrono::milliseconds write_timeout = std::chrono::seconds(30);
  /// Time without any call on a connection whose client has no open contexts.
  std::chrono::milliseconds idle_timeout = std::chrono::minutes(15);
  /// Largest fragment, see connection_options::max_fragment.
  std::uint16_t max_fragment = 0;
  /// Largest request, in bytes of stub data. A larger one is answered with the fault
  /// access_denied, and ends the connection (MS-RPCE 3.3.3.5.4).
  std::size_t max_request = 4u << 20;
  /// Largest response, in bytes of stub data. A larger one is answered with the fault
  /// out_args_too_big. Clients have limits of their own: connection_options::max_response.
  std::size_t max_response = 1u << 30;
  /// Most memory of one call, in bytes: decoded parameters and rpc::allocate together. A call
  /// gets base_call_memory and 16 times the size of its request, but not more than this.
  std::size_t max_call_memory = 64u << 20;
  /// Memory for calls however small their requests are, in bytes: what an operation needs that
  /// answers much to little.
  std::size_t base_call_memory = 1u << 20;
  /// What all calls over sockets may have together beyond 64 KiB of each (base_call_memory, if
  /// less), those of one connection half of it. A call without fails with fault_remote_no_memory.
  std::size_t max_memory = 512u << 20;
  /// Contexts that one association may have open. A call that creates one more fails with
  /// fault_remote_no_memory, and what it has created is run down at once.
  std::size_t max_contexts = 1024;
  /// Time that an implementation waits in pipes for the client, after which pull or push throws
  /// call_timed_out. What the client gives or takes earns it more, at min_rate, up to this. 0: no
  /// limit. It holds a thread meanwhile.
  std::chrono::milliseconds pipe_timeout = std::chrono::seconds(60);
  /// Time that stop() leaves to the calls that run, after which their connections are closed and
  /// they are asked to stop (rpc::call_stop_token). 0: no limit.
  std::chrono::milliseconds drain_timeout = std::chrono::seconds(30);
  /// Keep an account of each call's memory, which its implementation can ask for: rpc::call_memory.
  bool record_memory = false;
  /// Whether to serve a client that has connected; if not, its connection is closed at once. Called
  /// on a thread that reads sockets: must neither block nor throw. Empty: everybody.
  std::function<bool(const caller&)> may_connect;
  /// Whether a client that has connected may bind to an interface; if not, to this client the
  /// interface is not served. Called as above. Empty: to all.
  std::function<bool(const caller&, const syntax_id&)> may_bind;
  /// Whether a client may make a call; if not, it is answered with the fault access_denied and has
  /// not executed. Called on the thread that runs the call. Empty: all that it has bound to.
  std::function<bool(const caller&, const syntax_id&, std::uint16_t opnum)> may_call;
  /// Called when a thread begins to run a call, on this thread and before anything of the request
  /// is judged or decoded; and when its answer is known, before it is sent, on the same thread, but
  /// for calls that are answered later (rpc/reply.h): on the one that answers. Between the two the
  /// thread runs this call, and what the call itself has to wait for: calls in this process, which
  /// nest. What they throw is written to the log and changes nothing. Empty:
  /// costs nothing.
  std::function<void(const observed_call&)> call_begins;
  std::function<void(const observed_call&, const observed_end&)> call_ends;
  /// Serve the management interface of DCE (rpc/dce/mgmt.h) at each endpoint, by which programs ask
  /// which interfaces there are, and whether the server is alive: rpc/management.h, rpc-ping.
  bool management = true;
  /// Whether a client may stop the server by that interface (stop_server_listening). Called as
  /// may_call. Empty: no client.
  std::function<bool(const caller&)> may_stop;
  /// The name by which clients of a mechanism know the server ("host/server.example.org"), for
  /// inq_princ_name of that interface. Called as may_call; an empty answer, or an empty function:
  /// none.
  std::function<std::string(mechanism)> principal;
  /// What clients are authenticated by. Empty: none can be, and binds that ask for it are refused.
  std::optional<acceptor_credentials> security = {};
  /// Serve interfaces without a requirement of their own to anybody, on all addresses. Otherwise
  /// they demand privacy of clients that come neither over the loopback nor over a unix socket.
  bool allow_anonymous = false;
  /// Accept NDR64. Without it clients get NDR20.
  bool ndr64 = true;
  /// How long the thread that reads looks for the next call before it sleeps; see
  /// connection_options::spin.
  std::chrono::microseconds spin{20};
  /// Receives a line, without line feed, about each thing that went wrong and that no caller
  /// can tell: an implementation that threw something else than rpc::error, a result that cannot
  /// be encoded, a bad request, a connection that was closed for breaking the protocol or a limit,
  /// an accept that failed. Lines begin with the peer. A peer causes 20, and then one per second;
  /// what is left out is counted. Called by one thread, which does nothing else; must neither throw
  /// nor use the server. stop() waits for it. Empty: lines go to stderr.
  std::function<void(std::string_view)> log;
};

/// What holds for the clients of one endpoint.
struct listen_options {
  /// Of a unix socket that has a file. Set before clients can connect.
  file_access access = {};
  /// The interfaces that the endpoint's clients may bind to, besides the management interface. To
  /// them others are not served. Empty: all.
  std::vector<uuid> interfaces = {};
};

/// An interface, and where a server serves it.
struct served_interface {
  offered_interface interface;
  endpoint at;
};

/// A server of any number of interfaces, at any number of endpoints and in-process.
///
///     rpc::server server;
///     server.add<echo::service>(impl);
///     server.listen("ncacn_ip_tcp:[5000]");
///     server.run_until({SIGINT, SIGTERM});
///
/// The server's threads take turns in reading its sockets, and run implementations. Calls
/// overlap, also those of one connection, so an implementation must be safe
/// for use by several threads at once. No lock of the library is held meanwhile. A call that
/// comes in-process runs on its caller's thread.
///
/// An implementation that throws fails this one call: rpc::error is answered with a fault of its
/// code, std::bad_alloc with fault_remote_no_memory, anything else with fault_unspec. Texts are
/// never sent. A request that cannot be decoded is answered with a fault (bad_stub_data and its
/// like) before the implementation is entered, an unknown opnum with op_rng_error.
///
/// All members may be called by several threads at once.
class server {
 public:
  explicit server(server_options options = {});
  server(const server&) = delete;
  server& operator=(const server&) = delete;
  /// Stops the server as stop() does. Must not be called by an implementation.
  ~server();

  /// Serves an interface by `implementation`, which must live until the server is stopped.
  /// Clients that connect from now on see it. Throws std::invalid_argument, and changes nothing, if
  /// the interface is served already: one of the same uuid and major version, which is what clients
  /// ask for (C706 6.1.3.2).
  ///
  /// With an `object` it serves the calls that are for this object, as servers do after
  /// RpcObjectSetType; one implementation may be added for several. Calls without an object, and
  /// for those that were not added, go to the implementation that was added without one; if there
  /// is none, they are answered with the fault nca_s_unsupported_type and have not executed. All
  /// implementations of an interface are of one version, else std::invalid_argument is thrown.
  template <class Service>
  void add(Service& implementation, const uuid& object = {}) {
    add<Service>(&implementation, nullptr, nullptr, object);
  }
  /// The same for callers that meet `required`, wherever they come from.
  template <class Service>
  void add(Service& implementation, requirement required, const uuid& object = {}) {
    add<Service>(&implementation, nullptr, std::make_shared<requirement>(std::move(required)),
                 object);
  }

  /// The same with shared ownership: the implementation lives until the server and the last
  /// call have ended.
  template <class Service>
  void add(std::shared_ptr<Service> implementation, const uuid& object = {}) {
    Service* const service = implementation.get();
    add<Service>(service, std::move(implementation), nullptr, object);
  }
  template <class Service>
  void add(std::shared_ptr<Service> implementation, requirement required, const uuid& object = {}) {
    Service* const service = implementation.get();
    add<Service>(service, std::move(implementation),
                 std::make_shared<requirement>(std::move(required)), object);
  }

  /// Listens at `binding` as well, see rpc::endpoint; connections are accepted as soon as the
  /// server runs. Returns where it listens, with the real port if the given one was 0. A file of a
  /// unix socket that no server listens to any more is replaced; it is removed when the server
  /// stops. Throws rpc::error: invalid_string_binding, or cannot_listen with the reason.
  /// Without a host it listens on the loopback only: all addresses are "[::]" or "0.0.0.0".
  /// Beyond the loopback it has to authenticate its clients: throws std::logic_error if neither
  /// server_options::security nor allow_anonymous was set.
  endpoint listen(std::string_view binding, const listen_options& options = {});

  /// The same at a socket that listens already, of TCP or a unix socket: one that a supervisor has
  /// opened (rpc/systemd/service.h), or that another process has handed over. The server takes over
  /// the descriptor, also if it throws; a unix socket's file and its access are left as they are.
  /// Throws rpc::error(cannot_listen) if it is no such socket, else as listen().
  endpoint adopt(int listening_socket, const listen_options& options = {});

  /// The interfaces that it serves, in the order in which they were added; the management interface
  /// first.
  [[nodiscard]] std::vector<syntax_id> interfaces() const;

  /// The same, for each endpoint where it listens; rpc/endpoint_mapper.h makes them known.
  [[nodiscard]] std::vector<served_interface> served() const;

  /// What it has done so far, and does now. Numbers that change meanwhile may be of slightly
  /// different times.
  [[nodiscard]] server_statistics statistics() const;

  /// Serves until stop(), for which this thread waits. Throws std::logic_error if the server was
  /// started or stopped before.
  void run();

  /// Serves until the process receives one of `signals`, or stop(). Returns when all
  /// that stop() does is done: the signal, or 0. From the first signal on, and when it returns,
  /// they have their default action, so that a second one ends a process that takes too long.
  /// Throws as run() does, and std::system_error if a signal cannot be handled.
  int run_until(std::initializer_list<int> signals);

  /// Serves on a thread of the server's own. Throws as run() does.
  void start();

  /// Ends the service for good: connections are accepted no more, calls that wait for a thread
  /// are answered with the fault nca_server_too_busy, calls that run are waited for and
  /// answered, then connections are closed: after server_options::drain_timeout in any case.
  /// Returns when no implementation runs any more, however long that takes, since they use what the
  /// program may destroy next; in an implementation, which cannot wait for itself, it only begins
  /// the end. May be called again, and before start().
  /// Not to be called by a signal handler, which would wait for what it interrupts: see
  /// run_until() and request_stop().
  void stop();

  /// Has the thread that serves begin what stop() does, and returns at once; run() then returns.
  /// Async-signal-safe: signal handlers may call it. A server that does not serve yet stops as soon
  /// as it does.
  void request_stop() noexcept;

 private:
  friend class connection;

  template <class Service>
  void add(Service* implementation, std::shared_ptr<void> owner,
           std::shared_ptr<const requirement> required, const uuid& object) {
    constexpr bool named = requires { interface<Service>::id; };
    static_assert(named, "name the interface that is served: server.add<echo::service>(echo)");
    if constexpr (named)
      add({offer_of<Service>(), interface<Service>::name, dispatch_table<Service>,
           rundowns_of<Service>(), implementation, std::move(owner), std::move(required), object});
  }
  void add(service_entry entry);
  /// A connection in this process, for its client.
  std::shared_ptr<transport::stream> connect();

  std::shared_ptr<runtime::server_core> core_;
};

}  // namespace rpc

#endif  // RPC_SERVER_H
