#ifndef RUNTIME_SERVER_DISPATCH_H
#define RUNTIME_SERVER_DISPATCH_H

#include "call_contexts.h"
#include "event_log.h"
#include "session.h"

#include <rpc/server.h>
#include <rpc/service.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace rpc::runtime {

/// Sets what a call may allocate whose client has sent `received` bytes of stub data; `common` is
/// what it shares with others beyond the first bytes, see server_options::max_memory.
void set_call_memory(arena& of, const server_options& options, std::size_t received,
                     common_budget* common) noexcept;

/// Whose call runs on this thread, the innermost one; null outside of calls.
[[nodiscard]] const session* session_of_call() noexcept;

/// Runs calls and turns whatever they do into an answer.
class dispatcher {
 public:
  /// All must outlive the dispatcher.
  dispatcher(const server_options& options, event_log& log) : options_(options), log_(log) {}

  /// What came of a call.
  enum class outcome : std::uint8_t {
    answered,
    waits,     ///< another call runs with one of its contexts: nothing has happened, and
               ///< room.contexts.wait() is next
    deferred,  ///< its implementation has taken the reply: room.deferred is to be told that it
               ///< has returned
  };
  /// Runs `call` of `origin` on this thread and answers it. Sets room.ended before the answer is
  /// sent, which may wake the client on this core. Never throws but std::bad_alloc. `room` is room
  /// to work in, used again from call to call; `turn` is what the call has waited for.
  outcome run(session& origin, protocol::incoming_call& call, call_room& room,
              const context_turn& turn, std::chrono::steady_clock::time_point now) const;
  /// Answers one that was deferred. Never throws but std::bad_alloc.
  void answer(deferred_call& later) const;

  /// Runs what ends a context of `client` that has no handle any more. Never throws.
  void run_down(const context& left, const std::string& client) const;

  /// Whether the calling thread runs a call of this dispatcher.
  [[nodiscard]] bool runs_here() const noexcept;
  /// Whether it runs one with `what`.
  [[nodiscard]] bool holds_here(const context& what) const noexcept;

 private:
  void begin(session& origin, protocol::incoming_call& call, call_room& room,
             const context_turn& turn) const;
  void run_operation(session& origin, const protocol::incoming_call& call, server_call& work) const;
  template <class Act>
  status attempt(session& origin, const protocol::incoming_call& call, call_room& room,
                 Act act) const;
  void finish(session& origin, protocol::incoming_call& call, call_room& room,
              status failure) const;
  /// What the operation wants done when the memory of its call has gone. Never throws.
  void notify(const session& origin, const protocol::incoming_call& call, bool succeeded) const;
  /// Calls a hook of the program with the call and `more`, if there is one. Never throws.
  template <class... More>
  void tell(const std::function<void(const observed_call&, const More&...)>& hook,
            const session& origin, const protocol::incoming_call& call, const caller& by,
            const More&... more) const;
  /// Calls what the program has given, and writes to the log what it throws.
  template <class Act>
  void guard(const session& origin, const protocol::incoming_call& call, Act act) const;
  /// Writes to the log what came of an implementation.
  void report_implementation(const session& origin, const protocol::incoming_call& call,
                             std::string_view what) const;

  const server_options& options_;
  event_log& log_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_DISPATCH_H
