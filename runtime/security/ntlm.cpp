#include "ntlm.h"

#include "legs.h"
#include "ntlm_session.h"

#include <optional>
#include <string>
#include <utility>

namespace rpc::security {
namespace {

// NTLMSSP_NEGOTIATE_* (MS-NLMP 2.2.2.5).
constexpr std::uint32_t signs = 0x00000010;
constexpr std::uint32_t seals = 0x00000020;
constexpr std::uint32_t extended_session_security = 0x00080000;
constexpr std::uint32_t keys_of_128_bits = 0x20000000;
constexpr std::uint32_t key_exchange = 0x40000000;

/// What the last token, AUTHENTICATE_MESSAGE (MS-NLMP 2.2.1.3), says was negotiated.
std::uint32_t flags_of(std::span<const std::byte> token) {
  constexpr std::size_t at = 60;
  std::uint32_t flags = 0;
  for (std::size_t i = 0; i < sizeof flags && at + i < token.size(); ++i)
    flags |= std::to_integer<std::uint32_t>(token[at + i]) << (8 * i);
  return flags;
}

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

  [[nodiscard]] std::string principal() const override { return legs_->peer(); }
  [[nodiscard]] secret session_key() const override { return key_; }

 private:
  progress begin_session(std::span<const std::byte> authenticate) {
    const std::uint32_t flags = flags_of(authenticate);
    std::uint32_t needed = extended_session_security | keys_of_128_bits | signs;
    if (level_ == protection::privacy) needed |= seals;
    key_ = legs_->session_key();
    const bool fits = (flags & needed) == needed && key_.bytes().size() == ntlm_session::key_size;
    if (fits)
      session_.emplace(key_.bytes().first<ntlm_session::key_size>(), initiator_,
                       (flags & key_exchange) != 0);
    if (fits || level_ == protection::connect) return progress::done;
    failure_ = "the peer does not agree to extended session security with keys of 128 bits";
    return progress::failed;
  }

  const std::unique_ptr<legs> legs_;
  const bool initiator_;
  const protection level_;
  std::optional<ntlm_session> session_;
  std::string failure_;
  secret key_;
};

}  // namespace

std::unique_ptr<context> ntlm_initiator(gss::credential own, std::string_view target,
                                        protection level) {
  constexpr OM_uint32 flags =
      GSS_C_INTEG_FLAG | GSS_C_CONF_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG;
  return std::make_unique<ntlm_context>(gss::initiating(gss::ntlm, std::move(own), target, flags),
                                        true, level);
}

std::unique_ptr<context> ntlm_acceptor(const gss::credential& own, protection level) {
  return std::make_unique<ntlm_context>(gss::accepting(gss::ntlm, own), false, level);
}

std::unique_ptr<context> ntlm_acceptor(const ntlm_users& users, protection level) {
  return std::make_unique<ntlm_context>(ntlm_server_legs(users), false, level);
}

}  // namespace rpc::security
