// The texts of calls that fail.

#include "channel.h"

#include <rpc/error.h>

namespace rpc::runtime {

std::string call_name::text() const {
  std::string result(interface);
  if (!interface.empty()) result += "::";
  return result.append(operation);
}

void channel::throw_fault(const call_slot& slot, const call_name& name) const {
  if (!slot.answered || slot.answer.what == protocol::client_event::kind::response) return;
  if (slot.given_up) fail_given_up(name.text(), slot);
  fail(name.text(), slot.answer);
}

// Of a call that is not made any more.
void channel::require_time(const call_slot& slot, const call_name& name) const {
  if (slot.options->stop.stop_requested())
    throw error::of_unexecuted(status::fault_cancel,
                               name.text() + ": cancelled before it was sent");
  if (slot.options->deadline <= clock::now())
    throw error::of_unexecuted(status::call_timed_out,
                               name.text() + ": its deadline had passed before it was sent");
}

void channel::require_connection(const std::string& what) const {
  if (!lost_.empty()) throw error(status::call_failed_dne, what + loss());
}

void channel::fail(const std::string& what, const protocol::client_event& answer) const {
  std::string text = what;
  if (answer.lost) {
    text += loss();
  } else if (answer.cancelled) {
    text += ": cancelled before it was sent";
  } else {
    const bool fault = answer.what == protocol::client_event::kind::fault;
    text += ": " + peer_ + (fault ? " answered with a fault" : " refused");
  }
  if (answer.did_not_execute) throw error::of_unexecuted(answer.code, text);
  throw error::of_executed(answer.code, text);
}

void channel::fail_given_up(const std::string& what, const call_slot& slot) const {
  const bool cancelled = slot.answer.code == status::fault_cancel;
  const std::string text = what + ": " + (cancelled ? "cancelled, and " : "") + peer_ +
                           " did not answer in time; the call ";
  if (slot.answer.did_not_execute)
    throw error::of_unexecuted(slot.answer.code, text + "has not executed");
  throw error(slot.answer.code, text + "may have executed");
}

// Why calls fail. The protocol may know before lose() is called.
std::string channel::loss() const {
  return ": the connection to " + peer_ + " is lost (" +
         (lost_.empty() ? std::string(protocol_.reason()) : lost_) + ")";
}

}  // namespace rpc::runtime
