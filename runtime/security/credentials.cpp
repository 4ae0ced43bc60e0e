#include <rpc/error.h>
#include <rpc/security.h>

#include "ntlm.h"

#include <cstdlib>
#include <string>
#include <utility>

namespace rpc {
namespace {

/// The program's own tickets.
class own_tickets final : public security::initiator {
 public:
  [[nodiscard]] std::unique_ptr<security::context> initiate(
      const security::initiation&) const override {
    throw error(status::unknown_authn_service, "credentials");
  }
};

/// A user with a password.
class password_of_user final : public security::initiator {
 public:
  password_of_user(std::string_view user, std::string_view domain, std::string_view password)
      : user_(user), domain_(domain), password_(password) {}

  [[nodiscard]] std::unique_ptr<security::context> initiate(
      const security::initiation& wanted) const override {
    if (wanted.mechanism != mechanism::ntlm || wanted.mutual)
      throw error(status::unknown_authn_service, "credentials");
    const auto name = security::gss::import_name(domain_ + "\\" + user_, GSS_C_NT_USER_NAME);
    return security::ntlm_initiator(
        security::gss::acquire(name, security::gss::ntlm, password_.text()), wanted.target,
        wanted.level);
  }

 private:
  const std::string user_;
  const std::string domain_;
  const secret password_;
};

}  // namespace

credentials::credentials() : initiator_(std::make_shared<own_tickets>()) {}

credentials::credentials(std::string_view user, std::string_view domain, std::string_view password)
    : initiator_(std::make_shared<password_of_user>(user, domain, password)) {}

}  // namespace rpc
