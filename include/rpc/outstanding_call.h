#ifndef RPC_OUTSTANDING_CALL_H
#define RPC_OUTSTANDING_CALL_H

#include <rpc/binding.h>
#include <rpc/least_protection.h>
#include <rpc/ndr/descriptor.h>

#include <chrono>
#include <functional>
#include <memory>

namespace rpc::detail {

/// What a call needs of its operation.
struct called_operation {
  const ndr::frame_descriptor& of;
  bool idempotent;
  protection least;  ///< which the header demands
};

/// A call that was made without waiting for its answer. Belongs to one thread at a time, but for
/// cancel(); one that is destroyed before it was answered is given up.
class outstanding_call {
 public:
  virtual ~outstanding_call() = default;

  /// Whether its answer has come, or it has failed.
  [[nodiscard]] virtual bool answered() = 0;
  /// Waits for that, until `limit`. Whether it has come.
  virtual bool wait(std::chrono::steady_clock::time_point limit) = 0;
  /// Has `then` called when it comes, on a thread of the library; false if it has come.
  virtual bool on_answer(std::function<void()> then) = 0;
  /// Asks the server to end the call.
  virtual void cancel() = 0;
  /// Stores the results in the frame, or throws, once it was answered.
  virtual void take() = 0;
};

/// Begins the call of `frame`. All must outlive it. Throws what is known at once.
[[nodiscard]] std::unique_ptr<outstanding_call> begin_call(const binding& over,
                                                           const called_operation& of, void* frame);

}  // namespace rpc::detail

#endif  // RPC_OUTSTANDING_CALL_H
