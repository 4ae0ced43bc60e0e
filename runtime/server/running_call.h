#ifndef RUNTIME_SERVER_RUNNING_CALL_H
#define RUNTIME_SERVER_RUNNING_CALL_H

#include "call_contexts.h"

namespace rpc::runtime {

class dispatcher;

/// Says what runs on this thread, as long as it lives: a call, or a rundown, which has no room.
/// They nest where an implementation calls a server in its own process.
class running_call {
 public:
  explicit running_call(const dispatcher& by) noexcept : running_call(by, nullptr, {}, nullptr) {}
  running_call(const dispatcher& by, session& from, protocol::call_ticket number,
               call_room& in) noexcept
      : running_call(by, &from, number, &in) {}
  running_call(const running_call&) = delete;
  running_call& operator=(const running_call&) = delete;
  ~running_call() { innermost_ = outer; }

  /// Null outside of calls.
  [[nodiscard]] static const running_call* innermost() noexcept { return innermost_; }

  const dispatcher& runs;
  session* const origin;
  const protocol::call_ticket ticket;
  call_room* const room;
  const running_call* const outer;

 private:
  running_call(const dispatcher& by, session* from, protocol::call_ticket number,
               call_room* in) noexcept
      : runs(by), origin(from), ticket(number), room(in), outer(innermost_) {
    innermost_ = this;
  }

  static thread_local const running_call* innermost_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_RUNNING_CALL_H
