#include "session_stream.h"

#include "dispatch.h"

namespace rpc::runtime {

bool session_stream::receive(buffer& into) {
  const std::size_t before = into.size();
  if (given_ < call_.stub.size()) {
    give(into);
  } else if (work_.reached == server_call::phase::reading) {
    if (!origin_.receive(call_.ticket, call_.stub, waits_)) return false;
    give(into);
  } else if (!origin_.receive(call_.ticket, into, waits_)) {
    return false;
  }
  received_ += into.size() - before;
  set_call_memory(work_.memory, options_, received_, origin_.memory());
  return true;
}

std::size_t session_stream::send(std::span<const std::byte> stub) {
  return origin_.send(call_.ticket, stub, waits_);
}

/// Gives what has come with the call, or since then. It is kept until the implementation runs,
/// because the call may have to begin again.
void session_stream::give(buffer& into) {
  into.append(call_.stub.bytes().subspan(given_));
  given_ = call_.stub.size();
}

}  // namespace rpc::runtime
