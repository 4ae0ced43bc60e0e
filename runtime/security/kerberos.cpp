#include "kerberos.h"

#include "legs.h"
#include "lent_tickets.h"
#include "pac.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

namespace rpc::security {
namespace {

/// The parts of a PDU as buffers of GSSAPI: what the verifier is in, then what it is for.
class buffers {
 public:
  buffers(OM_uint32 verifier_type, const quality& how, const pdu_parts& pdu,
          std::span<std::byte> verifier) {
    add(verifier_type, verifier);
    if (how.signs_header) add(GSS_IOV_BUFFER_TYPE_SIGN_ONLY, pdu.header);
    add(GSS_IOV_BUFFER_TYPE_DATA, pdu.body);
    if (how.signs_header) add(GSS_IOV_BUFFER_TYPE_SIGN_ONLY, pdu.trailer);
  }

  gss_iov_buffer_desc* data() noexcept { return all_.data(); }
  [[nodiscard]] int count() const noexcept { return count_; }
  [[nodiscard]] const gss_buffer_desc& verifier() const noexcept { return all_[0].buffer; }

 private:
  void add(OM_uint32 type, std::span<const std::byte> bytes) {
    all_[static_cast<std::size_t>(count_++)] = {type, gss::buffer_of(bytes)};
  }

  std::array<gss_iov_buffer_desc, 4> all_{};
  int count_ = 0;
};

class kerberos_context final : public context {
 public:
  explicit kerberos_context(std::unique_ptr<gss::legs> legs) : legs_(std::move(legs)) {}
  /// Keeps the tickets that the client lends; `keytab` has the keys for them.
  kerberos_context(std::unique_ptr<gss::legs> legs, std::string keytab)
      : legs_(std::move(legs)), keytab_(std::move(keytab)) {}

  progress step(std::span<const std::byte> token, buffer& reply) override {
    if (keytab_ && first_token_.empty()) first_token_.append(token);
    const progress came = legs_->step(token, reply);
    return came == progress::done && !learn() ? progress::failed : came;
  }

  [[nodiscard]] std::string failure() const override {
    return "Kerberos: " + (failure_.empty() ? legs_->failure() : failure_);
  }

  [[nodiscard]] std::size_t verifier_size(bool seal) const override {
    std::array<std::byte, 16> body{};
    OM_uint32 minor = 0;
    int sealed = 0;
    buffers of(type_of(seal), {seal, false}, {{}, body, {}}, {});
    const OM_uint32 major =
        seal ? gss_wrap_iov_length(&minor, handle(), 1, GSS_C_QOP_DEFAULT, &sealed, of.data(),
                                   of.count())
             : gss_get_mic_iov_length(&minor, handle(), GSS_C_QOP_DEFAULT, of.data(), of.count());
    return GSS_ERROR(major) ? 0 : of.verifier().length;
  }

  bool protect(const quality& how, const pdu_parts& pdu, std::span<std::byte> verifier) override {
    OM_uint32 minor = 0;
    int sealed = 0;
    buffers of(type_of(how.seal), how, pdu, verifier);
    const OM_uint32 major =
        how.seal
            ? gss_wrap_iov(&minor, handle(), 1, GSS_C_QOP_DEFAULT, &sealed, of.data(), of.count())
            : gss_get_mic_iov(&minor, handle(), GSS_C_QOP_DEFAULT, of.data(), of.count());
    return major == GSS_S_COMPLETE && of.verifier().length == verifier.size() &&
           (!how.seal || sealed != 0);
  }

  // Numbers out of order are no errors of GSSAPI's, but not complete either.
  bool verify(const quality& how, const pdu_parts& pdu,
              std::span<const std::byte> verifier) override {
    OM_uint32 minor = 0;
    int sealed = 0;
    gss_qop_t qop = GSS_C_QOP_DEFAULT;
    buffer token;  // unwrapping writes to it
    token.append(verifier);
    buffers of(type_of(how.seal), how, pdu, token.bytes());
    const OM_uint32 major =
        how.seal ? gss_unwrap_iov(&minor, handle(), &sealed, &qop, of.data(), of.count())
                 : gss_verify_mic_iov(&minor, handle(), &qop, of.data(), of.count());
    return major == GSS_S_COMPLETE && (!how.seal || sealed != 0);
  }

  [[nodiscard]] identity peer() const override {
    identity result = legs_->peer();
    result.sid = account_.user;
    result.groups = account_.groups;
    if (lent_) result.delegated.emplace(tickets_initiator(lent_));
    return result;
  }

 private:
  static OM_uint32 type_of(bool seal) {
    return seal ? GSS_IOV_BUFFER_TYPE_HEADER : GSS_IOV_BUFFER_TYPE_MIC_TOKEN;
  }
  [[nodiscard]] gss_ctx_id_t handle() const noexcept { return legs_->handle(); }

  /// What the client's ticket has besides its name. False if that cannot be read.
  bool learn() {
    if (keytab_) lent_ = lent_tickets(first_token_.bytes(), *keytab_);
    const auto written = gss::attribute(legs_->source(), "urn:mspac:logon-info");
    if (!written) return true;
    auto account = read_logon_info(written->bytes());
    if (account)
      account_ = std::move(*account);
    else
      failure_ = "the ticket's account cannot be read";
    return account.has_value();
  }

  const std::unique_ptr<gss::legs> legs_;
  account_sids account_;
  const std::optional<std::string> keytab_;
  buffer first_token_;  // if there is a keytab
  std::shared_ptr<const gss::credential> lent_;
  std::string failure_;
};

OM_uint32 needed_for(protection level) {
  return level == protection::privacy ? GSS_C_CONF_FLAG : 0U;
}

}  // namespace

std::unique_ptr<context> kerberos_initiator(std::shared_ptr<const gss::credential> own,
                                            std::string_view target, bool delegate) {
  const OM_uint32 flags = GSS_C_DCE_STYLE | GSS_C_MUTUAL_FLAG | GSS_C_INTEG_FLAG | GSS_C_CONF_FLAG |
                          GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG |
                          (delegate ? GSS_C_DELEG_POLICY_FLAG : 0U);
  return std::make_unique<kerberos_context>(
      gss::initiating(gss::kerberos, std::move(own), target, flags));
}

std::unique_ptr<context> kerberos_acceptor(const gss::credential& own, protection level) {
  return std::make_unique<kerberos_context>(gss::accepting(gss::kerberos, own, needed_for(level)));
}

std::unique_ptr<context> kerberos_borrower(const gss::credential& own, const std::string& keytab,
                                           protection level) {
  return std::make_unique<kerberos_context>(gss::accepting(gss::kerberos, own, needed_for(level)),
                                            keytab);
}

}  // namespace rpc::security
