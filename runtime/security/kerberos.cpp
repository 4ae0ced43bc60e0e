#include "kerberos.h"

#include "legs.h"

#include <array>
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

  progress step(std::span<const std::byte> token, buffer& reply) override {
    return legs_->step(token, reply);
  }

  [[nodiscard]] std::string failure() const override { return "Kerberos: " + legs_->failure(); }

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

  [[nodiscard]] std::string principal() const override { return legs_->peer(); }
  [[nodiscard]] secret session_key() const override { return legs_->session_key(); }

 private:
  static OM_uint32 type_of(bool seal) {
    return seal ? GSS_IOV_BUFFER_TYPE_HEADER : GSS_IOV_BUFFER_TYPE_MIC_TOKEN;
  }
  [[nodiscard]] gss_ctx_id_t handle() const noexcept { return legs_->handle(); }

  const std::unique_ptr<gss::legs> legs_;
};

}  // namespace

std::unique_ptr<context> kerberos_initiator(gss::credential own, std::string_view target,
                                            bool delegate) {
  const OM_uint32 flags = GSS_C_DCE_STYLE | GSS_C_MUTUAL_FLAG | GSS_C_INTEG_FLAG | GSS_C_CONF_FLAG |
                          GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG |
                          (delegate ? GSS_C_DELEG_POLICY_FLAG : 0U);
  return std::make_unique<kerberos_context>(
      gss::initiating(gss::kerberos, std::move(own), target, flags));
}

std::unique_ptr<context> kerberos_acceptor(const gss::credential& own) {
  return std::make_unique<kerberos_context>(gss::accepting(gss::kerberos, own));
}

}  // namespace rpc::security
