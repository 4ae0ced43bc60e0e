// What a server tells of itself.

#include "acceptor.h"
#include "core.h"

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
  server_statistics result = counters_.sums();
  result.connections = connections_;
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
