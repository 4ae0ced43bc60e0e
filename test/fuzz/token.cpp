// Tokens of MECHANISM that hostile peers send. The first byte says to whom: 0, a server's first
// token; 1, its second; 2, the answer to a client's first. Without a password no one gets in.
#include <rpc/security.h>

#include "security/context.h"
#include "security/users.h"

#include <krb5/krb5.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

namespace {

using rpc::mechanism;
using rpc::protection;
using rpc::security::context;

constexpr mechanism tried = mechanism::MECHANISM;
constexpr bool has_anonymous_client = tried != mechanism::kerberos;

/// A keytab in memory, with a key for host/localhost.
class keytab {
 public:
  keytab() {
    setenv("KRB5_CONFIG", "/dev/null", 1);
    setenv("KRB5RCACHENAME", "none:", 1);
    krb5_keytab_entry entry{};
    std::array<krb5_octet, 32> key{};
    entry.vno = 1;
    entry.key = {0, ENCTYPE_AES256_CTS_HMAC_SHA1_96, key.size(), key.data()};
    if (krb5_init_context(&library_) != 0 || krb5_kt_resolve(library_, name, &table_) != 0 ||
        krb5_parse_name(library_, "host/localhost@EXAMPLE.TEST", &entry.principal) != 0 ||
        krb5_kt_add_entry(library_, table_, &entry) != 0)
      std::abort();
    krb5_free_principal(library_, entry.principal);
  }
  keytab(const keytab&) = delete;
  keytab& operator=(const keytab&) = delete;
  ~keytab() {
    krb5_kt_close(library_, table_);
    krb5_free_context(library_);
  }

  static constexpr const char* name = "MEMORY:fuzz";

 private:
  krb5_context library_ = nullptr;
  krb5_keytab table_ = nullptr;
};

const rpc::security::acceptor& server() {
  static const keytab keys;
  static const rpc::test::users users;
  static const rpc::acceptor_credentials credentials{
      {.keytab = keytab::name, .ntlm_users = users.path(), .delegation = true}};
  return credentials.acceptor();
}

/// That of the client's own code: no ticket, and no password.
std::unique_ptr<context> client() {
  static const auto stranger = rpc::credentials::anonymous();
  return stranger.initiator().initiate({tried, protection::privacy, "host/localhost"});
}

void feed_server(std::span<const std::byte> token, bool second) {
  const auto acceptor = server().accept(tried, protection::privacy);
  rpc::buffer first, reply;
  if (second) {
    if (!has_anonymous_client) return;
    (void)client()->step({}, first);
    if (acceptor->step(first.bytes(), reply) != context::progress::goes_on) std::abort();
  }
  if (acceptor->step(token, reply) == context::progress::done) std::abort();
}

void feed_client(std::span<const std::byte> token) {
  if (!has_anonymous_client) return;
  const auto initiator = client();
  rpc::buffer first, reply;
  (void)initiator->step({}, first);
  (void)initiator->step(token, reply);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto token = std::as_bytes(std::span(data + 1, size - 1));
  if (data[0] % 3 == 2)
    feed_client(token);
  else
    feed_server(token, data[0] % 3 == 1);
  return 0;
}
