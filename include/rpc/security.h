#ifndef RPC_SECURITY_H
#define RPC_SECURITY_H

#include <rpc/secret.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rpc {

namespace security {
class acceptor;
class initiator;
}  // namespace security

/// How calls are protected: authentication levels (MS-RPCE 2.2.1.1.8). Each does what those before
/// it do.
enum class protection : std::uint8_t {
  none = 1,       ///< nothing is known of the peer, and nothing protected
  connect = 2,    ///< who the peer is was proved when it bound; what follows is not protected
  packet = 4,     ///< treated as integrity, as Windows does
  integrity = 5,  ///< fragments that were altered, dropped, repeated or moved are noticed
  privacy = 6,    ///< and the data of calls are encrypted
};

/// Who proves it: authentication services (MS-RPCE 2.2.1.1.7).
enum class mechanism : std::uint8_t {
  none = 0,
  spnego = 9,     ///< Kerberos if both ends can, else NTLM (RFC 4178)
  ntlm = 10,      ///< a password that both ends know. It does not prove who the server is
  kerberos = 16,  ///< tickets (RFC 4120); proves who the server is, too
};

/// Who a client is when it asks for authentication. Needs librpcsec, as all that makes one.
class credentials {
 public:
  /// The program's own: tickets of its Kerberos cache (KRB5CCNAME), or those that the client keytab
  /// (KRB5_CLIENT_KTNAME) gets.
  credentials();
  /// A user by password. `domain` is that of NTLM, or the realm of Kerberos. The password is
  /// wiped from memory with the last copy.
  credentials(std::string_view user, std::string_view domain, std::string_view password);
  /// By NTLM, without saying who it is, for servers that demand a protected call of all and take
  /// this for one. The key is known to all who listen: it protects against nothing.
  static credentials anonymous();

  // For the runtime.
  explicit credentials(std::shared_ptr<const security::initiator> made) noexcept
      : initiator_(std::move(made)) {}
  [[nodiscard]] const security::initiator& initiator() const noexcept { return *initiator_; }

 private:
  std::shared_ptr<const security::initiator> initiator_;
};

/// Who an authenticated peer is.
struct identity {
  std::string principal;  ///< "user@REALM" of Kerberos, "DOMAIN\user" of NTLM
  rpc::mechanism mechanism = rpc::mechanism::none;  ///< that the peer has asked for
  protection level = protection::none;              ///< of the calls
  secret session_key;                               ///< that the mechanism has agreed on
  /// The security identifiers of the account and of its groups, "S-1-5-21-1-2-3-513", where a
  /// ticket of Kerberos has them from Active Directory or Samba (its PAC); empty elsewhere.
  std::string sid = {};
  std::vector<std::string> groups = {};
  /// The caller's own tickets, if it has lent them (client_security::delegate) and the server keeps
  /// them (acceptor_options::delegation): for calls to others on its behalf.
  std::optional<credentials> delegated = {};
};

/// What a client asks of a connection that it authenticates.
///
///     rpc::connection peer("ncacn_ip_tcp:dc1.example.org[135]",
///                          {.security = rpc::client_security{}});
///
struct client_security {
  rpc::credentials credentials = {};
  rpc::mechanism mechanism = rpc::mechanism::spnego;
  /// Of all calls. A server that does not do what it says is not talked to.
  protection level = protection::privacy;
  /// The server's principal: "host/server.example.org", or with another service, or a host alone.
  /// Empty: host/ and the host that the binding string names.
  std::string target = {};
  /// The server must prove who it is: NTLM is not used.
  bool mutual = false;
  /// Lend the server the caller's own tickets, where the Kerberos policy allows that.
  bool delegate = false;
};

/// What a server proves itself with, and checks its clients by. Needs librpcsec.
struct acceptor_options {
  /// The keytab with the keys of the server's principals. Empty: the default one (KRB5_KTNAME, or
  /// /etc/krb5.keytab).
  std::string keytab = {};
  /// The users of NTLM: a file with a line "DOMAIN:user:password" for each, in UTF-8. Empty: what
  /// gss-ntlmssp knows, by NTLM_USER_FILE or winbind.
  std::string ntlm_users = {};
  /// What clients may use. SPNEGO negotiates the other two of them.
  std::vector<rpc::mechanism> mechanisms = {rpc::mechanism::spnego, rpc::mechanism::ntlm,
                                            rpc::mechanism::kerberos};
  /// Whether clients of NTLM may leave out who they are (credentials::anonymous): only with
  /// `ntlm_users`. They count as clients that did not authenticate.
  bool anonymous = false;
  /// Whether tickets that clients of Kerberos lend (client_security::delegate) are kept for the
  /// implementations, as identity::delegated.
  bool delegation = false;
};

/// See acceptor_options.
class acceptor_credentials {
 public:
  explicit acceptor_credentials(const acceptor_options& options = {});

  /// For the runtime.
  [[nodiscard]] const security::acceptor& acceptor() const noexcept { return *acceptor_; }

 private:
  std::shared_ptr<const security::acceptor> acceptor_;
};

}  // namespace rpc

#endif  // RPC_SECURITY_H
