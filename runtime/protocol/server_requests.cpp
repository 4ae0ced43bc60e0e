// Requests, from their fragments to calls.

#include "server_connection.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace rpc::protocol {

namespace {

/// Of stub data that are taken as they come.
constexpr message_limits unlimited(std::numeric_limits<std::size_t>::max());

}  // namespace

void server_connection::handle_request(const frame& from, std::vector<incoming_call>& calls) {
  const header& head = from.head;
  auto part = read_fragment(from);
  if (!part || part->auth == auth_trailer::malformed) {
    return fail({head.call_id, 0, status::proto_error, false}, "a request that cannot be read");
  }
  secured* by = nullptr;
  if (!verify(from, *part, by)) return;
  if (head.has(flag::first)) {
    begin_request(head, *part, by, calls);
  } else {
    continue_request(head, *part, by, calls);
  }
}

void server_connection::begin_request(const header& head, const fragment& part, secured* by,
                                      std::vector<incoming_call>& calls) {
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
  reassembler parts;
  const auto result = parts.add(call.stub, part, last,
                                streams ? unlimited
                                : last  ? at_.limits.request
                                        : limits_of(nullptr));
  if (!check(result, head.call_id, part.context, call, part)) return;
  if (last) {
    if (!take_verification(head, call, part.context, by)) return;
    start(call, head.call_id, part.context, by);
    calls.push_back(std::move(call));
  } else if (streams) {
    begin_stream(call, head.call_id, part.context, by, calls);
  } else {
    unfinished_.push_back({head.call_id, part.context, now_, std::move(call), parts, by});
  }
}

/// The context of a request that may begin; null if it may not, which is answered here.
const context* server_connection::admit(const header& head, const fragment& part) {
  if (!multiplexed_ && answers_due_ > 0) {
    fail({head.call_id, 0, status::proto_error, false},
         "a request before the answer to the one before it");
    return nullptr;
  }
  if (!multiplexed_ && !unfinished_.empty()) {
    const unfinished_call& open = unfinished_.front();
    fail({open.call_id, open.context, status::proto_error, false}, "a request within another one");
    return nullptr;
  }
  if (find_unfinished(head.call_id) != nullptr) {
    fail({head.call_id, part.context, status::proto_error, false},
         "the first fragment of a request twice");
    return nullptr;
  }
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

void server_connection::continue_request(const header& head, const fragment& part,
                                         const secured* by, std::vector<incoming_call>& calls) {
  unfinished_call* call = find_unfinished(head.call_id);
  if (call == nullptr) {
    // Without multiplexing it is the open request that goes wrong.
    const bool other = !multiplexed_ && !unfinished_.empty();
    return fail(
        {other ? unfinished_.front().call_id : head.call_id,
         other ? unfinished_.front().context : std::uint16_t{0}, status::proto_error, false},
        "a fragment of a request that did not begin");
  }
  const incoming_call& begun = call->request;
  if (part.context != call->context || part.opnum != begun.opnum || head.order != begun.sender ||
      by != call->by) {
    return fail({call->call_id, call->context, status::proto_error, true},
                "fragments of one request that contradict each other");
  }
  const bool last = head.has(flag::last);
  if (call->request.ticket != call_ticket{}) return continue_stream(*call, part, last);
  const auto result = call->parts.add(call->request.stub, part, last, limits_of(call));
  if (!check(result, call->call_id, call->context, begun, part) || !last) return;
  if (!take_verification(head, call->request, call->context, by)) return;
  start(call->request, call->call_id, call->context, call->by);
  calls.push_back(std::move(call->request));
  unfinished_.erase(unfinished_.begin() + (call - unfinished_.data()));
}

/// Reports a call of which only the first fragment came.
void server_connection::begin_stream(incoming_call& call, std::uint32_t call_id,
                                     std::uint16_t context, secured* by,
                                     std::vector<incoming_call>& calls) {
  call.complete = false;
  start(call, call_id, context, by);
  unfinished_call& rest =
      unfinished_.emplace_back(unfinished_call{call_id, context, now_, {}, {}, by});
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

std::size_t server_connection::most_stub(const header& head) {
  return limits_of(head.has(flag::first) ? nullptr : find_unfinished(head.call_id)).bytes;
}

/// What `call`, or null for a new one, may take: unfinished requests share one limit.
message_limits server_connection::limits_of(const unfinished_call* call) const {
  message_limits limits = at_.limits.request;
  for (const unfinished_call& other : unfinished_) {
    if (&other != call) limits.bytes -= other.request.stub.size();
  }
  return limits;
}

/// False, and the connection ends, if a fragment was not accepted.
bool server_connection::check(reassembler::result result, std::uint32_t call_id,
                              std::uint16_t context, const incoming_call& call,
                              const fragment& part) {
  if (result == reassembler::result::ok) return true;
  if (result == reassembler::result::too_large) {
    // MS-RPCE 3.3.3.5.4: access denied, though nobody asked for access.
    describe_excess(call, part);
    fail({call_id, context, status::access_denied, false}, told_);
  } else {
    fail({call_id, context, status::proto_error, false},
         "a fragment without stub data that is not the last");
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
    told_.append(": a request in too many fragments, or one of several that are unfinished");
  told_.append(", and max_request is ").append(std::to_string(most));
}

}  // namespace rpc::protocol
