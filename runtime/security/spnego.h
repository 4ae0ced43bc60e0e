#ifndef RUNTIME_SECURITY_SPNEGO_H
#define RUNTIME_SECURITY_SPNEGO_H

#include "context.h"
#include "der.h"

#include <functional>
#include <memory>
#include <vector>

/// SPNEGO (RFC 4178, MS-SPNG). It is our own, not GSSAPI's: the mechanisms inside are ours, as they
/// are used without it, and NTLM has to know when mechListMICs have been exchanged.
namespace rpc::security {

/// A mechanism within SPNEGO.
struct negotiable {
  std::vector<der::bytes> names;  ///< object identifiers that mean it, the preferred first
  std::unique_ptr<security::context> context;
};

/// Offers mechanisms in their order; at least one.
std::unique_ptr<context> spnego_initiator(std::vector<negotiable> offers);

/// `accept` makes a context for an object identifier, or null.
std::unique_ptr<context> spnego_acceptor(std::function<std::unique_ptr<context>(der::view)> accept);

/// Object identifiers of mechanisms.
extern const der::bytes ntlm_name;
extern const der::bytes kerberos_name;
extern const der::bytes microsoft_kerberos_name;  ///< 1.2.840.48018.1.2.2, a slip that stayed

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_SPNEGO_H
