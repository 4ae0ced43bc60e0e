//===- Session.h - calls over one connection ------------------------------===//
#ifndef RPCGEN_TOOLS_CALL_SESSION_H
#define RPCGEN_TOOLS_CALL_SESSION_H

#include "Arguments.h"

#include "dynamic/json/Json.h"

#include <rpc/binding.h>

#include <map>
#include <memory>
#include <span>
#include <string>

namespace call {

/// An operation and its interface.
struct Chosen {
  const dynamic::Interface *In = nullptr;
  const dynamic::Operation *Of = nullptr;
};

/// By name, "interface::name" or opnum. Throws std::runtime_error.
Chosen choose(const dynamic::Interfaces &Of, const std::string &Name);

/// The request's JSON as it is given on a command line. Throws
/// std::runtime_error.
dynamic::Json parseRequest(const std::string &Given);

/// Puts the octets of files where pipes are. Throws std::runtime_error.
void fillPipes(const Arguments &Given, const Chosen &What,
               dynamic::Json &Request);

/// Prints bytes as rpc-dump --hex reads them.
void dump(const char *What, std::span<const std::byte> Bytes);

class Session {
public:
  /// Connects. Throws rpc::error.
  explicit Session(const Arguments &Given);

  /// Throws rpc::error, and what the functions over JSON throw.
  dynamic::Json call(const Chosen &What, dynamic::Json Request);

private:
  const rpc::binding &bindingOf(const dynamic::Interface &In);
  void storePipes(const Chosen &What, dynamic::Json &Response) const;

  const Arguments &Given;
  std::unique_ptr<rpc::connection> Peer;
  std::map<const dynamic::Interface *, rpc::binding> Bindings;
};

} // namespace call

#endif // RPCGEN_TOOLS_CALL_SESSION_H
