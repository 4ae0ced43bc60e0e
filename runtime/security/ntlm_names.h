#ifndef RUNTIME_SECURITY_NTLM_NAMES_H
#define RUNTIME_SECURITY_NTLM_NAMES_H

#include <rpc/secret.h>

#include <optional>
#include <string>
#include <string_view>

namespace rpc::security {

/// UTF-16 as NTLM sends it, of UTF-8, and back; nothing if it is not valid.
std::optional<std::u16string> utf16(std::string_view text);
std::optional<std::string> utf8(std::u16string_view text);

/// In upper case, as far as ASCII and Latin go: by which users are found.
std::u16string upper(std::u16string text);

/// NTOWFv1 (MS-NLMP 3.3.1): MD4 of the password in UTF-16. Throws rpc::error if that is no UTF-8.
secret nt_hash(std::string_view password);

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_NTLM_NAMES_H
