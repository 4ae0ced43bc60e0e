#ifndef RUNTIME_SECURITY_NTLM_H
#define RUNTIME_SECURITY_NTLM_H

#include "context.h"
#include "gss.h"
#include "ntlm_server.h"

#include <memory>
#include <string_view>

namespace rpc::security {

/// NTLM (MS-NLMP): gss-ntlmssp makes the tokens, but for those of anonymous clients and of a server
/// whose users are in a file, and ntlm_session the verifiers, since gss-ntlmssp has no
/// gss_wrap_iov.
std::unique_ptr<context> ntlm_initiator(std::shared_ptr<const gss::credential> own,
                                        std::string_view target, protection level);
std::unique_ptr<context> ntlm_anonymous_initiator(protection level);
/// Of gss-ntlmssp, which asks winbind, or has users of its own. `own` outlives it.
std::unique_ptr<context> ntlm_acceptor(const gss::credential& own, protection level);
/// Of the users of a file, which outlive it; clients may be `anonymous`, or not.
std::unique_ptr<context> ntlm_acceptor(const ntlm_users& users, bool anonymous, protection level);

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_NTLM_H
