#ifndef RUNTIME_SECURITY_NTLM_H
#define RUNTIME_SECURITY_NTLM_H

#include "context.h"
#include "gss.h"

#include <memory>
#include <string_view>

namespace rpc::security {

/// NTLM (MS-NLMP): gss-ntlmssp makes the tokens, ntlm_session the verifiers, since gss-ntlmssp has
/// no gss_wrap_iov.
std::unique_ptr<context> ntlm_initiator(gss::credential own, std::string_view target,
                                        protection level);
/// `own` outlives it.
std::unique_ptr<context> ntlm_acceptor(const gss::credential& own, protection level);

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_NTLM_H
