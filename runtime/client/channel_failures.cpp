// What callers are told of calls that fail.

#include "channel.h"

#include <rpc/error.h>

namespace rpc::runtime {

std::string call_name::text() const {
  std::string result(interface);
  if (!interface.empty()) result += "::";
  return result.append(operation);
}

void channel::throw_fault(const call_slot& slot, const call_name& name) const {
  if (slot.answered && slot.answer.what != protocol::client_event::kind::response)
    fail(name.text(), slot.answer);
}

void channel::require_connection(const std::string& what) const {
  if (!lost_.empty()) throw error(status::call_failed_dne, what + loss());
}

void channel::fail(const std::string& what, const protocol::client_event& answer) const {
  if (answer.lost) throw error(answer.code, what + loss());
  if (answer.cancelled) throw error(answer.code, what + ": cancelled before it was sent");
  const bool fault = answer.what == protocol::client_event::kind::fault;
  throw error(answer.code, what + ": " + peer_ + (fault ? " answered with a fault" : " refused"));
}

// Why calls fail. The protocol may know before lose() is told.
std::string channel::loss() const {
  return ": the connection to " + peer_ + " is lost (" +
         (lost_.empty() ? std::string(protocol_.reason()) : lost_) + ")";
}

}  // namespace rpc::runtime
