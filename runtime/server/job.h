#ifndef RUNTIME_SERVER_JOB_H
#define RUNTIME_SERVER_JOB_H

#include "../protocol/server_connection.h"
#include "call_contexts.h"

#include <memory>

namespace rpc::runtime {

class flow;
class socket_session;

/// What a call goes on with that has waited for a context.
struct resumption {
  context_turn turn;  // what it has waited for
  std::unique_ptr<call_room> room;
};

/// What a thread of the scheduler runs: a call that came over a socket, or the end of an
/// association, which may run down contexts.
struct job {
  std::shared_ptr<socket_session> origin;  // of the call; null for an association
  std::shared_ptr<flow> of;                // where it waits; null when it has been started
  protocol::incoming_call call;
  std::unique_ptr<resumption> again = {};  // null: the call begins. Of an association, only that
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_JOB_H
