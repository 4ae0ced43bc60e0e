// What a server tells of itself.

#include "acceptor.h"
#include "core.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace rpc::runtime {

std::vector<syntax_id> server_core::interfaces() const {
  const std::lock_guard lock(mutex_);
  return interfaces_of(*served_);
}

std::vector<served_interface> server_core::served() const {
  const std::lock_guard lock(mutex_);
  std::vector<served_interface> result;
  for (const auto& each : acceptors_)
    for (std::size_t i = 0; i < served_->offers.size(); ++i)
      if (serves_at(*served_, i, options_, each->options()))
        result.push_back({served_->offers[i], each->where()});
  return result;
}

std::vector<syntax_id> server_core::interfaces_for_caller() const {
  const session* const here = session_of_call();
  return here == nullptr ? std::vector<syntax_id>() : here->interfaces();
}

server_statistics server_core::statistics() const {
  server_statistics result;
  counters_.add_to(result);
  result.connections = connections_;
  result.open_connections = sockets_;
  const auto [waiting, running, detached] = scheduler_.load();
  result.queued_calls = waiting;
  result.running_calls = running;
  result.deferred_calls = detached;
  result.buffered = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, buffered_));
  result.call_memory = options_.max_memory - memory_.left();
  std::shared_ptr<const catalogue> served;
  {
    const std::lock_guard lock(mutex_);
    served = served_;
    result.open_connections += static_cast<std::size_t>(std::ranges::count_if(
        local_sessions_, [](const auto& session) { return !session.expired(); }));
  }
  for (const auto& each : served->entries) {
    interface_statistics& of = result.interfaces.emplace_back();
    of.id = each->others.offer.id;
    of.name = each->others.name;
    each->counts->add_to(of);
    result.calls += of.calls;
  }
  return result;
}

bool server_core::listening() const {
  const std::lock_guard lock(mutex_);
  return state_ == state::idle || state_ == state::serving;
}

bool server_core::may_stop(const caller& by) const {
  return options_.may_stop && options_.may_stop(by);
}

std::string server_core::principal(mechanism of) const {
  return options_.principal ? options_.principal(of) : std::string();
}

}  // namespace rpc::runtime
