#ifndef RUNTIME_SECURITY_NTLM_SERVER_H
#define RUNTIME_SECURITY_NTLM_SERVER_H

#include "legs.h"

#include <rpc/secret.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::security {

/// The users of a file in gss-ntlmssp's form: "DOMAIN:user:password" on each line.
class ntlm_users {
 public:
  /// Reads it. Throws rpc::error(sec_pkg_error) if it cannot, or there are none.
  explicit ntlm_users(const std::string& path);

  struct user {
    std::string domain;
    std::string name;
    secret hash;  ///< NTOWFv1
  };
  /// By names as clients send them; an empty domain means any. Null if it is not there.
  [[nodiscard]] const user* find(std::string_view domain, std::string_view name) const;
  /// Of which a server says that it is.
  [[nodiscard]] std::string domain() const;

 private:
  std::vector<user> all_;
};

/// The server's tokens of NTLM with NTLMv2 (MS-NLMP 3.2.5), without gss-ntlmssp, which leaks memory
/// whenever it hashes a password. Clients may be `anonymous`, or not. `users` outlives it.
std::unique_ptr<legs> ntlm_server_legs(const ntlm_users& users, bool anonymous);

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_NTLM_SERVER_H
