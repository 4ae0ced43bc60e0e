#ifndef RUNTIME_SERVER_DISPATCH_H
#define RUNTIME_SERVER_DISPATCH_H

#include "session.h"

#include <rpc/server.h>
#include <rpc/service.h>

#include <string_view>

namespace rpc::runtime {

/// Runs calls and turns whatever they do into an answer.
class dispatcher {
 public:
  /// `options` must outlive the dispatcher.
  explicit dispatcher(const server_options& options) : options_(options) {}

  /// Runs `call` of `origin` on this thread and answers it. Never throws but std::bad_alloc. `work`
  /// is room to work in, used again from call to call.
  void run(session& origin, protocol::incoming_call& call, server_call& work) const;

  /// Whether the calling thread runs a call of this dispatcher.
  [[nodiscard]] bool runs_here() const noexcept;

 private:
  void run_operation(session& origin, protocol::incoming_call& call, server_call& work) const;
  /// Writes to the log; `what` begins with the name of the operation.
  void report(const session& origin, const protocol::incoming_call& call,
              std::string_view what) const;
  void report_implementation(const session& origin, const protocol::incoming_call& call,
                             std::string_view what) const;

  const server_options& options_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_DISPATCH_H
