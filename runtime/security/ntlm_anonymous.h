#ifndef RUNTIME_SECURITY_NTLM_ANONYMOUS_H
#define RUNTIME_SECURITY_NTLM_ANONYMOUS_H

#include "legs.h"

#include <memory>

namespace rpc::security {

/// The tokens of a client of NTLM that does not say who it is (MS-NLMP 3.1.5.1.2), for which
/// gss-ntlmssp has no credentials. `protects`: calls are to be signed, or sealed.
std::unique_ptr<legs> ntlm_anonymous_legs(bool protects);

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_NTLM_ANONYMOUS_H
