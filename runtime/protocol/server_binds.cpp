// What is negotiated with clients: presentation contexts and security contexts.

#include "server_connection.h"

#include <algorithm>
#include <utility>

namespace rpc::protocol {

void server_connection::handle_bind(const frame& from) {
  const std::uint32_t call_id = from.head.call_id;
  const auto bind = read_bind(from.head, from.pdu);
  if (state_ != state::unbound) {
    return refuse(call_id, nak_reason::not_specified, "a second bind");
  }
  if (!bind) return refuse(call_id, nak_reason::not_specified, "a bind that cannot be read");
  if (bind->auth == auth_trailer::malformed) {
    return refuse(call_id, nak_reason::protocol_version_not_supported,
                  "a bind whose authentication trailer does not fit");
  }
  if (bind->offers.empty()) {
    return refuse(call_id, nak_reason::not_specified, "a bind without presentation contexts");
  }
  if (at_.limits.turns_away) {
    return refuse(call_id, nak_reason::local_limit_exceeded, "too many connections");
  }
  auto results = contexts_.negotiate(bind->offers);
  if (!results) {
    return refuse(call_id, nak_reason::not_specified, "a bind that contradicts itself");
  }

  const bool signs_headers = at_.acceptor != nullptr && from.head.has(flag::header_signing);
  if (signs_headers) security_.sign_headers();
  security_table::outcome proof;
  if (bind->auth == auth_trailer::present)
    proof = security_.begin(bind->security);
  else
    security_.bind_without();
  if (!proof.failure.empty()) {
    told_ = std::move(proof.failure);
    return refuse(call_id, proof.nak, told_);
  }

  const auto joined = associations_.join(bind->association);
  association_ = joined.number;
  if (joined.full) {
    return refuse(call_id, nak_reason::local_limit_exceeded,
                  "a bind to an association that has too many connections");
  }
  if (association_ == 0) {
    return refuse(call_id, nak_reason::not_specified, "a bind to an association that is not there");
  }

  state_ = state::bound;
  multiplexed_ = from.head.has(flag::concurrent);
  max_fragment_ = fragment_size(std::min(bind->max_transmit, bind->max_receive), max_fragment_);

  bind_ack_pdu ack = acknowledge(std::move(*results));
  ack.secondary_address = at_.secondary_address;
  if (proof.context != nullptr) ack.security = proof.context->trailer(proof.reply.bytes());
  const auto flags = static_cast<std::uint8_t>(flag::whole | (multiplexed_ ? flag::concurrent : 0) |
                                               (signs_headers ? flag::header_signing : 0));
  write_bind_ack(out_, packet::bind_ack, flags, call_id, ack);
}

void server_connection::handle_alter(const frame& from) {
  const std::uint32_t call_id = from.head.call_id;
  const auto alter = read_bind(from.head, from.pdu);
  if (!alter || alter->offers.empty() || alter->auth == auth_trailer::malformed) {
    return fail({call_id, 0, status::proto_error, true}, "an alter_context that cannot be read");
  }
  if (alter->auth == auth_trailer::present && alter->security.type == mechanism::none) {
    return fail({call_id, 0, status::access_denied, true}, "a token of no mechanism");
  }
  auto results = contexts_.negotiate(alter->offers);
  if (!results) {
    return fail({call_id, 0, status::proto_error, true},
                "an alter_context that changes a presentation context");
  }
  const bool signs_headers = at_.acceptor != nullptr && from.head.has(flag::header_signing);
  if (signs_headers) security_.sign_headers();
  security_table::outcome proof;
  if (alter->auth == auth_trailer::present) proof = security_.alter(alter->security);
  if (!proof.failure.empty()) {
    told_ = std::move(proof.failure);
    return fail({call_id, 0, proof.code, true}, told_);
  }
  bind_ack_pdu answer = acknowledge(std::move(*results));
  if (proof.context != nullptr) answer.security = proof.context->trailer(proof.reply.bytes());
  const auto flags =
      static_cast<std::uint8_t>(flag::whole | (signs_headers ? flag::header_signing : 0));
  write_bind_ack(out_, packet::alter_context_resp, flags, call_id, answer);
}

/// The last token, which is not answered: what it was to allow is refused if it is wrong.
void server_connection::handle_auth3(const frame& from) {
  constexpr std::size_t body = header_size + 4;  // which mean nothing
  const std::uint32_t call_id = from.head.call_id;
  switch (read_auth_trailer(from.head, from.pdu, body)) {
    case auth_trailer::none:
      return fail({call_id, 0, status::proto_error, true}, "an auth3 without a token");
    case auth_trailer::malformed:  // so do Windows and Samba
      return fail({call_id, 0, status::fault_remote_no_memory, true},
                  "a token that cannot be read");
    case auth_trailer::present: break;
  }
  const sec_trailer trailer = take_auth_trailer(from.head, from.pdu);
  if (security_.find(trailer) != nullptr)
    return fail({call_id, 0, status::proto_error, true}, "a token after the last one");
  security_.finish(trailer);
}

bind_ack_pdu server_connection::acknowledge(std::vector<context_result> results) const {
  return {max_fragment_, max_fragment_, association_, {}, std::move(results)};
}

/// Answers a bind with bind_nak and gives the connection up.
void server_connection::refuse(std::uint32_t call_id, nak_reason why, std::string_view reason) {
  write_bind_nak(out_, call_id, why);
  close(reason);
}

}  // namespace rpc::protocol
