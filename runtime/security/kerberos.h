#ifndef RUNTIME_SECURITY_KERBEROS_H
#define RUNTIME_SECURITY_KERBEROS_H

#include "context.h"
#include "gss.h"

#include <memory>
#include <string>
#include <string_view>

namespace rpc::security {

/// Kerberos (RFC 4121) in DCE style: three tokens, each raw, and verifiers that hold all but the
/// stub data (MS-KILE 3.4.5.4.1).
std::unique_ptr<context> kerberos_initiator(std::shared_ptr<const gss::credential> own,
                                            std::string_view target, bool delegate);
/// `own` outlives it. For privacy the client must have asked for confidentiality.
std::unique_ptr<context> kerberos_acceptor(const gss::credential& own, protection level);
/// The same, of a server that keeps the tickets that clients lend it. `keytab` is where its keys
/// are; empty: in the default one.
std::unique_ptr<context> kerberos_borrower(const gss::credential& own, const std::string& keytab,
                                           protection level);

/// A client with tickets.
std::shared_ptr<const initiator> tickets_initiator(std::shared_ptr<const gss::credential> own);

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_KERBEROS_H
