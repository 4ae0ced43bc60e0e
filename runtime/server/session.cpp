#include "session.h"

namespace rpc::runtime {

session::session(std::shared_ptr<const catalogue> served, std::string secondary_address,
                 const protocol::settings& limits, std::uint32_t association)
    : served_(std::move(served)),
      at_{served_->ids, std::move(secondary_address), limits},
      protocol_(at_, association) {}

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
