#include "client_failures.h"

#include <algorithm>
#include <utility>

namespace rpc::protocol {

namespace {

constexpr std::uint16_t wanted_features = feature::keep_connection_on_orphan;

/// auth_context_id of our only security context.
constexpr std::uint32_t auth_context = 1;

/// Bytes that wait to be sent; what would follow them can still be abandoned.
constexpr std::size_t most_output = 256u << 10;

/// A call_id is the index of a slot + 1, and in its upper bits how many calls were orphaned before.
constexpr std::uint32_t slot_bits = 16;
constexpr std::uint32_t most_slots = (1u << slot_bits) - 1;

constexpr std::uint32_t place_of(std::uint32_t call_id) { return call_id & most_slots; }
constexpr std::uint16_t generation_of(std::uint32_t call_id) {
  return static_cast<std::uint16_t>(call_id >> slot_bits);
}

}  // namespace

client_connection::client_connection(const settings& limits, authentication with)
    : limits_(limits),
      framer_(fragment_size(limits.max_fragment), this),
      max_fragment_(fragment_size(limits.max_fragment)) {
  if (with.context) security_.emplace(std::move(with.context), with.type, with.level, auth_context);
}

// What goes out.

std::size_t client_connection::bind(const offered_interface& interface) {
  bindings_.push_back({interface});
  queue_.push_back({true, bindings_.size() - 1});
  std::vector<client_event> none;  // a bind gives no call its turn
  pump(none);
  return bindings_.size() - 1;
}

call_ticket client_connection::request(std::size_t binding, std::uint16_t opnum, buffer& stub,
                                       const std::optional<uuid>& object) {
  queued call{false, binding, call_ticket{++last_ticket_}, opnum, object};
  const call_ticket ticket = call.call;
  if (queue_.empty() && may_send(false)) {
    send_request(call, stub);
  } else {
    call.stub = std::move(stub);
    queue_.push_back(std::move(call));
  }
  return ticket;
}

call_ticket client_connection::open(std::size_t binding, std::uint16_t opnum,
                                    const std::optional<uuid>& object) {
  queued call{false, binding, call_ticket{++last_ticket_}, opnum, object};
  call.in_parts = true;
  const call_ticket ticket = call.call;
  if (queue_.empty() && may_send(false)) {
    begin_request(call);
  } else {
    queue_.push_back(std::move(call));
  }
  return ticket;
}

std::size_t client_connection::send_part(call_ticket call, std::span<const std::byte> stub,
                                         bool last) {
  slot* const used = find(call);
  if (used == nullptr || closing()) return stub.size();
  const std::size_t sent =
      write_part(out_, {packet::request, id_of(*used), used->context, used->opnum, used->object},
                 stub, max_fragment_, {!used->begun, last}, protector());
  close_if_broken();
  used->sending = !last;
  if (sent == 0 && !last) return 0;
  used->begun = true;
  last_sent_ = std::max(last_sent_, call);
  return sent;
}

bool client_connection::take_part(call_ticket call, buffer& into) {
  slot* const used = find(call);
  if (used == nullptr || used->stub.empty()) return false;
  into.append(used->stub.bytes());
  used->stub.clear();
  return true;
}

bool client_connection::wants_input() const noexcept {
  return in_parts_ == 0 || std::ranges::none_of(slots_, [&](const slot& used) {
           return used.in_parts && used.stub.size() >= limits_.pipe_window;
         });
}

void client_connection::cancel(call_ticket call, std::vector<client_event>& events) {
  if (closing()) return;
  if (std::erase_if(queue_, [&](const queued& waiting) { return waiting.call == call; }) != 0) {
    events.push_back(failed(call, status::fault_cancel, true));
    events.back().cancelled = true;
  } else if (const slot* const used = find(call)) {
    write_notice(out_, packet::co_cancel, id_of(*used));
  }
}

bool client_connection::abandon(call_ticket call) {
  if (std::erase_if(queue_, [&](const queued& waiting) { return waiting.call == call; }) != 0)
    return true;
  slot* used = find(call);
  if (used == nullptr) return false;
  if (used->in_parts && !used->begun && multiplexed_) {
    release(*used);  // the server knows nothing of it
    return true;
  }
  const bool unended = used->begun && used->sending;
  if (keeps_on_orphan_ && !closing()) {
    // No answer will come, or one that is on its way.
    write_notice(out_, packet::orphaned, id_of(*used));
    release(*used);
    ++orphans_;
  } else {
    if (used->in_parts) --in_parts_;
    used->in_parts = false;
    used->state = slot::use::forgotten;
    used->stub = {};
    --open_;
  }
  if (closing()) return false;
  if (!multiplexed_ || (unended && !keeps_on_orphan_)) close("a call was abandoned");
  return false;
}

bool client_connection::take_output(output& empty) {
  if (out_.empty()) return false;
  std::swap(out_, empty);
  last_taken_ = last_sent_;
  return true;
}

/// Sends what waited for its turn.
void client_connection::pump(std::vector<client_event>& events) {
  while (!queue_.empty() && may_send(queue_.front().is_bind)) {
    queued& next = queue_.front();
    if (next.is_bind) {
      if (!send_bind(next.binding)) return;
    } else if (next.in_parts) {
      begin_request(next);
      client_event event{client_event::kind::turn};
      event.call = next.call;
      events.push_back(std::move(event));
    } else {
      send_request(next, next.stub);
    }
    queue_.pop_front();
  }
}

bool client_connection::may_send(bool is_bind) const {
  if (closing() || draining_) return false;
  if (out_.size() >= most_output) return false;
  if (!multiplexed_) return open_ == 0;
  if (free_.empty() && slots_.size() == most_slots) return false;
  return !is_bind || !negotiation_;
}

/// False, and the connection ends, if the client cannot prove who it is.
bool client_connection::send_bind(std::size_t number) {
  const bool first = state_ == state::unbound;
  const auto& [interface, ndr64] = bindings_[number].interface;

  bind_pdu bind{fragment_size(limits_.max_fragment), fragment_size(limits_.max_fragment), 0, {}};
  bind.offers.push_back({next_context_++, interface, {ndr20_syntax}});
  if (limits_.ndr64 && ndr64) bind.offers.push_back({next_context_++, interface, {ndr64_syntax}});
  if (first) {
    bind.offers.push_back({next_context_++, interface, {feature_syntax(wanted_features)}});
  }

  buffer token;
  std::uint8_t flags = first ? flag::whole | flag::concurrent : flag::whole;
  if (first && security_) {
    if (security_->step({}, token) == security::context::progress::failed) {
      told_ = security_->failure();
      close(told_);
      unbound_ = status::sec_pkg_error;
      return false;
    }
    bind.security = security_->trailer(token.bytes());
    flags |= flag::header_signing;
  }
  const std::uint32_t call_id = id_of(acquire(slot::use::negotiation));
  write_bind(out_, first ? packet::bind : packet::alter_context, flags, call_id, bind);
  negotiation_ = {number, call_id, first ? packet::bind_ack : packet::alter_context_resp,
                  std::move(bind.offers)};
  return true;
}

void client_connection::send_request(const queued& call, buffer& stub) {
  slot& used = acquire(slot::use::call);
  const std::uint32_t call_id = id_of(used);
  used.context = bindings_[call.binding].context;
  used.call = call.call;
  last_sent_ = call.call;
  if (security_) add_verification(call.binding, call_id, call.opnum, stub);
  write_message(out_, {packet::request, call_id, used.context, call.opnum, call.object}, stub,
                max_fragment_, protector());
  close_if_broken();
}

void client_connection::begin_request(const queued& call) {
  slot& used = acquire(slot::use::call);
  used.context = bindings_[call.binding].context;
  used.opnum = call.opnum;
  used.object = call.object;
  used.call = call.call;
  used.in_parts = true;
  used.sending = true;
  ++in_parts_;
}

/// A call was answered before its request has ended: nothing more of it is sent, and the server
/// does not wait for it (C706 12.6.4.8, orphaned).
void client_connection::end_request(const slot& used) {
  if (!used.in_parts || !used.sending || !used.begun) return;
  if (!keeps_on_orphan_) return close("the server answered a request before its end");
  write_notice(out_, packet::orphaned, id_of(used));
}

// What comes in.

void client_connection::receive(std::span<const std::byte> bytes,
                                std::vector<client_event>& events) {
  framer_.feed(bytes);
  take_input(events);
}

void client_connection::receive(framer::runs places, std::size_t count,
                                std::vector<client_event>& events) {
  framer_.feed(places, count);
  take_input(events);
}

void client_connection::take_input(std::vector<client_event>& events) {
  if (closing()) return;
  while (!closing()) {
    const auto next = framer_.next();
    if (!next) break;
    handle(*next, events);
    if (draining_ && open_ == 0 && !closing()) {
      close("the server asked for a shutdown");
      fail_all(unbound_, events);
    }
  }
  pump(events);
}

void client_connection::disconnect(std::vector<client_event>& events) {
  if (!closing()) close("the connection was lost");
  fail_all(unbound_, events);
}

void client_connection::handle(const frame& from, std::vector<client_event>& events) {
  if (from.pdu.empty()) return protocol_violation("the server sent no DCE/RPC 5.0 header", events);
  switch (from.head.type) {
    case packet::response: return handle_response(from, events);
    case packet::fault: return handle_fault(from, events);
    case packet::bind_ack:
    case packet::alter_context_resp: return handle_ack(from, events);
    case packet::bind_nak: return handle_nak(from, events);
    case packet::shutdown: draining_ = true; return;
    default:
      return protocol_violation("the server sent a PDU of a type that no server sends", events);
  }
}

// The slots.

client_connection::slot& client_connection::acquire(slot::use use) {
  if (free_.empty()) {
    slots_.emplace_back();
    free_.push_back(static_cast<std::uint32_t>(slots_.size()));
  }
  slot& used = slots_[free_.back() - 1];
  free_.pop_back();
  used.state = use;
  used.generation = orphans_;
  ++open_;
  return used;
}

void client_connection::release(slot& used) {
  if (used.state != slot::use::forgotten) --open_;
  if (used.in_parts) --in_parts_;
  free_.push_back(static_cast<std::uint32_t>(&used - slots_.data() + 1));
  used = {};
}

std::uint32_t client_connection::id_of(const slot& used) const noexcept {
  return static_cast<std::uint32_t>(used.generation) << slot_bits |
         static_cast<std::uint32_t>(&used - slots_.data() + 1);
}

void client_connection::trim() noexcept {
  framer_.trim();
  out_.trim();
  spares_.trim();
  constexpr std::size_t few = 4;
  if (slots_.size() <= few || free_.size() < slots_.size()) return;
  slots_ = std::vector<slot>();
  free_ = std::vector<std::uint32_t>();
}

client_connection::slot* client_connection::find(std::uint32_t call_id) {
  const std::uint32_t place = place_of(call_id);
  if (place == 0 || place > slots_.size()) return nullptr;
  slot& used = slots_[place - 1];
  const bool current = used.generation == generation_of(call_id);
  return current && used.state != slot::use::free ? &used : nullptr;
}

const client_connection::slot* client_connection::find(call_ticket call) const noexcept {
  const auto found = std::ranges::find_if(
      slots_, [&](const slot& used) { return used.state == slot::use::call && used.call == call; });
  return found == slots_.end() ? nullptr : &*found;
}

client_connection::slot* client_connection::find(call_ticket call) {
  return const_cast<slot*>(std::as_const(*this).find(call));
}

// The end.

/// The server broke the protocol: nothing that it sends can be believed any more.
void client_connection::protocol_violation(std::string_view reason,
                                           std::vector<client_event>& events) {
  close(reason);
  fail_all(status::protocol_error, events);
}

void client_connection::close(std::string_view reason) {
  state_ = state::closing;
  reason_ = reason;
}

/// Answers every open bind with `of_binds`, and every open call.
void client_connection::fail_all(status of_binds, std::vector<client_event>& events) {
  if (negotiation_) events.push_back(lost(refused(negotiation_->binding, of_binds)));
  negotiation_.reset();
  for (slot& used : slots_) {
    if (used.state == slot::use::call) {
      const bool sent = used.call <= last_taken_;
      events.push_back(
          lost(failed(used.call, sent ? status::call_failed : status::call_failed_dne, !sent)));
    }
    used.state = slot::use::free;
    used.in_parts = false;
  }
  open_ = 0;
  in_parts_ = 0;
  for (const queued& waiting : queue_) {
    events.push_back(lost(waiting.is_bind ? refused(waiting.binding, of_binds)
                                          : failed(waiting.call, status::call_failed_dne, true)));
  }
  queue_.clear();
}

}  // namespace rpc::protocol
