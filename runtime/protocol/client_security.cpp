// How a client authenticates itself, and what is protected.

#include "client_failures.h"
#include "verification_trailer.h"

#include <utility>

namespace rpc::protocol {
namespace {

/// More tokens than any mechanism needs.
constexpr int most_legs = 16;

}  // namespace

/// Takes the token of an answer to a bind, whose outcome is reported once nothing more is to be
/// proved.
void client_connection::authenticate(const header& head, const bind_ack_pdu& ack,
                                     client_event outcome, std::vector<client_event>& events) {
  using progress = security::context::progress;
  const negotiation asked = *std::exchange(negotiation_, std::nullopt);
  release(*find(asked.call_id));
  if (!asked.is_leg && head.has(flag::header_signing)) security_->sign_headers();
  const bool present = ack.auth == auth_trailer::present;
  if (present && !security_->is_named_by(ack.security)) {
    events.push_back(lost(refused(outcome.binding, status::protocol_error)));
    return protocol_violation("the server answers for another security context", events);
  }
  buffer reply;
  const auto came =
      security_->step(present ? ack.security.token : std::span<const std::byte>(), reply);
  const bool sends = !reply.empty();
  if (came == progress::failed || (came == progress::goes_on && !sends) || ++legs_ > most_legs) {
    told_ = came == progress::failed ? security_->failure() : "the server's token is not the last";
    events.push_back(lost(refused(outcome.binding, status::sec_pkg_error)));
    close(told_);
    return fail_all(status::sec_pkg_error, events);
  }
  if (came == progress::goes_on) {
    const bool bound = outcome.what == client_event::kind::bound;
    context_offer offer = asked.offers.front();
    if (bound) {
      const bound_interface& known = bindings_[outcome.binding];
      offer.id = known.context;
      offer.transfers = {transfer_syntax(known.syntax)};
    }
    send_leg(outcome.binding, offer, reply.bytes());
    outcome_ = std::move(outcome);
    return;
  }
  if (sends) write_auth3(out_, asked.call_id, security_->trailer(reply.bytes()));
  if (security_->protects() &&
      security_->capacity(max_fragment_ - call_header_size - sizeof(uuid)) == 0) {
    events.push_back(lost(refused(outcome.binding, status::protocol_error)));
    return protocol_violation("the server accepts no fragment that a verifier fits into", events);
  }
  events.push_back(std::move(outcome));
}

/// An alter_context that changes nothing and carries a token.
void client_connection::send_leg(std::size_t binding, const context_offer& offer,
                                 std::span<const std::byte> token) {
  bind_pdu leg{
      fragment_size(limits_.max_fragment), fragment_size(limits_.max_fragment), 0, {offer}};
  leg.security = security_->trailer(token);
  const std::uint32_t call_id = id_of(acquire(slot::use::negotiation));
  write_bind(out_, packet::alter_context, flag::whole, call_id, leg);
  negotiation_ = {binding, call_id, packet::alter_context_resp, {offer}, true};
}

/// Decrypts the stub data of an answer; false if it is not protected as was agreed.
bool client_connection::verify(const frame& from, std::size_t header,
                               std::span<const std::byte>& stub, auth_trailer auth,
                               const sec_trailer& trailer) {
  if (!security_) return auth == auth_trailer::none;
  if (auth == auth_trailer::none) return !security_->protects();
  if (auth != auth_trailer::present || !security_->is_named_by(trailer)) return false;
  if (!security_->established() || !security_->protects()) return security_->established();
  const auto plain = security_->verify(from.pdu, header, trailer, verified_);
  if (plain) stub = *plain;
  return plain.has_value();
}

/// What was negotiated is sent once for each presentation context; and where headers are not
/// signed, each request's header.
void client_connection::add_verification(std::size_t binding, std::uint32_t call_id,
                                         std::uint16_t opnum, buffer& stub) {
  if (!security_->protects()) return;
  bound_interface& known = bindings_[binding];
  if (known.verified && security_->signs_headers()) return;
  known.verified = true;
  header head{};
  head.call_id = call_id;
  append_verification_trailer(stub, {known.interface.id, known.syntax, head, known.context, opnum,
                                     security_->signs_headers()});
}

void client_connection::close_if_broken() {
  if (security_ && security_->broken()) close("a request cannot be protected");
}

}  // namespace rpc::protocol
