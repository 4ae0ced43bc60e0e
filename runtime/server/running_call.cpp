#include "running_call.h"

#include <rpc/error.h>
#include <rpc/handle.h>
#include <rpc/stop.h>

namespace rpc {
namespace runtime {

thread_local const running_call* running_call::innermost_ = nullptr;

}  // namespace runtime

const caller& current_call() {
  const runtime::running_call* const call = runtime::running_call::innermost();
  if (call == nullptr || call->room == nullptr)
    throw error(status::invalid_binding, "no call runs on this thread");
  return *call->room->call.from;
}

std::stop_token call_stop_token() {
  const runtime::running_call* const call = runtime::running_call::innermost();
  if (call == nullptr || call->origin == nullptr) return {};
  return call->origin->stop_token(call->ticket);
}

}  // namespace rpc
