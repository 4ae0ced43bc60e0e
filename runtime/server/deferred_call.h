#ifndef RUNTIME_SERVER_DEFERRED_CALL_H
#define RUNTIME_SERVER_DEFERRED_CALL_H

#include "call_contexts.h"
#include "running_call.h"

#include <rpc/reply.h>

#include <atomic>
#include <exception>
#include <memory>

namespace rpc::runtime {

class deferred_call;

/// What runs calls, and answers those that were deferred.
class deferring_host {
 public:
  /// Both has happened, see deferred_call. Any thread.
  virtual void answer(deferred_call& later) noexcept = 0;

 protected:
  ~deferring_host() = default;
};

/// A call whose implementation has taken the reply. It is answered once the implementation has
/// returned and the reply is complete, by the thread that does the latter of the two.
class deferred_call {
 public:
  deferred_call(const running_call& of, std::unique_ptr<detail::later_result> result) noexcept
      : runs(of.runs),
        from(*of.origin),
        ticket(of.ticket),
        in(*of.room),
        result_(std::move(result)) {}

  // As long as it is not answered, for the thread that has the reply:
  const dispatcher& runs;
  session& from;
  const protocol::call_ticket ticket;
  call_room& in;

  /// What the call needs goes along, when its implementation has returned or thrown `failure`.
  void returned(deferring_host& by, std::shared_ptr<session> origin, protocol::incoming_call of,
                std::unique_ptr<call_room> room) noexcept;
  /// The reply is complete: the implementation has failed, or there is a result.
  void completed(std::exception_ptr failure) noexcept;

  /// For the host, from answer() on: the call, and its result or failure.
  [[nodiscard]] session& origin() noexcept { return *origin_; }
  [[nodiscard]] protocol::incoming_call& call() noexcept { return call_; }
  /// Moves the result to its place in the frame, or throws the failure.
  void take_result();
  /// Nothing is left of the call.
  void release() noexcept;

 private:
  void happened() noexcept;

  std::atomic<bool> one_has_happened_ = false;
  std::unique_ptr<detail::later_result> result_;
  std::exception_ptr failure_;
  deferring_host* host_ = nullptr;
  std::shared_ptr<session> origin_;
  protocol::incoming_call call_;
  std::unique_ptr<call_room> room_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_DEFERRED_CALL_H
