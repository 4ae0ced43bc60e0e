#include <rpc/security.h>

#include "ntlm.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace rpc {
namespace {

class gss_acceptor final : public security::acceptor {
 public:
  explicit gss_acceptor(const acceptor_options& options) : mechanisms_(options.mechanisms) {
    // gss-ntlmssp looks for its users nowhere else.
    if (!options.ntlm_users.empty()) setenv("NTLM_USER_FILE", options.ntlm_users.c_str(), 1);
    if (takes(mechanism::ntlm))
      ntlm_ = security::gss::acquire({}, security::gss::ntlm, GSS_C_ACCEPT);
  }

  [[nodiscard]] std::unique_ptr<security::context> accept(mechanism by,
                                                          protection level) const override {
    if (!takes(by)) return nullptr;
    switch (by) {
      case mechanism::ntlm: return security::ntlm_acceptor(*ntlm_, level);
      case mechanism::spnego:
      case mechanism::kerberos:
      case mechanism::none: break;
    }
    return nullptr;
  }

 private:
  [[nodiscard]] bool takes(mechanism by) const {
    return std::ranges::find(mechanisms_, by) != mechanisms_.end();
  }

  const std::vector<mechanism> mechanisms_;
  std::optional<security::gss::credential> ntlm_;
};

}  // namespace

acceptor_credentials::acceptor_credentials(const acceptor_options& options)
    : acceptor_(std::make_shared<gss_acceptor>(options)) {}

}  // namespace rpc
