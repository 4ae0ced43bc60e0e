//===- Survey.h - what a server offers ------------------------------------===//
#ifndef RPCGEN_TOOLS_PING_SURVEY_H
#define RPCGEN_TOOLS_PING_SURVEY_H

#include <rpc/connection.h>
#include <rpc/endpoint.h>
#include <rpc/management.h>
#include <rpc/uuid.h>

#include <optional>
#include <string>
#include <vector>

namespace rpcgen::ping {

/// Where an interface is served, and in which transfer syntaxes.
struct Place {
  std::string Binding;
  bool Ndr = false;
  bool Ndr64 = false;
  std::string Annotation;
  rpc::uuid Object;
};

struct Interface {
  rpc::syntax_id Id;
  std::vector<Place> Places;
};

/// What is known of a server, or, by its endpoint mapper, of a host.
struct Survey {
  std::string Peer;
  std::optional<bool> Listens; ///< of a server that has the management
  std::optional<rpc::inquired_statistics> Statistics;
  std::vector<Interface> Interfaces;
};

/// Asks the server at an endpoint, or the endpoint mapper of a host without a
/// port. Throws rpc::error if it cannot be reached, or answers neither.
Survey surveyOf(const rpc::endpoint &At, const rpc::connection_options &By);

/// Whether the server at an endpoint listens, or a host has an endpoint mapper.
/// Throws as above.
bool listens(const rpc::endpoint &At, const rpc::connection_options &By);

} // namespace rpcgen::ping

#endif // RPCGEN_TOOLS_PING_SURVEY_H
