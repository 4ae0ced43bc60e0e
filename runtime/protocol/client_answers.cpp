// What servers answer: to binds, and to calls.

#include "client_failures.h"

#include <algorithm>
#include <utility>

namespace rpc::protocol {

namespace {

/// A server that accepts less than this leaves no room for stub data.
constexpr std::uint16_t least_usable_fragment = 64;

/// What servers write of a context: Windows and Samba leave the upper half out.
constexpr std::uint16_t in_responses(std::uint16_t context) { return context & 0xFF; }

status status_of(const context_result& result) {
  if (result.verdict != context_verdict::provider_rejection) return status::call_failed_dne;
  switch (result.reason) {
    case rejection::interface_unknown: return status::unknown_interface;
    case rejection::transfers_unknown: return status::unsupported_transfer_syntax;
    case rejection::local_limit: return status::server_too_busy;
    default: return status::call_failed_dne;
  }
}

status status_of(nak_reason reason) {
  switch (reason) {
    case nak_reason::temporary_congestion:
    case nak_reason::local_limit_exceeded: return status::server_too_busy;
    case nak_reason::protocol_version_not_supported: return status::rpc_version_mismatch;
    case nak_reason::authentication_type_not_recognized: return status::unknown_authn_service;
    case nak_reason::invalid_checksum: return status::sec_pkg_error;
    default: return status::call_failed_dne;
  }
}

/// A fault is never a success. Status 0 says that the stub data hold an error of the interface's
/// own (C706 12.6.4.7), and no interface here declares one.
status status_of(const fault_pdu& fault) {
  return fault.code == status::ok ? status::fault_unspec : fault.code;
}

}  // namespace

void client_connection::handle_ack(const frame& from, std::vector<client_event>& events) {
  const auto ack = read_bind_ack(from.head, from.pdu);
  if (!negotiation_ || from.head.type != negotiation_->answer ||
      from.head.call_id != negotiation_->call_id) {
    return protocol_violation("the server accepted a bind that was not sent", events);
  }
  if (!ack || ack->auth == auth_trailer::malformed || (!security_ && from.head.auth_length != 0)) {
    return protocol_violation("the server's answer to a bind cannot be read", events);
  }
  if (state_ == state::unbound) {
    if (ack->max_receive < least_usable_fragment) {
      return protocol_violation("the server accepts no fragment of useful size", events);
    }
    max_fragment_ = std::min(max_fragment_, ack->max_receive);
    multiplexed_ = from.head.has(flag::concurrent);
    state_ = state::bound;
  }
  auto outcome =
      negotiation_->is_leg ? std::move(outcome_) : judge_results(*negotiation_, ack->results);
  if (!outcome)
    return protocol_violation("the server's answer to a bind contradicts the bind", events);
  if (security_ && !security_->established())
    return authenticate(from.head, *ack, std::move(*outcome), events);
  release(*find(negotiation_->call_id));
  negotiation_.reset();
  events.push_back(std::move(*outcome));
}

/// What the results mean for the binding; nothing if they do not fit the offers.
std::optional<client_event> client_connection::judge_results(
    const negotiation& asked, const std::vector<context_result>& results) {
  const std::vector<context_offer>& offers = asked.offers;
  if (results.size() != offers.size()) return std::nullopt;

  client_event event = refused(asked.binding, status_of(results.front()));
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const syntax_id& offered = offers[i].transfers.front();
    const context_result& result = results[i];
    if (const auto features = requested_features(offered)) {
      if (result.verdict == context_verdict::acceptance) return std::nullopt;
      keeps_on_orphan_ = result.verdict == context_verdict::negotiate_ack &&
                         (result.reason & *features & feature::keep_connection_on_orphan) != 0;
    } else if (result.verdict == context_verdict::acceptance) {
      if (result.transfer != offered) return std::nullopt;
      // NDR64 comes last: it is preferred where a server accepts both.
      event.what = client_event::kind::bound;
      event.code = status::ok;
      event.did_not_execute = false;
      event.syntax = offered == ndr64_syntax ? ndr::syntax::ndr64 : ndr::syntax::ndr20;
      bindings_[event.binding].context = offers[i].id;
      bindings_[event.binding].syntax = event.syntax;
    }
  }
  return event;
}

