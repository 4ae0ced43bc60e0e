#ifndef RUNTIME_SERVER_CATALOGUE_H
#define RUNTIME_SERVER_CATALOGUE_H

#include <rpc/server.h>
#include <rpc/service.h>

#include <cstddef>
#include <memory>
#include <vector>

namespace rpc::runtime {

/// The interfaces that a server serves, by number. Never changed: a server that is given another
/// one makes a new catalogue for the connections that come.
struct catalogue {
  std::vector<offered_interface> offers;
  std::vector<service_entry> entries;

  /// The same and one more. Throws std::invalid_argument if it is served already.
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
