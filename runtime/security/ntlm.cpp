#include "ntlm.h"

#include "legs.h"
#include "ntlm_anonymous.h"
#include "ntlm_messages.h"
#include "ntlm_session.h"

#include <optional>
#include <string>
#include <utility>

namespace rpc::security {
namespace {

class ntlm_context final : public context {
 public:
  ntlm_context(std::unique_ptr<legs> tokens, bool initiator, protection level)
      : legs_(std::move(tokens)), initiator_(initiator), level_(level) {}

  progress step(std::span<const std::byte> token, buffer& reply) override {
    const std::size_t before = reply.size();
    const progress came = legs_->step(token, reply);
    if (came == progress::failed) failure_ = legs_->failure();
    if (came != progress::done) return came;
    return begin_session(initiator_ ? reply.bytes().subspan(before) : token);
  }

  [[nodiscard]] std::string failure() const override { return "NTLM: " + failure_; }
  [[nodiscard]] std::size_t verifier_size(bool) const override {
    return ntlm_session::verifier_size;
  }

  bool protect(const quality& how, const pdu_parts& pdu, std::span<std::byte> verifier) override {
    if (!session_) return false;
    session_->protect(how, pdu, verifier);
    return true;
  }

  bool verify(const quality& how, const pdu_parts& pdu,
              std::span<const std::byte> verifier) override {
    return session_ && session_->verify(how, pdu, verifier);
  }

  void negotiation_verified() override {
    if (session_) session_->restart_ciphers();
  }

  [[nodiscard]] identity peer() const override { return legs_->peer(); }

 private:
  progress begin_session(std::span<const std::byte> authenticate) {
    namespace flag = ntlm_message::flag;
    const std::uint32_t flags =
        ntlm_message::number(authenticate, ntlm_message::at::authenticate_flags, 4);
    std::uint32_t needed = flag::extended_session_security | flag::keys_of_128_bits | flag::sign;
    if (level_ == protection::privacy) needed |= flag::seal;
    const secret key = legs_->peer().session_key;
    const bool fits = (flags & needed) == needed && key.bytes().size() == ntlm_session::key_size;
    if (fits)
      session_.emplace(key.bytes().first<ntlm_session::key_size>(), initiator_,
                       (flags & flag::key_exchange) != 0);
    // Windows and Samba accept who cannot sign at these levels, and then nothing that is to be.
    const bool may_fail_later =
        !initiator_ && (level_ == protection::packet || level_ == protection::integrity);
    if (fits || level_ == protection::connect || may_fail_later) return progress::done;
    failure_ = "the peer does not agree to extended session security with keys of 128 bits";
    return progress::failed;
  }

  const std::unique_ptr<legs> legs_;
  const bool initiator_;
  const protection level_;
  std::optional<ntlm_session> session_;
  std::string failure_;
};

}  // namespace

std::unique_ptr<context> ntlm_initiator(std::shared_ptr<const gss::credential> own,
                                        std::string_view target, protection level) {
  // At connect nothing is signed. A server of Samba 4.17 that may sign tries to, and sends a fault.
  const OM_uint32 flags =
      level == protection::connect
          ? 0
          : GSS_C_INTEG_FLAG | GSS_C_CONF_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG;
  return std::make_unique<ntlm_context>(gss::initiating(gss::ntlm, std::move(own), target, flags),
                                        true, level);
}

std::unique_ptr<context> ntlm_anonymous_initiator(protection level) {
  return std::make_unique<ntlm_context>(ntlm_anonymous_legs(level != protection::connect), true,
                                        level);
}

std::unique_ptr<context> ntlm_acceptor(const gss::credential& own, protection level) {
  return std::make_unique<ntlm_context>(gss::accepting(gss::ntlm, own), false, level);
}

std::unique_ptr<context> ntlm_acceptor(const ntlm_users& users, bool anonymous, protection level) {
  return std::make_unique<ntlm_context>(ntlm_server_legs(users, anonymous), false, level);
}

}  // namespace rpc::security
