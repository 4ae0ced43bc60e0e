#ifndef RUNTIME_SERVER_CALL_CONTEXTS_H
#define RUNTIME_SERVER_CALL_CONTEXTS_H

#include "association.h"
#include "session.h"

#include <rpc/call_memory.h>
#include <rpc/context.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace rpc::runtime {

/// A call's place in the line for a context: it is its turn, and when it has ended the next one's.
struct context_turn {
  std::shared_ptr<association> in;
  std::shared_ptr<context> at;
};

/// The context handles of one call on the server, from the request to the response. Used again
/// from call to call.
class call_contexts final : public server_contexts {
 public:
  /// For a call of `origin` to `served`, which `by` makes and `runs` runs; `most` contexts may be
  /// open. `by` is null if the client did not authenticate, and otherwise lives as long as the
  /// call.
  void begin(const dispatcher& runs, session& origin, const identity* by,
             const service_entry& served, std::size_t most, const context_turn& turn);
  /// The same call goes on after wait(), with the handles that it has got.
  void resume(const context_turn& turn) { turn_ = turn; }

  status put(const context_use& use, const void* slot, const void* value,
             wire_context& handle) override;
  status get(const context_use& use, void* slot, const wire_context& handle, void*& value) override;
  bool acquire() override;
  status settle(const context_use& use, const void* slot, void* value) override;

  /// How a call ended.
  enum class outcome : std::uint8_t {
    waits,        ///< it has not run: acquire() has said no
    refused,      ///< it has not run
    threw,        ///< its implementation has thrown
    undelivered,  ///< it has run, and the response cannot be sent
    answered,
  };
  /// Leaves the contexts. While the call's memory is still there.
  void end(outcome how);

  /// After an end that waits: calls `resume` when it is the call's turn, as association::wait does.
  /// False if it can go on, or begin again, at once.
  bool wait(std::function<bool(context_turn)> resume);

  /// Whether the call runs with `what`.
  [[nodiscard]] bool hold(const context& what) const noexcept;

 private:
  /// An [in] or [out] handle.
  struct handle {
    const void* slot;
    std::shared_ptr<context> what;  // null: none
    bool nullable;
    bool created;
  };

  handle* find(const void* slot, std::size_t among);
  status open(const context_use& use, const void* slot, handle* known, void* value);
  association* associated();

  const dispatcher* dispatcher_ = nullptr;
  session* origin_ = nullptr;
  std::string_view principal_;
  const service_entry* served_ = nullptr;
  std::size_t most_ = 0;
  context_turn turn_;
  std::shared_ptr<association> in_;  // once a handle was used
  std::vector<handle> handles_;      // those that came, then others that were created
  std::size_t came_ = 0;
  std::size_t next_ = 0;  // after the one that was found last
  std::vector<context_in_use> used_;
  bool entered_ = false;
  context_in_use obstacle_;  // what is waited for
};

class deferred_call;

/// What a thread runs calls with, one after the other. A call that has to wait, or is answered
/// later, takes it along.
struct call_room {
  std::chrono::steady_clock::time_point begun{};  // when the call began to run; 0: none has
  std::chrono::steady_clock::time_point ended{};  // when the last answer was known
  call_memory memory;                             // if the server keeps an account of it
  server_call call;
  caller client;  // if it was authenticated, or is for an object
  call_contexts contexts;
  std::shared_ptr<deferred_call> deferred;  // from when its reply is taken until it has returned
  status failure = status::ok;              // what the implementation has thrown then
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_CALL_CONTEXTS_H
