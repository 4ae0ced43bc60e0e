#ifndef RUNTIME_SERVER_CATALOGUE_H
#define RUNTIME_SERVER_CATALOGUE_H

#include "counters.h"

#include <rpc/server.h>
#include <rpc/service.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace rpc::runtime {

/// The implementations of an interface, and what is counted of their calls.
struct implementations {
  /// Of calls without an object, and of objects that have none of their own. Its implementation is
  /// null if the server was given none; the rest is there in any case.
  service_entry others;
  std::map<uuid, service_entry> objects = {};
  std::shared_ptr<interface_counters> counts = std::make_shared<interface_counters>();

  [[nodiscard]] const service_entry& of(const std::optional<uuid>& object) const;
};

/// The interfaces that a server serves, by number. Never changed: a server that is given another
/// one makes a new catalogue for the connections that come.
struct catalogue {
  std::vector<offered_interface> offers;
  std::vector<std::shared_ptr<const implementations>> entries;

  /// The same and one implementation more. Throws std::invalid_argument if there is one already, or
  /// the interface is served in another minor version.
  [[nodiscard]] std::shared_ptr<const catalogue> with(service_entry entry) const;
};

/// The identities of the interfaces.
[[nodiscard]] std::vector<syntax_id> interfaces_of(const catalogue& served);

/// Whether the interface of this number is served at an endpoint.
[[nodiscard]] bool serves_at(const catalogue& all, std::size_t number,
                             const server_options& options, const listen_options& at);

/// What of `all` a client may bind to that comes to an endpoint.
[[nodiscard]] std::shared_ptr<const catalogue> catalogue_for(std::shared_ptr<const catalogue> all,
                                                             const server_options& options,
                                                             const listen_options& at,
                                                             const caller& client);

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_CATALOGUE_H
