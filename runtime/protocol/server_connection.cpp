#include "server_connection.h"

#include "fragmenter.h"

#include <algorithm>

namespace rpc::protocol {

namespace {

/// Enough for as many calls as can arrive while the input waits (see wants_input).
constexpr unsigned place_bits = 24;

/// How long a request may take before its rate counts.
constexpr std::chrono::seconds grace(5);

std::uint16_t features_of(const server_connection::endpoint& at) {
  constexpr std::uint16_t always = feature::keep_connection_on_orphan;
  return at.acceptor == nullptr ? always : always | feature::several_security_contexts;
}

std::size_t place_of(call_ticket ticket) {
  return static_cast<std::uint64_t>(ticket) & ((1u << place_bits) - 1);
}

}  // namespace

server_connection::server_connection(const endpoint& at, association_source& associations)
    : at_(at),
      framer_(fragment_size(at.limits.max_fragment), this),
      contexts_(at.interfaces, at.limits, features_of(at)),
      security_(at.acceptor, at.limits.max_security_contexts),
      max_fragment_(fragment_size(at.limits.max_fragment)),
      associations_(associations) {}

void server_connection::advance(time_point now, bool reading) {
  if (closing()) return;
  if (opened_ == time_point{}) {
    opened_ = last_input_ = now;
  } else if (!reading) {
    const auto unread = now - now_;
    opened_ += unread;
    pdu_begun_ += unread;
    for (unfinished_call& call : unfinished_) call.begun += unread;
  }
  now_ = now;
  if (const std::string_view limit = exceeded_limit(); !limit.empty()) close(limit);
}

/// What the client takes too long for; empty if nothing.
std::string_view server_connection::exceeded_limit() const {
  const time_limits& most = at_.limits.times;
  const auto exceeds = [&](time_point begun, std::chrono::milliseconds limit) {
    return limit.count() != 0 && now_ - begun > limit;
  };
  if (state_ == state::unbound && exceeds(opened_, most.bind))
    return "no bind within the time limit";
  if (framer_.partial() != 0 && exceeds(pdu_begun_, most.pdu))
    return "a PDU that takes longer than the time limit allows";
  for (const unfinished_call& call : unfinished_) {
    if (call.request.ticket != call_ticket{}) continue;  // the call waits for the rest
    if (exceeds(call.begun, most.request))
      return "a request that takes longer than the time limit allows";
    const auto taken = now_ - call.begun;
    const auto due = std::chrono::duration<double>(taken).count() * static_cast<double>(most.rate);
    if (taken > grace && static_cast<double>(stub_size(call)) < due)
      return "a request that comes more slowly than the limit allows";
  }
  return {};
}

std::size_t server_connection::receive(std::span<const std::byte> bytes,
                                       std::vector<incoming_call>& calls) {
  if (closing()) return bytes.size();
  framer_.feed(bytes);
  take_input(calls);
  return closing() ? bytes.size() : bytes.size() - framer_.unread().size();
}

std::span<const std::byte> server_connection::receive(framer::runs places, std::size_t count,
                                                      std::vector<incoming_call>& calls) {
  if (closing()) return {};
  framer_.feed(places, count);
  take_input(calls);
  return closing() ? std::span<const std::byte>() : framer_.unread();
}

void server_connection::take_input(std::vector<incoming_call>& calls) {
  const bool resumed = framer_.partial() != 0;
  bool whole = false;
  last_input_ = now_;
  while (!closing() && wants_input()) {
    const auto next = framer_.next();
    if (!next) {
      if (framer_.partial() != 0 && (whole || !resumed)) pdu_begun_ = now_;
      return;
    }
    whole = true;
    handle(*next, calls);
  }
}

std::size_t server_connection::buffered_input() const noexcept {
  std::size_t bytes = framer_.partial() + framer_.begun() + stub_bytes_;
  for (const unfinished_call& call : unfinished_) bytes += call.request.stub.size();
  for (const stream& of : streams_) bytes += of.arrived.size();
  return bytes;
}

void server_connection::handle(const frame& from, std::vector<incoming_call>& calls) {
  const header& head = from.head;
  ++pdus_;
  if (from.pdu.empty()) {
    if (state_ == state::unbound) {
      refuse(head.call_id, nak_reason::protocol_version_not_supported, "not a DCE/RPC 5.0 header");
    } else {
      fail({head.call_id, 0, status::proto_error, false}, "a header that cannot be accepted");
    }
    return;
  }
  if (head.type == packet::bind) return handle_bind(from);
  if (state_ == state::unbound) {
    return fail({head.call_id, 0, status::proto_error, true}, "a PDU before the bind");
  }
  switch (head.type) {
    case packet::request: return handle_request(from, calls);
    case packet::alter_context: return handle_alter(from);
    case packet::auth3:
      if (at_.acceptor != nullptr) return handle_auth3(from);
      break;
    case packet::co_cancel:
    case packet::orphaned:
      if (verify_notice(from)) handle_notice(head);
      return;
    default: break;
  }
  fail({head.call_id, 0, status::proto_error, true}, "a PDU of a type that no client sends");
}

/// Makes a request that has fully arrived a call that runs.
void server_connection::start(incoming_call& call, std::uint32_t call_id, std::uint16_t context,
                              secured* by) {
  if (free_.empty()) {
    free_.push_back(static_cast<std::uint32_t>(calls_.size()));
    calls_.emplace_back();
  }
  const std::uint32_t place = free_.back();
  free_.pop_back();
  call.ticket = call_ticket{++calls_seen_ << place_bits | place};
  const std::size_t stub_size = call.stub.size();
  calls_[place] = {call.ticket, call_id, context, stub_size, call.expects_answer};
  calls_[place].by = by;
  if (by != nullptr) call.by = by->peer();
  stub_bytes_ += stub_size;
  if (call.expects_answer) ++answers_due_;
}

/// co_cancel and orphaned. Like Windows we ignore them for calls that were not reported; for
/// calls that are not open they come late, which is no fault of the client. A request that is
/// orphaned ends where it is.
void server_connection::handle_notice(const header& head) {
  running_call* const call = find_running(head.call_id);
  if (head.type == packet::co_cancel) {
    if (call != nullptr) call->cancelled = true;
    return;
  }
  const unfinished_call* const rest = find_unfinished(head.call_id);
  if (rest != nullptr && rest->request.ticket != call_ticket{}) {
    if (stream* const from = find_stream(rest->request.ticket)) from->lost = true;
    unfinished_.erase(unfinished_.begin() + (rest - unfinished_.data()));
  }
  if (call == nullptr) return;
  call->wants_answer = false;
  call->orphaned = true;
  --answers_due_;
}

bool server_connection::wants_input() const noexcept {
  return !closing() && calls() < at_.limits.max_calls && stub_bytes_ < at_.limits.max_call_bytes &&
         !window_full();
}

bool server_connection::window_full() const noexcept {
  return std::ranges::any_of(
      streams_, [&](const stream& of) { return of.arrived.size() >= at_.limits.pipe_window; });
}

server_connection::inflow server_connection::take_part(call_ticket ticket, buffer& into) {
  const running_call* const call = find_running(ticket);
  if (call == nullptr) return inflow::lost;
  if (call->cancelled) return inflow::cancelled;
  stream* const from = find_stream(ticket);
  if (from == nullptr) return inflow::end;
  if (from->lost) return inflow::lost;
  if (!from->arrived.empty()) {
    into.append(from->arrived.bytes());
    from->arrived.clear();
    return inflow::part;
  }
  if (from->ended) return inflow::end;
  return closing() ? inflow::lost : inflow::nothing;
}

bool server_connection::cancelled(call_ticket ticket) const noexcept {
  const running_call* const call = find_running(ticket);
  return call != nullptr && call->cancelled;
}

bool server_connection::given_up(call_ticket ticket) const noexcept {
  const running_call* const call = find_running(ticket);
  return call != nullptr && (call->cancelled || call->orphaned);
}

bool server_connection::awaited(call_ticket ticket) const noexcept {
  const running_call* const call = find_running(ticket);
  return call != nullptr && call->wants_answer && !closing();
}

std::size_t server_connection::respond_part(call_ticket ticket, std::span<const std::byte> stub) {
  if (!awaited(ticket)) return stub.size();
  running_call& call = calls_[place_of(ticket)];
  const std::size_t sent = write_part(out_, {packet::response, call.call_id, call.context}, stub,
                                      max_fragment_, {!call.answering, false}, call.by);
  close_if_broken(call.by);
  call.answering = call.answering || sent > 0;
  return sent;
}

void server_connection::respond(call_ticket ticket, buffer& stub) {
  const auto call = finish(ticket);
  if (!call) {
    stub.clear();
    return;
  }
  const message head{packet::response, call->call_id, call->context};
  if (!call->answering)
    write_message(out_, head, stub, max_fragment_, call->by);
  else
    write_part(out_, head, stub.bytes(), max_fragment_, {false, true}, call->by);
  stub.clear();
  close_if_broken(call->by);
}

void server_connection::close_if_broken(const secured* by) {
  if (by != nullptr && by->broken()) close("an answer cannot be protected");
}

void server_connection::fault(call_ticket ticket, status code, bool did_not_execute) {
  if (const auto call = finish(ticket)) {
    write_fault(out_, {call->call_id, call->context, code, did_not_execute});
  }
}

bool server_connection::take_output(output& empty) {
  if (out_.empty()) return false;
  std::swap(out_, empty);
  return true;
}

server_connection::running_call* server_connection::find_running(std::uint32_t call_id) {
  // The call_id of a call that was orphaned may be in use again.
  const auto found = std::ranges::find_if(calls_, [&](const running_call& call) {
    return call.call_id == call_id && call.wants_answer;
  });
  return found == calls_.end() ? nullptr : &*found;
}

const server_connection::running_call* server_connection::find_running(
    call_ticket ticket) const noexcept {
  const std::size_t place = place_of(ticket);
  const bool runs =
      ticket != call_ticket{} && place < calls_.size() && calls_[place].ticket == ticket;
  return runs ? &calls_[place] : nullptr;
}

server_connection::stream* server_connection::find_stream(call_ticket ticket) {
  const auto found = std::ranges::find(streams_, ticket, &stream::ticket);
  return found == streams_.end() ? nullptr : &*found;
}

server_connection::unfinished_call* server_connection::find_unfinished(std::uint32_t call_id) {
  const auto found = std::ranges::find(unfinished_, call_id, &unfinished_call::call_id);
  return found == unfinished_.end() ? nullptr : &*found;
}

/// Ends a call that runs; nothing if it is not to be answered.
std::optional<server_connection::running_call> server_connection::finish(call_ticket ticket) {
  if (find_running(ticket) == nullptr) return std::nullopt;
  const std::size_t place = place_of(ticket);
  const running_call call = calls_[place];
  calls_[place] = {};
  stub_bytes_ -= call.stub_size;
  free_.push_back(static_cast<std::uint32_t>(place));
  std::erase_if(streams_, [&](const stream& of) { return of.ticket == ticket; });
  if (!call.wants_answer) return std::nullopt;
  --answers_due_;
  if (closing()) return std::nullopt;
  return call;
}

/// Answers with a fault and gives the connection up.
void server_connection::fail(const fault_pdu& fault, std::string_view reason) {
  write_fault(out_, fault);
  close(reason);
}

void server_connection::close(std::string_view reason) {
  state_ = state::closing;
  reason_ = reason;
  unfinished_.clear();
}

void server_connection::trim() noexcept {
  framer_.trim();
  out_.trim();
  spares_.trim();
  unfinished_.shrink_to_fit();
  streams_.shrink_to_fit();
  if (calls() != 0) return;
  calls_ = std::vector<running_call>();
  free_ = std::vector<std::uint32_t>();
}

void server_connection::disconnect() noexcept {
  state_ = state::closing;
  out_ = output();
  unfinished_ = std::vector<unfinished_call>();
  for (stream& of : streams_) {
    of.lost = true;
    of.arrived = buffer();
  }
  spares_ = spare_buffers();
}

}  // namespace rpc::protocol
