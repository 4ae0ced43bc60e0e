#include "session.h"

#include <rpc/error.h>

#include <algorithm>
#include <new>
#include <utility>

namespace rpc::runtime {

session::session(std::shared_ptr<const catalogue> served, std::string secondary_address,
                 const protocol::settings& limits, association_table& associations, caller client,
                 const admission& admits)
    : served_(std::move(served)),
      at_{served_->offers,
          std::move(secondary_address),
          limits,
          [this](std::size_t interface, std::uint16_t opnum) {
            return has_pipes(interface, opnum);
          },
          [this](std::size_t interface, std::uint16_t opnum) { return name_of(interface, opnum); },
          admits.acceptor},
      associations_(associations),
      admits_(admits),
      client_(std::move(client)),
      protocol_(at_, *this) {}

std::string session::name_of(std::size_t interface, std::uint16_t opnum) const {
  const service_entry& in = declared(interface);
  std::string name(in.name);
  if (opnum < in.operations.size() && in.operations[opnum].name != nullptr)
    return name.append("::").append(in.operations[opnum].name);
  return name.append(": opnum ").append(std::to_string(opnum));
}

auto session::join(std::uint32_t wanted) -> membership {
  membership result;
  association_ = associations_.join(wanted, client_.peer, result.full);
  if (association_) client_.association = result.number = association_->number();
  return result;
}

std::shared_ptr<association> session::joined() {
  const std::lock_guard lock(mutex_);
  return association_;
}

std::shared_ptr<association> session::leave() {
  const std::lock_guard lock(mutex_);
  if (association_) associations_.leave(*association_);
  return std::exchange(association_, nullptr);
}

void session::respond(protocol::incoming_call& call, buffer& response) {
  const std::size_t bytes = response.size();
  std::unique_lock lock(mutex_);
  end_call(call);
  protocol_.respond(call.ticket, response);
  answered(lock, bytes);
}

void session::fault(protocol::incoming_call& call, status code, bool did_not_execute) {
  std::unique_lock lock(mutex_);
  end_call(call);
  protocol_.fault(call.ticket, code, did_not_execute);
  answered(lock, 0);
}

void session::end_call(protocol::incoming_call& call) {
  protocol_.recycle(call.stub);
  if (stoppable())
    std::erase_if(stops_, [&](const call_stop& of) { return of.call == call.ticket; });
}

std::stop_token session::stop_token(protocol::call_ticket call) {
  std::stop_source source;
  {
    const std::lock_guard lock(mutex_);
    const auto known = std::ranges::find(stops_, call, &call_stop::call);
    if (known != stops_.end()) return known->source.get_token();
    stops_.push_back({call, source});
  }
  stop_given_up();  // perhaps this one
  return source.get_token();
}

void session::stop_calls() {
  {
    const std::lock_guard lock(mutex_);
    stops_calls_ = true;
  }
  stop_given_up();
}

void session::stop_given_up() {
  for (std::stop_source next(std::nostopstate);; next.request_stop()) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find_if(stops_, [&](const call_stop& of) {
      return !of.source.stop_requested() && (stops_calls_ || protocol_.given_up(of.call));
    });
    if (found == stops_.end()) return;
    next = found->source;
  }
}

bool session::receive(protocol::call_ticket call, buffer& into, allowance& waits) {
  using inflow = protocol::server_connection::inflow;
  const std::size_t before = into.size();
  std::unique_lock lock(mutex_);
  inflow found = inflow::nothing;
  wait(lock, waits, [&] {
    found = protocol_.take_part(call, into);
    return found != inflow::nothing || input_ended();
  });
  switch (found) {
    case inflow::part:
      waits.earn(into.size() - before);
      input_taken();
      return true;
    case inflow::end: return false;
    case inflow::cancelled: throw error(status::fault_cancel, "the client cancels the call");
    case inflow::nothing:
    case inflow::lost: break;
  }
  throw error(status::call_failed, "the request does not go on");
}

std::size_t session::send(protocol::call_ticket call, std::span<const std::byte> stub,
                          allowance& waits) {
  std::unique_lock lock(mutex_);
  require_call(call);
  std::size_t sent = 0;
  try {
    sent = protocol_.respond_part(call, stub);
  } catch (const std::bad_alloc&) {  // how much of it was written is unknown
    lock.unlock();
    abandon("out of memory");
    throw;
  }
  if (sent == 0) return 0;
  send_parts(lock);
  wait(lock, waits, [&] {
    require_call(call);
    return unsent() < most_unsent;
  });
  waits.earn(sent);
  return sent;
}

/// Waits until `done`, which is tried after each change.
template <class Done>
void session::wait(std::unique_lock<std::mutex>& lock, allowance& waits, Done done) {
  if (done()) return;
  const auto begin = allowance::clock::now();
  const auto deadline = waits.deadline();
  do {
    if (allowance::clock::now() >= deadline)
      throw error(status::call_timed_out, "the client keeps the pipes of its call waiting");
    ++waiting_;
    pipes_.wait_until(lock, deadline);
    --waiting_;
  } while (!done());
  waits.spend(allowance::clock::now() - begin);
}

/// Throws if the answer to the call is not awaited any more.
void session::require_call(protocol::call_ticket call) const {
  if (!protocol_.awaited(call) || output_ended())
    throw error(status::call_failed, "the client does not wait for the call any more");
  if (protocol_.cancelled(call)) throw error(status::fault_cancel, "the client cancels the call");
}

}  // namespace rpc::runtime
