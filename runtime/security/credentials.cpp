#include <rpc/error.h>
#include <rpc/security.h>

#include "kerberos.h"
#include "ntlm.h"
#include "ntlm_names.h"
#include "spnego.h"

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rpc {
namespace {

using security::initiation;
namespace gss = security::gss;

/// What clients have in common: SPNEGO offers the others.
class initiator : public security::initiator {
 public:
  [[nodiscard]] std::unique_ptr<security::context> initiate(const initiation& wanted) const final {
    try {
      return make(wanted);
    } catch (const gss::lacking& what) {
      throw error(status::sec_pkg_error, what.what());
    }
  }

 protected:
  /// Throw gss::lacking if there are no credentials for that.
  [[nodiscard]] virtual std::unique_ptr<security::context> ntlm(const initiation& wanted) const = 0;
  [[nodiscard]] virtual std::unique_ptr<security::context> kerberos(
      const initiation& wanted) const = 0;

 private:
  [[nodiscard]] std::unique_ptr<security::context> make(const initiation& wanted) const {
    switch (wanted.mechanism) {
      case mechanism::ntlm:
        if (wanted.mutual)
          throw error(status::unknown_authn_service, "NTLM cannot prove who the server is");
        return ntlm(wanted);
      case mechanism::kerberos: return kerberos(wanted);
      case mechanism::spnego: return negotiate(wanted);
      case mechanism::none: break;
    }
    throw error(status::unknown_authn_service,
                "authentication by the mechanism " +
                    std::to_string(static_cast<unsigned>(wanted.mechanism)));
  }

  [[nodiscard]] std::unique_ptr<security::context> negotiate(const initiation& wanted) const {
    std::vector<security::negotiable> offers;
    std::string why;
    const auto offer = [&](std::vector<security::der::bytes> names, const auto& make) {
      try {
        offers.push_back({std::move(names), make()});
      } catch (const gss::lacking& what) {
        why.append(why.empty() ? "" : "; ").append(what.what());
      }
    };
    offer({security::microsoft_kerberos_name, security::kerberos_name},
          [&] { return kerberos(wanted); });
    if (!wanted.mutual) offer({security::ntlm_name}, [&] { return ntlm(wanted); });
    if (offers.empty()) throw gss::lacking(why);
    return security::spnego_initiator(std::move(offers));
  }
};

using shared_credential = std::shared_ptr<const gss::credential>;

shared_credential share(gss::credential own) {
  return std::make_shared<const gss::credential>(std::move(own));
}

/// Tickets: the program's own, or those that it was lent.
class tickets final : public initiator {
 public:
  explicit tickets(shared_credential lent) : lent_(std::move(lent)) {}

 private:
  [[nodiscard]] std::unique_ptr<security::context> ntlm(const initiation&) const override {
    throw gss::lacking("NTLM needs a user and a password");
  }
  [[nodiscard]] std::unique_ptr<security::context> kerberos(
      const initiation& wanted) const override {
    return security::kerberos_initiator(
        lent_ ? lent_ : share(gss::acquire({}, gss::kerberos, GSS_C_INITIATE)), wanted.target,
        wanted.delegate);
  }

  const shared_credential lent_;  // null: the program's own
};

/// A user with a password.
class password_of_user final : public initiator {
 public:
  password_of_user(std::string_view user, std::string_view domain, std::string_view password)
      : user_(user), domain_(domain), password_(password) {}

 private:
  /// By a hash that gss-ntlmssp need not make: it leaks memory when it does.
  [[nodiscard]] std::unique_ptr<security::context> ntlm(const initiation& wanted) const override {
    const secret hash = security::nt_hash(password_.text());
    std::string digits;
    for (const std::byte each : hash.bytes())
      for (const int shift : {4, 0})
        digits.push_back("0123456789abcdef"[std::to_integer<unsigned>(each) >> shift & 0xf]);
    auto own = gss::acquire(gss::import_name(domain_ + "\\" + user_, GSS_C_NT_USER_NAME), gss::ntlm,
                            GSS_C_INITIATE, {{"ntlmssp_nthash", digits.c_str()}});
    secret::wipe(std::as_writable_bytes(std::span(digits)));
    return security::ntlm_initiator(share(std::move(own)), wanted.target, wanted.level);
  }
  [[nodiscard]] std::unique_ptr<security::context> kerberos(
      const initiation& wanted) const override {
    const std::string name = domain_.empty() ? user_ : user_ + "@" + domain_;
    return security::kerberos_initiator(
        share(gss::acquire(gss::import_name(name, GSS_C_NT_USER_NAME), gss::kerberos,
                           password_.text())),
        wanted.target, wanted.delegate);
  }

  const std::string user_;
  const std::string domain_;
  const secret password_;
};

/// A client that does not say who it is.
class anonymous_user final : public initiator {
  [[nodiscard]] std::unique_ptr<security::context> ntlm(const initiation& wanted) const override {
    return security::ntlm_anonymous_initiator(wanted.level);
  }
  [[nodiscard]] std::unique_ptr<security::context> kerberos(const initiation&) const override {
    throw gss::lacking("anonymous clients are of NTLM only");
  }
  [[nodiscard]] bool are_anonymous() const override { return true; }
};

}  // namespace

std::shared_ptr<const security::initiator> security::tickets_initiator(
    std::shared_ptr<const gss::credential> own) {
  return std::make_shared<tickets>(std::move(own));
}

credentials::credentials() : initiator_(std::make_shared<tickets>(nullptr)) {}

credentials::credentials(std::string_view user, std::string_view domain, std::string_view password)
    : initiator_(std::make_shared<password_of_user>(user, domain, password)) {}

credentials credentials::anonymous() { return credentials(std::make_shared<anonymous_user>()); }

}  // namespace rpc
