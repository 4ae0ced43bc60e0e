#ifndef RUNTIME_CLIENT_REPETITION_H
#define RUNTIME_CLIENT_REPETITION_H

#include <rpc/call_options.h>
#include <rpc/connection.h>
#include <rpc/error.h>
#include <rpc/reconnecting.h>

#include <optional>

namespace rpc::runtime {

/// The options of a call, with one limit of time for all that is done for it.
[[nodiscard]] call_options limited(const call_options& options,
                                   const connection_options& by_default);

/// Whether the server may have time later.
[[nodiscard]] bool is_busy(status code) noexcept;

/// What has come of the attempts at one call so far.
class attempts {
 public:
  attempts(bool idempotent, const reconnect_options& options) noexcept
      : idempotent_(idempotent), options_(options) {}

  /// Whether the call may be made again after this failure.
  [[nodiscard]] bool go_on_after(const error& failure);
  /// Of a call that is not made again: its failure, or an earlier one, after which it may have
  /// executed, where the last says that it did not.
  [[nodiscard]] const error& tell(const error& last) const noexcept {
    return earlier_ && last.did_not_execute() ? *earlier_ : last;
  }
  [[nodiscard]] unsigned failures() const noexcept { return failures_; }
  /// Whether to try again at once: after a connection that was lost, but not again and again.
  [[nodiscard]] bool at_once(status failure) const noexcept {
    return failures_ == 1 && !is_busy(failure);
  }

 private:
  const bool idempotent_;
  const reconnect_options& options_;
  unsigned failures_ = 0;
  std::optional<error> earlier_;  // after which the call may have executed
};

}  // namespace rpc::runtime

#endif  // RUNTIME_CLIENT_REPETITION_H
