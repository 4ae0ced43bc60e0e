#include "session.h"

#include <utility>

namespace rpc::runtime {

session::session(std::shared_ptr<const catalogue> served, std::string secondary_address,
                 const protocol::settings& limits, association_table& associations, caller client)
    : served_(std::move(served)),
      at_{served_->ids, std::move(secondary_address), limits},
      associations_(associations),
      client_(std::move(client)),
      protocol_(at_, *this) {}

std::uint32_t session::join(std::uint32_t wanted) {
  association_ = associations_.join(wanted, client_.peer);
  client_.association = association_ ? association_->number() : 0;
  return client_.association;
}

std::shared_ptr<association> session::joined() {
  const std::lock_guard lock(mutex_);
  return association_;
}

std::shared_ptr<association> session::leave() {
  const std::lock_guard lock(mutex_);
  return std::exchange(association_, nullptr);
}

void session::respond(protocol::incoming_call& call, buffer& response) {
  const std::size_t bytes = response.size();
  std::unique_lock lock(mutex_);
  protocol_.recycle(call.stub);
  protocol_.respond(call.ticket, response);
  answered(lock, bytes);
}

void session::fault(protocol::incoming_call& call, status code, bool did_not_execute) {
  std::unique_lock lock(mutex_);
  protocol_.recycle(call.stub);
  protocol_.fault(call.ticket, code, did_not_execute);
  answered(lock, 0);
}

}  // namespace rpc::runtime
