#include "lent_tickets.h"

#include "der.h"

#include <gssapi/gssapi_krb5.h>
#include <krb5/krb5.h>

#include <cstdint>
#include <utility>

namespace rpc::security {
namespace {

/// A library handle with all that is made by it, in the order in which it is released.
class tickets {
 public:
  tickets() = default;
  tickets(const tickets&) = delete;
  tickets& operator=(const tickets&) = delete;
  ~tickets() {
    if (library_ == nullptr) return;
    own_ = {};  // refers to the cache
    if (cache_ != nullptr) krb5_cc_destroy(library_, cache_);
    if (forwarded_ != nullptr) krb5_free_tgt_creds(library_, forwarded_);
    if (authenticator_ != nullptr) krb5_free_authenticator(library_, authenticator_);
    if (peer_ != nullptr) krb5_auth_con_free(library_, peer_);
    if (keytab_ != nullptr) krb5_kt_close(library_, keytab_);
    krb5_free_context(library_);
  }

  [[nodiscard]] const gss::credential& own() const noexcept { return own_; }

  /// False if there are none in the AP-REQ.
  bool read(std::span<const std::byte> request, const std::string& keytab) {
    return krb5_init_context(&library_) == 0 && decrypt(request, keytab) && unwrap() && keep();
  }

 private:
  static krb5_data data_of(std::span<const std::byte> bytes) {
    return {0, static_cast<unsigned>(bytes.size()),
            const_cast<char*>(reinterpret_cast<const char*>(bytes.data()))};
  }

  bool decrypt(std::span<const std::byte> request, const std::string& keytab) {
    const auto opened = keytab.empty() ? krb5_kt_default(library_, &keytab_)
                                       : krb5_kt_resolve(library_, keytab.c_str(), &keytab_);
    // Without flags: it is no replay of itself.
    const krb5_data message = data_of(request);
    return opened == 0 && krb5_auth_con_init(library_, &peer_) == 0 &&
           krb5_auth_con_setflags(library_, peer_, 0) == 0 &&
           krb5_rd_req(library_, &peer_, &message, nullptr, keytab_, nullptr, nullptr) == 0 &&
           krb5_auth_con_getauthenticator(library_, peer_, &authenticator_) == 0;
  }

  /// KRB-CRED, in what travels as a checksum: 16 bytes of channel bindings and their length, flags,
  /// 1, the length, and the message.
  bool unwrap() {
    constexpr krb5_cksumtype of_gss = 0x8003;
    constexpr std::size_t flags = 20;
    constexpr std::size_t length = 26;
    const krb5_checksum* const sum = authenticator_->checksum;
    if (sum == nullptr || sum->checksum_type != of_gss || sum->length < length + 2) return false;
    const auto bytes = std::as_bytes(std::span(sum->contents, sum->length));
    if ((std::to_integer<unsigned>(bytes[flags]) & GSS_C_DELEG_FLAG) == 0) return false;
    const std::size_t size = std::to_integer<std::size_t>(bytes[length]) |
                             std::to_integer<std::size_t>(bytes[length + 1]) << 8;
    if (size > bytes.size() - (length + 2)) return false;
    krb5_data message = data_of(bytes.subspan(length + 2, size));
    return krb5_rd_cred(library_, peer_, &message, &forwarded_, nullptr) == 0 &&
           forwarded_ != nullptr && forwarded_[0] != nullptr;
  }

  bool keep() {
    OM_uint32 minor;
    return krb5_cc_new_unique(library_, "MEMORY", nullptr, &cache_) == 0 &&
           krb5_cc_initialize(library_, cache_, forwarded_[0]->client) == 0 &&
           krb5_cc_store_cred(library_, cache_, forwarded_[0]) == 0 &&
           gss_krb5_import_cred(&minor, cache_, nullptr, nullptr, &own_) == GSS_S_COMPLETE;
  }

  krb5_context library_ = nullptr;
  krb5_keytab keytab_ = nullptr;
  krb5_auth_context peer_ = nullptr;
  krb5_authenticator* authenticator_ = nullptr;
  krb5_creds** forwarded_ = nullptr;
  krb5_ccache cache_ = nullptr;
  gss::credential own_;
};

/// AP-REQ, which may have the frame of GSSAPI (RFC 4121 4.1) around it.
der::view unframed(der::view token) {
  const auto framed = der::take(token, der::tag::application0);
  if (!framed) return token;
  der::view content = *framed;
  constexpr std::size_t token_id = 2;
  if (!der::take(content, der::tag::oid) || content.size() < token_id) return {};
  return content.subspan(token_id);
}

}  // namespace

std::shared_ptr<const gss::credential> lent_tickets(std::span<const std::byte> token,
                                                    const std::string& keytab) {
  auto found = std::make_shared<tickets>();
  if (!found->read(unframed(token), keytab)) return nullptr;
  return {found, &found->own()};
}

}  // namespace rpc::security
