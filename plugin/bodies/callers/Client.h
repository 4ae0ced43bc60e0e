//===- Client.h - everything that a caller of operations does -------------===//
#ifndef RPCGEN_BODIES_CALLERS_CLIENT_H
#define RPCGEN_BODIES_CALLERS_CLIENT_H

#include "bodies/flow/Body.h"

#include <string>

namespace rpcgen {

/// A function that calls operations. Of its own parameters nothing is known.
class Client : public Body {
public:
  Client(const Model &M, const clang::FunctionDecl *Definition,
         const ClientCalls &Calls, bool InCall);

  /// The call whose result an address is of, as long as that is one object and
  /// not several; null for all others.
  const ClientCall *madeBy(const Value &V) const;

  const ClientCalls &All;
  const bool InCall; ///< it is an implementation: results go with the call
};

/// "memory that 'make' has allocated"
std::string memoryOf(const ClientCall &Made);

} // namespace rpcgen

#endif // RPCGEN_BODIES_CALLERS_CLIENT_H
