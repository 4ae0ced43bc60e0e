#ifndef RUNTIME_SECURITY_LENT_TICKETS_H
#define RUNTIME_SECURITY_LENT_TICKETS_H

#include "gss.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace rpc::security {

/// The tickets that a client has forwarded in its first token (RFC 4121 4.1.1), which the keys of
/// `keytab` decrypt; empty: the default one. Null if there are none. The token must have been
/// accepted, as nothing is verified here; by libkrb5, since GSSAPI of MIT loses these tickets where
/// more tokens follow, as they do in DCE style.
std::shared_ptr<const gss::credential> lent_tickets(std::span<const std::byte> token,
                                                    const std::string& keytab);

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_LENT_TICKETS_H
