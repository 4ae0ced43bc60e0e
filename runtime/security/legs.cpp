#include "legs.h"

#include <utility>

namespace rpc::security::gss {
namespace {

gss_OID parameter(const gss_OID_desc& oid) { return const_cast<gss_OID>(&oid); }

class initiating_legs final : public legs {
 public:
  initiating_legs(const gss_OID_desc& mechanism, std::shared_ptr<const credential> own,
                  std::string_view target, OM_uint32 flags)
      : legs(mechanism), own_(std::move(own)), flags_(flags) {
    peer_.principal = target;
    std::string service(target);
    const auto slash = service.find('/');
    if (slash == std::string::npos)
      service.insert(0, "host@");
    else
      service[slash] = '@';
    target_ = import_name(service, GSS_C_NT_HOSTBASED_SERVICE);
  }

 private:
  OM_uint32 exchange(OM_uint32& minor, gss_buffer_desc& in, gss_buffer_t out) override {
    OM_uint32 agreed = 0;
    const OM_uint32 major =
        gss_init_sec_context(&minor, own_->get(), &handle_, target_.get(), parameter(mechanism_),
                             flags_, 0, nullptr, &in, nullptr, out, &agreed, nullptr);
    const OM_uint32 missing = flags_ & ~agreed & GSS_C_MUTUAL_FLAG;
    return major == GSS_S_COMPLETE && missing != 0 ? GSS_S_FAILURE : major;
  }

  const std::shared_ptr<const credential> own_;
  const OM_uint32 flags_;
  name target_;
};

class accepting_legs final : public legs {
 public:
  accepting_legs(const gss_OID_desc& mechanism, const credential& own, OM_uint32 flags)
      : legs(mechanism), own_(own), flags_(flags) {}

 private:
  OM_uint32 exchange(OM_uint32& minor, gss_buffer_desc& in, gss_buffer_t out) override {
    // Not by gss_inquire_context, in which gss-ntlmssp 1.2 crashes. Delegated credentials come with
    // the first leg, and MIT's library gives out only those that come with the last: it would leak
    // them.
    gss_OID used = nullptr;
    OM_uint32 agreed = 0;
    const OM_uint32 major = gss_accept_sec_context(&minor, &handle_, own_.get(), &in, nullptr,
                                                   &source_, &used, out, &agreed, nullptr, nullptr);
    const bool known = major == GSS_S_COMPLETE && (agreed & GSS_C_ANON_FLAG) == 0;
    if (known && source_.get() != nullptr) peer_.principal = text_of(source_.get());
    return major == GSS_S_COMPLETE && (flags_ & ~agreed) != 0 ? GSS_S_FAILURE : major;
  }

  const credential& own_;
  const OM_uint32 flags_;
};

}  // namespace

context::progress legs::step(std::span<const std::byte> token, buffer& reply) {
  result_buffer answer;
  gss_buffer_desc in = buffer_of(token);
  OM_uint32 minor = 0;
  const OM_uint32 major = exchange(minor, in, answer.get());
  if (!GSS_ERROR(major)) reply.append(answer.bytes());
  if (major == GSS_S_CONTINUE_NEEDED) return context::progress::goes_on;
  if (major != GSS_S_COMPLETE)
    failure_ = describe(major, minor, mechanism_);
  else if (peer_.principal.empty())
    failure_ = "an anonymous peer";
  return failure_.empty() ? context::progress::done : context::progress::failed;
}

identity legs::peer() const {
  identity result = peer_;
  OM_uint32 minor = 0;
  gss_buffer_set_t set = nullptr;
  const OM_uint32 major = gss_inquire_sec_context_by_oid(&minor, handle_.get(),
                                                         parameter(session_key_of_context), &set);
  if (!GSS_ERROR(major) && set != nullptr && set->count > 0) {
    const std::span bytes(static_cast<std::byte*>(set->elements[0].value), set->elements[0].length);
    result.session_key = secret(bytes);
    secret::wipe(bytes);
  }
  gss_release_buffer_set(&minor, &set);
  return result;
}

std::unique_ptr<legs> initiating(const gss_OID_desc& mechanism,
                                 std::shared_ptr<const credential> own, std::string_view target,
                                 OM_uint32 flags) {
  return std::make_unique<initiating_legs>(mechanism, std::move(own), target, flags);
}

std::unique_ptr<legs> accepting(const gss_OID_desc& mechanism, const credential& own,
                                OM_uint32 flags) {
  return std::make_unique<accepting_legs>(mechanism, own, flags);
}

}  // namespace rpc::security::gss
