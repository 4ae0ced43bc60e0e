#include "security_table.h"

#include <algorithm>
#include <utility>

namespace rpc::protocol {
namespace {

bool is_known(protection level) {
  switch (level) {
    case protection::connect:
    case protection::packet:
    case protection::integrity:
    case protection::privacy: return true;
    case protection::none: break;
  }
  return false;
}

std::string name_of(mechanism by) {
  const std::string number = std::to_string(static_cast<unsigned>(by));
  switch (by) {
    case mechanism::spnego: return "SPNEGO (" + number + ")";
    case mechanism::ntlm: return "NTLM (" + number + ")";
    case mechanism::kerberos: return "Kerberos (" + number + ")";
    case mechanism::none: break;
  }
  return "the mechanism " + number;
}

constexpr protection call_level{3};  // of datagrams

security_table::outcome refuse(std::string failure, nak_reason nak, status code) {
  return {std::move(failure), nak, code};
}

}  // namespace

void security_table::sign_headers() {
  signs_headers_ = true;
  for (secured& each : contexts_) each.sign_headers();
}

security_table::outcome security_table::alter(const sec_trailer& trailer) {
  const auto same = std::ranges::find(contexts_, trailer.context, &secured::id);
  if (same == contexts_.end()) return begin(trailer);
  if (same->established() || !same->is_named_by(trailer))
    return refuse("an alter_context that changes a security context", {},
                  same->established() || same->type() == trailer.type ? status::access_denied
                                                                      : status::sec_pkg_error);
  return step(*same, trailer);
}

void security_table::finish(const sec_trailer& trailer) {
  const auto same = std::ranges::find(contexts_, trailer.context, &secured::id);
  if (same == contexts_.end() || same->established() || !same->is_named_by(trailer)) {
    failure_ = "a token for no security context that waits for one";
    return;
  }
  const outcome last = step(*same, trailer);
  failure_ = last.failure;
  if (failure_.empty() && (!same->established() || !last.reply.empty()))
    failure_ = "a token that was to be the last is not";
}

security_table::outcome security_table::begin(const sec_trailer& trailer) {
  if (!is_known(trailer.level) && trailer.level != call_level)
    return refuse("authentication at a level that is not known", nak_reason::not_specified,
                  status::access_denied);
  auto made = acceptor_ == nullptr ? nullptr : acceptor_->accept(trailer.type, trailer.level);
  if (made == nullptr)
    return refuse("authentication by " + name_of(trailer.type) + ", which is not offered",
                  nak_reason::authentication_type_not_recognized, status::access_denied);
  if (trailer.level == call_level)
    return refuse("authentication at a level of datagrams", nak_reason::invalid_checksum,
                  status::access_denied);
  if (contexts_.size() >= most_)
    return refuse("too many security contexts", nak_reason::local_limit_exceeded,
                  status::proto_error);
  secured& added =
      contexts_.emplace_back(std::move(made), trailer.type, trailer.level, trailer.context);
  if (signs_headers_) added.sign_headers();
  return step(added, trailer);
}

security_table::outcome security_table::step(secured& context, const sec_trailer& trailer) {
  outcome result;
  result.context = &context;
  if (context.step(trailer.token, result.reply) == security::context::progress::failed)
    return refuse("authentication failed: " + context.failure(), nak_reason::invalid_checksum,
                  status::sec_pkg_error);
  return result;
}

secured* security_table::find(const sec_trailer& trailer) {
  const auto same = std::ranges::find(contexts_, trailer.context, &secured::id);
  if (same == contexts_.end() || !same->established() || !same->is_named_by(trailer))
    return nullptr;
  return &*same;
}

bool security_table::waits_for_token(const sec_trailer& trailer) const {
  return std::ranges::any_of(contexts_, [&](const secured& each) {
    return each.id() == trailer.context && !each.established();
  });
}

secured* security_table::unprotected(bool& allowed) {
  allowed = plain_;
  if (plain_) return nullptr;
  const auto found = std::ranges::find_if(
      contexts_, [](const secured& each) { return each.established() && !each.protects(); });
  allowed = found != contexts_.end();
  return allowed ? &*found : nullptr;
}

}  // namespace rpc::protocol
