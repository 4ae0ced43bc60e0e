#ifndef RPC_ENDPOINT_MAPPER_H
#define RPC_ENDPOINT_MAPPER_H

#include <rpc/connection.h>
#include <rpc/server.h>
#include <rpc/tower.h>
#include <rpc/uuid.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The endpoint mapper of DCE (C706 appendix O): the program at port 135 of a host that knows at
/// which endpoints interfaces are served. Clients need it for servers whose port is not fixed:
///
///     echo::client echo("ncacn_ip_tcp:host");  // the port is asked for
///
/// Functions throw rpc::error as calls do.
namespace rpc {

/// What an endpoint mapper knows of one interface at one endpoint.
struct endpoint_entry {
  tower where;
  uuid object;             ///< zero: any
  std::string annotation;  ///< for people; at most 63 bytes

  friend bool operator==(const endpoint_entry&, const endpoint_entry&) = default;
};

// Clients.

/// Which versions of an interface a lookup finds.
enum class version_match : std::uint8_t {
  all = 1,     ///< of any version
  compatible,  ///< of the same major version, and of the same minor version or a later one
  exact,       ///< of this one
  same_major,  ///< of the same major version
  up_to,       ///< of this or an earlier one
};

struct endpoint_filter {
  std::optional<syntax_id> interface = {};
  version_match versions = version_match::compatible;
  std::optional<uuid> object = {};
};
/// The entries of an endpoint mapper, all that it has without a filter. Those whose tower is not
/// that of an interface are left out.
[[nodiscard]] std::vector<endpoint_entry> lookup_endpoints(const connection& mapper,
                                                           const endpoint_filter& filter = {});

/// Where an interface of a version compatible with that of `wanted` is served by its protocol; its
/// host and endpoint do not matter. Empty: nowhere. At most `most` towers, up to 500.
[[nodiscard]] std::vector<tower> map_endpoint(const connection& mapper, const tower& wanted,
                                              const uuid& object = {}, std::size_t most = 16);

/// The endpoint of an interface on a host, which is asked at connection_options::mapper_port: one
/// of them, by chance, where several servers are registered. `on` is an endpoint of TCP without a
/// port. Throws rpc::error(endpoint_not_registered) if its
/// mapper knows none.
[[nodiscard]] endpoint resolve(const endpoint& on, const offered_interface& interface,
                               const connection_options& options = {});

// Servers.

/// What a registration does to others of the same object, version of the interface and protocols:
/// those of a server that this one follows, or of servers that share the work.
enum class registration : std::uint8_t {
  replaces,  ///< as RpcEpRegister
  adds,      ///< as RpcEpRegisterNoReplace
};

/// The interfaces of a server, in an endpoint mapper, as long as this lives.
///
///     server.listen("ncacn_ip_tcp:0.0.0.0[0]");
///     const rpc::endpoint_registration registered(server, "ncalrpc:[/run/rpc/epmapper]", "Echo");
///
/// Mappers take registrations from programs of the same machine only. Ours forgets those of a
/// process that has ended.
class endpoint_registration {
 public:
  /// Registers each interface that `of` serves at each of its endpoints, but for those of the
  /// management and the mapper. What is added to the server later is not registered. Throws
  /// rpc::error if the mapper refuses.
  endpoint_registration(const server& of, const connection& mapper,
                        std::string_view annotation = {},
                        registration how = registration::replaces);
  /// Registers these. Throws as above, and std::invalid_argument if a tower cannot be encoded.
  endpoint_registration(std::vector<endpoint_entry> entries, const connection& mapper,
                        registration how = registration::replaces);
  endpoint_registration(const endpoint_registration&) = delete;
  endpoint_registration& operator=(const endpoint_registration&) = delete;
  /// Takes them out again. Errors are ignored: the mapper may have ended.
  ~endpoint_registration();

  /// What was registered.
  [[nodiscard]] const std::vector<endpoint_entry>& entries() const noexcept;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

struct endpoint_mapper_options {
  /// Whether a client may insert and delete entries. Called on the thread that runs the call.
  /// Empty: programs of this machine that the superuser or the user of this process runs, over a
  /// unix socket or within this process.
  std::function<bool(const caller&)> may_register = {};
  /// Beyond it entries are refused.
  std::size_t max_entries = 16384;
};
/// Serves an endpoint mapper at each endpoint of a server. It is empty at first: the server's own
/// interfaces are registered as others are.
///
///     rpc::serve_endpoint_mapper(server);
///     server.listen("ncacn_ip_tcp:0.0.0.0[135]", {.interfaces =
///     {rpc::endpoint_mapper_interface}}); const rpc::endpoint_registration own(server,
///     rpc::connection(server));
///
/// Throws std::invalid_argument if it has one.
void serve_endpoint_mapper(server& by, const endpoint_mapper_options& options = {});

inline constexpr uuid endpoint_mapper_interface{"e1af8308-5d1f-11c9-91a4-08002b14a0fa"};

}  // namespace rpc

#endif  // RPC_ENDPOINT_MAPPER_H
