#include "ntlm.h"

#include "ntlm_session.h"

#include <cstring>
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

class ntlm_context : public context {
 public:
  ntlm_context(bool initiator, protection level) : initiator_(initiator), level_(level) {}

  progress step(std::span<const std::byte> token, buffer& reply) override {
    gss::result_buffer answer;
    gss_buffer_desc in = gss::buffer_of(token);
    OM_uint32 minor = 0;
    const OM_uint32 major = exchange(minor, in, answer.get());
    if (GSS_ERROR(major)) return fail(gss::describe(major, minor, gss::ntlm));
    reply.append(answer.bytes());
    if (major == GSS_S_CONTINUE_NEEDED) return progress::goes_on;
    if (principal_.empty()) return fail("an anonymous peer");
    return begin_session(initiator_ ? answer.bytes() : token);
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

  [[nodiscard]] std::string principal() const override { return principal_; }
  [[nodiscard]] secret session_key() const override { return key_; }

 protected:
  virtual OM_uint32 exchange(OM_uint32& minor, gss_buffer_desc& in, gss_buffer_t out) = 0;

  gss::context_handle handle_;
  std::string principal_;  // of the peer

 private:
  progress fail(std::string why) {
    failure_ = std::move(why);
    return progress::failed;
  }

  progress begin_session(std::span<const std::byte> authenticate) {
    const std::uint32_t flags = flags_of(authenticate);
    std::uint32_t needed = extended_session_security | keys_of_128_bits | signs;
    if (level_ == protection::privacy) needed |= seals;
    if ((flags & needed) != needed) {
      if (level_ == protection::connect) return progress::done;
      return fail("the peer does not agree to extended session security with keys of 128 bits");
    }
    if (!take_key()) return fail("there is no session key");
    session_.emplace(std::span<const std::byte, ntlm_session::key_size>(key_.bytes()), initiator_,
                     (flags & key_exchange) != 0);
    return progress::done;
  }

  bool take_key() {
    OM_uint32 minor = 0;
    gss_buffer_set_t set = nullptr;
    const OM_uint32 major = gss_inquire_sec_context_by_oid(
        &minor, handle_.get(), const_cast<gss_OID>(&gss::session_key_of_context), &set);
    const bool found = !GSS_ERROR(major) && set != nullptr && set->count > 0 &&
                       set->elements[0].length == ntlm_session::key_size;
    if (found) {
      const std::span bytes(static_cast<std::byte*>(set->elements[0].value),
                            ntlm_session::key_size);
      key_ = secret(bytes);
      secret::wipe(bytes);
    }
    gss_release_buffer_set(&minor, &set);
    return found;
  }

  const bool initiator_;
  const protection level_;
  std::optional<ntlm_session> session_;
  std::string failure_;
  secret key_;
};

class initiating final : public ntlm_context {
 public:
  initiating(gss::credential own, std::string_view target, protection level)
      : ntlm_context(true, level), own_(std::move(own)) {
    principal_ = target;
    std::string host(target);
    if (const auto slash = host.find('/'); slash != std::string::npos)
      host[slash] = '@';
    else
      host.insert(0, "host@");
    target_ = gss::import_name(host, GSS_C_NT_HOSTBASED_SERVICE);
  }

 private:
  OM_uint32 exchange(OM_uint32& minor, gss_buffer_desc& in, gss_buffer_t out) override {
    constexpr OM_uint32 wanted =
        GSS_C_INTEG_FLAG | GSS_C_CONF_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG;
    return gss_init_sec_context(&minor, own_.get(), &handle_, target_.get(),
                                const_cast<gss_OID>(&gss::ntlm), wanted, 0, nullptr, &in, nullptr,
                                out, nullptr, nullptr);
  }

  gss::credential own_;
  gss::name target_;
};

class accepting final : public ntlm_context {
 public:
  accepting(const gss::credential& own, protection level) : ntlm_context(false, level), own_(own) {}

 private:
  OM_uint32 exchange(OM_uint32& minor, gss_buffer_desc& in, gss_buffer_t out) override {
    // Not by gss_inquire_context, in which gss-ntlmssp 1.2 crashes.
    gss::name source;
    OM_uint32 agreed = 0;
    const OM_uint32 major =
        gss_accept_sec_context(&minor, &handle_, own_.get(), &in, nullptr, &source, nullptr, out,
                               &agreed, nullptr, nullptr);
    const bool known = major == GSS_S_COMPLETE && (agreed & GSS_C_ANON_FLAG) == 0;
    if (known && source.get() != nullptr) principal_ = gss::text_of(source.get());
    return major;
  }

  const gss::credential& own_;
};

}  // namespace

std::unique_ptr<context> ntlm_initiator(gss::credential own, std::string_view target,
                                        protection level) {
  return std::make_unique<initiating>(std::move(own), target, level);
}

std::unique_ptr<context> ntlm_acceptor(const gss::credential& own, protection level) {
  return std::make_unique<accepting>(own, level);
}

}  // namespace rpc::security