void client_connection::handle_nak(const frame& from, std::vector<client_event>& events) {
  const auto reason = read_bind_nak(from.head, from.pdu);
  if (!reason || !negotiation_ || negotiation_->answer != packet::bind_ack) {
    return protocol_violation("the server refused a bind that was not sent", events);
  }
  close("the server refused the bind");
  fail_all(status_of(*reason), events);
}

/// What has come of the response that a fragment goes on with, unless it is taken as it comes.
buffer client_connection::take_stub(const header& head) {
  if (head.has(flag::first)) return spares_.take();
  slot* const used = find(head.call_id);
  const bool waits = used != nullptr && used->state == slot::use::call && !used->in_parts;
  return waits ? std::move(used->stub) : buffer();
}

void client_connection::handle_response(const frame& from, std::vector<client_event>& events) {
  const header& head = from.head;
  slot* used = find(head.call_id);
  auto part = read_fragment(from);
  const bool orphan = used == nullptr && is_orphan(head.call_id);
  if (!orphan && (used == nullptr || used->state == slot::use::negotiation)) {
    return protocol_violation("the server answered a call that was not made", events);
  }
  if (!part || part->auth == auth_trailer::malformed) {
    return protocol_violation("the server sent a response that cannot be read", events);
  }
  if (!verify(from, call_header_size, part->stub, part->auth, part->security)) {
    return protocol_violation("the server sent a response that is not protected as was agreed",
                              events);
  }
  if (orphan) return;
  if (used->state == slot::use::forgotten) {
    if (head.has(flag::last)) release(*used);
    return;
  }
  const bool in_order = head.has(flag::first) != used->started;
  const bool same_order = !used->started || head.order == used->sender;
  if (!in_order || !same_order || in_responses(part->context) != in_responses(used->context)) {
    return protocol_violation("the server sent fragments of a response that contradict each other",
                              events);
  }
  if (!used->started && part->message == nullptr) used->stub = spares_.take();
  used->started = true;
  used->sender = head.order;

  const bool last = head.has(flag::last);
  switch (used->parts.add(used->stub, *part, last, used->in_parts ? unlimited : limits_.response)) {
    case reassembler::result::ok: break;
    case reassembler::result::too_large:
      events.push_back(lost(failed(used->call, status::out_args_too_big, false)));
      release(*used);
      close("the server sent a response that is larger than max_response allows");
      return fail_all(status::call_failed_dne, events);
    case reassembler::result::empty:
      return protocol_violation("the server sent a fragment without stub data", events);
  }
  if (!last && !used->in_parts) return;
  client_event event{last ? client_event::kind::response : client_event::kind::part};
  event.call = used->call;
  event.sender = head.order;
  if (last) {
    event.stub = std::move(used->stub);
    end_request(*used);
    release(*used);
  }
  events.push_back(std::move(event));
}

void client_connection::handle_fault(const frame& from, std::vector<client_event>& events) {
  const auto fault = read_fault(from.head, from.pdu);
  slot* used = find(from.head.call_id);
  const bool orphan = used == nullptr && is_orphan(from.head.call_id);
  if (!fault || (used == nullptr && !orphan)) {
    return protocol_violation("the server sent a fault that belongs to no call", events);
  }
  // Servers leave faults without a verifier. They are taken, but for the promise that the call may
  // be repeated without harm.
  const bool bare = security_ && security_->protects() && from.head.auth_length == 0;
  std::span<const std::byte> none;
  if (!bare && from.head.auth_length != 0) {
    const auto auth = read_auth_trailer(from.head, from.pdu, fault_size);
    const auto trailer =
        auth == auth_trailer::present ? take_auth_trailer(from.head, from.pdu) : sec_trailer{};
    if (!verify(from, fault_size, none, auth, trailer))
      return protocol_violation("the server sent a fault that is not protected as was agreed",
                                events);
  }
  if (orphan) return;
  if (used->state == slot::use::negotiation && negotiation_) {
    events.push_back(refused(negotiation_->binding, status_of(*fault)));
    const bool unknown = security_ && !security_->established();
    negotiation_.reset();
    if (unknown) {
      close("the server refused the authentication");
      return fail_all(status_of(*fault), events);
    }
  } else if (used->state == slot::use::call) {
    events.push_back(failed(used->call, status_of(*fault), fault->did_not_execute && !bare));
    end_request(*used);
  }
  release(*used);
}

}  // namespace rpc::protocol
