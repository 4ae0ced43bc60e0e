#include <rpc/error.h>
#include <rpc/security.h>

#include "kerberos.h"
#include "ntlm.h"
#include "spnego.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace rpc {
namespace {

using security::context;
namespace gss = security::gss;

bool is(security::der::view name, const security::der::bytes& known) {
  return std::ranges::equal(name, known);
}

class gss_acceptor final : public security::acceptor {
 public:
  explicit gss_acceptor(const acceptor_options& options)
      : mechanisms_(options.mechanisms),
        anonymous_(options.anonymous),
        delegation_(options.delegation),
        keytab_(options.keytab) {
    std::string why;
    const auto acquire = [&](mechanism by, bool demanded, const auto& make) {
      try {
        if (takes(by)) return std::optional(make());
      } catch (const gss::lacking& what) {
        if (demanded) throw error(status::sec_pkg_error, what.what());
        why.append(why.empty() ? "" : "; ").append(what.what());
      }
      return std::optional<gss::credential>();
    };
    if (takes(mechanism::ntlm) && !options.ntlm_users.empty())
      users_.emplace(options.ntlm_users);
    else
      ntlm_ =
          acquire(mechanism::ntlm, false, [] { return gss::acquire({}, gss::ntlm, GSS_C_ACCEPT); });
    kerberos_ = acquire(mechanism::kerberos, !options.keytab.empty(), [&] {
      if (options.keytab.empty()) return gss::acquire({}, gss::kerberos, GSS_C_ACCEPT);
      return gss::acquire({}, gss::kerberos, GSS_C_ACCEPT, {{"keytab", options.keytab.c_str()}});
    });
    if (!users_ && !ntlm_ && !kerberos_ && !why.empty()) throw error(status::sec_pkg_error, why);
  }

  [[nodiscard]] std::unique_ptr<context> accept(mechanism by, protection level) const override {
    if (!takes(by)) return nullptr;
    switch (by) {
      case mechanism::ntlm: return ntlm(level);
      case mechanism::kerberos: return kerberos(level);
      case mechanism::spnego:
        return security::spnego_acceptor(
            [this, level](security::der::view name) -> std::unique_ptr<context> {
              if (is(name, security::ntlm_name)) return ntlm(level);
              if (is(name, security::kerberos_name) || is(name, security::microsoft_kerberos_name))
                return kerberos(level);
              return nullptr;
            });
      case mechanism::none: break;
    }
    return nullptr;
  }

 private:
  [[nodiscard]] bool takes(mechanism by) const {
    return std::ranges::find(mechanisms_, by) != mechanisms_.end();
  }
  [[nodiscard]] std::unique_ptr<context> ntlm(protection level) const {
    if (users_) return security::ntlm_acceptor(*users_, anonymous_, level);
    return ntlm_ ? security::ntlm_acceptor(*ntlm_, level) : nullptr;
  }
  [[nodiscard]] std::unique_ptr<context> kerberos(protection level) const {
    if (!kerberos_) return nullptr;
    return delegation_ ? security::kerberos_borrower(*kerberos_, keytab_, level)
                       : security::kerberos_acceptor(*kerberos_, level);
  }

  const std::vector<mechanism> mechanisms_;
  const bool anonymous_;
  const bool delegation_;
  const std::string keytab_;
  std::optional<security::ntlm_users> users_;  // if they are in a file
  std::optional<gss::credential> ntlm_;
  std::optional<gss::credential> kerberos_;
};

}  // namespace

acceptor_credentials::acceptor_credentials(const acceptor_options& options)
    : acceptor_(std::make_shared<gss_acceptor>(options)) {}

}  // namespace rpc
