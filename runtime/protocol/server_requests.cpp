// Requests, from their fragments to calls.

#include "server_connection.h"

#include <algorithm>
#include <string>
#include <utility>

namespace rpc::protocol {

void server_connection::handle_request(const frame& from, std::vector<incoming_call>& calls) {
  const header& head = from.head;
  auto part = read_fragment(from);
  if (!part || part->auth == auth_trailer::malformed) {
    return fail({head.call_id, 0, status::proto_error, false}, "a request that cannot be read");
  }
  if (!security_.failure().empty()) {
    return fail({head.call_id, part->context, status::access_denied, false}, security_.failure());
  }
  if (part->auth == auth_trailer::present && security_.waits_for_token(part->security)) {
    return fail({head.call_id, 0, status::proto_error, true}, "a request before the last token");
  }
  if (head.has(flag::first)) {
    begin_request(from, *part, calls);
  } else {
    continue_request(from, *part, calls);
  }
}

void server_connection::begin_request(const frame& from, fragment& part,
                                      std::vector<incoming_call>& calls) {
  const header& head = from.head;
  secured* by = nullptr;
  const bool known = find_security(part, by);
  if (intrudes(head, part, by)) return;
  if (head.has(flag::pending_cancel)) {
    return fail({head.call_id, 0, status::no_call_active, true}, "a request that is cancelled");
  }
  if (!known) return refuse_security(head, part);
  if (!verify(from, part, by, part.context)) return;
  const context* in = admit(head, part);
  if (in == nullptr) return;

  incoming_call call{};
  call.interface = in->interface;
  call.syntax = in->syntax;
  call.opnum = part.opnum;
  call.sender = head.order;
  call.expects_answer = !head.has(flag::maybe);
  call.object = part.object;
  if (part.message == nullptr) call.stub = spares_.take();

  const bool last = head.has(flag::last);
  const bool streams = !last && at_.streams && at_.streams(in->interface, part.opnum);
  const message_limits& limits = streams ? unlimited : at_.limits.request;
  reassembler parts;
  // Of a request in one fragment, the hint says nothing that is not known.
  const auto result = !last && part.alloc_hint > limits.bytes
                          ? reassembler::result::too_large
                          : parts.add(call.stub, part, last, limits);
  if (!check(result, head.call_id, part.context, call, part)) return;
  if (last) {
    if (!take_verification(head, call, part.context, by)) return;
    start(call, head.call_id, part.context, by);
    calls.push_back(std::move(call));
  } else if (streams) {
    begin_stream(call, head.call_id, part.context, parts, by, calls);
  } else {
    unfinished_.push_back({head.call_id, part.context, now_, std::move(call), parts, by});
  }
}

/// The request that has to end before another one begins. With multiplexing, those that were
/// reported already, because they have pipes, need not.
const server_connection::unfinished_call* server_connection::open_request() const {
  const auto open = std::ranges::find_if(unfinished_, [&](const unfinished_call& call) {
    return !multiplexed_ || call.request.ticket == call_ticket{};
  });
  return open == unfinished_.end() ? nullptr : &*open;
}

/// Whether a request begins where it may not, which is answered here. Without multiplexing it is
/// the open request that goes wrong.
bool server_connection::intrudes(const header& head, const fragment& part, const secured* by) {
  if (!multiplexed_ && answers_due_ > 0) {
    fail({head.call_id, 0, status::proto_error, false},
         "a request before the answer to the one before it");
    return true;
  }
  const unfinished_call* const open = open_request();
  const unfinished_call* const same = find_unfinished(head.call_id);
  if (open == nullptr && same == nullptr) return false;
  const unfinished_call* const named = multiplexed_ ? same : open;
  const status code = same != nullptr && changes_security(*same, part, by) ? status::sec_pkg_error
                                                                           : status::proto_error;
  if (named != nullptr)
    fail({named->call_id, named->context, code, false}, "a request within another one");
  else
    fail({head.call_id, 0, code, false}, "a request within another one");
  return true;
}

/// The context of a request that may begin; null if it may not, which is answered here.
const context* server_connection::admit(const header& head, const fragment& part) {
  const context* in = contexts_.find(part.context);
  if (in == nullptr) {
    write_fault(out_, {head.call_id, 0, status::unknown_interface, true});
    return nullptr;
  }
  if (unfinished_.size() >= at_.limits.max_calls) {
    fail({head.call_id, part.context, status::nca_server_too_busy, true},
         "more unfinished requests than the limit allows");
    return nullptr;
  }
  return in;
}

// Of a fragment that goes on with a request, the context, the opnum and what its trailer names are
// those of the first one, whatever they say: so do Windows and Samba.
void server_connection::continue_request(const frame& from, fragment& part,
                                         std::vector<incoming_call>& calls) {
  const header& head = from.head;
  unfinished_call* call = find_unfinished(head.call_id);
  if (call == nullptr) return refuse_fragment(head, part);
  if (head.order != call->request.sender) {
    return fail({call->call_id, call->context, status::proto_error, true},
                "fragments of one request that contradict each other");
  }
  if (!verify_next(from, part, *call)) return;
  const bool last = head.has(flag::last);
  if (call->request.ticket != call_ticket{}) return continue_stream(*call, part, last);
  const auto result = call->parts.add(call->request.stub, part, last, at_.limits.request);
  if (!check(result, call->call_id, call->context, call->request, part) || !last) return;
  if (!take_verification(head, call->request, call->context, call->by)) return;
  start(call->request, call->call_id, call->context, call->by);
  calls.push_back(std::move(call->request));
  unfinished_.erase(unfinished_.begin() + (call - unfinished_.data()));
}

/// Answers a fragment of a request that did not begin.
void server_connection::refuse_fragment(const header& head, const fragment& part) {
  constexpr std::string_view reason = "a fragment of a request that did not begin";
  const unfinished_call* const open = open_request();
  if (open != nullptr && !multiplexed_)
    return fail({open->call_id, open->context, status::proto_error, false}, reason);
  if (open != nullptr || !multiplexed_)
    return fail({head.call_id, 0, status::proto_error, false}, reason);
  if (contexts_.find(part.context) == nullptr)
    return write_fault(out_, {head.call_id, 0, status::unknown_interface, true});
  secured* by = nullptr;
  if (!find_security(part, by)) return refuse_security(head, part);
  fail({head.call_id, part.context, status::proto_error, false}, reason);
}

/// Reports a call of which only the first fragment came.
void server_connection::begin_stream(incoming_call& call, std::uint32_t call_id,
                                     std::uint16_t context, const reassembler& parts, secured* by,
                                     std::vector<incoming_call>& calls) {
  call.complete = false;
  start(call, call_id, context, by);
  unfinished_call& rest =
      unfinished_.emplace_back(unfinished_call{call_id, context, now_, {}, parts, by});
  rest.request.ticket = call.ticket;
  rest.request.interface = call.interface;
  rest.request.opnum = call.opnum;
  rest.request.sender = call.sender;
  streams_.push_back({call.ticket});
  calls.push_back(std::move(call));
}

/// Hands more of its stub data to a call that was reported, or forgets them if it was answered.
void server_connection::continue_stream(unfinished_call& call, const fragment& part, bool last) {
  buffer forgotten;
  stream* const to = find_stream(call.request.ticket);
  const auto result =
      call.parts.add(to != nullptr ? to->arrived : forgotten, part, last, unlimited);
  if (!check(result, call.call_id, call.context, call.request, part)) return;
  if (to != nullptr) to->ended = last;
  if (last) unfinished_.erase(unfinished_.begin() + (&call - unfinished_.data()));
}

/// What has come of a request. Where the framer has it, more of it is being read.
std::size_t server_connection::stub_size(const unfinished_call& call) const {
  const buffer& stub = call.request.stub;
  return stub.empty() ? framer_.begun() : stub.size();
}

buffer server_connection::take_stub(const header& head) {
  if (head.has(flag::first)) return spares_.take();
  unfinished_call* const call = find_unfinished(head.call_id);
  const bool waits = call != nullptr && call->request.ticket == call_ticket{};
  return waits ? std::move(call->request.stub) : buffer();
}

std::size_t server_connection::most_stub(const header&) { return at_.limits.request.bytes; }

/// False, and the connection ends, if a fragment was not accepted.
bool server_connection::check(reassembler::result result, std::uint32_t call_id,
                              std::uint16_t context, const incoming_call& call,
                              const fragment& part) {
  if (result == reassembler::result::ok) return true;
  if (result == reassembler::result::too_large) {
    // MS-RPCE 3.3.3.5.4: access denied, though no access was asked for.
    describe_excess(call, part);
    fail({call_id, context, status::access_denied, false}, told_);
  } else {
    fail({call_id, context, status::proto_error, false},
         "a fragment without stub data that is neither the first nor the last");
  }
  return false;
}

/// The reason why a request is not taken: its name, and as much of its size as is known.
void server_connection::describe_excess(const incoming_call& call, const fragment& part) {
  const std::size_t most = at_.limits.request.bytes;
  const std::size_t size =
      call.stub.size() + std::max<std::size_t>(part.alloc_hint, part.stub.size());
  told_ = at_.name ? at_.name(call.interface, call.opnum) : "opnum " + std::to_string(call.opnum);
  if (size > most)
    told_.append(": a request of ").append(std::to_string(size)).append(" bytes");
  else
    told_.append(": a request in too many fragments");
  told_.append(", and max_request is ").append(std::to_string(most));
}

}  // namespace rpc::protocol
