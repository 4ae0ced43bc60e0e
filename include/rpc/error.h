#ifndef RPC_ERROR_H
#define RPC_ERROR_H

#include <rpc/status.h>

#include <stdexcept>
#include <string>

namespace rpc {

/// The one exception of this library.
///
/// A client call throws it when the call failed: the code is the fault that the
/// server sent or the local reason. A server implementation throws it to answer
/// with a fault of its choice; only the code travels, never the text.
class error : public std::runtime_error {
 public:
  /// what() is "<where and what>: <description> (<name>, 0x<code>)"; `what` names
  /// the operation and, where there is one, the field. Empty `what`: the rest only.
  explicit error(status code, const std::string& what = {});

  /// Of a call that certainly was not executed.
  static error of_unexecuted(status code, const std::string& what);
  /// Of a call that may have executed, whatever the code says: a fault may have the code of an
  /// error that the implementation itself has met.
  static error of_executed(status code, const std::string& what);

  [[nodiscard]] status code() const noexcept { return code_; }

  /// On a client: whether the call certainly was not executed, not even in part, so that it may be
  /// made again. It was not sent, or the server said so by its fault (C706 12.6.4.7,
  /// PFC_DID_NOT_EXECUTE).
  [[nodiscard]] bool did_not_execute() const noexcept { return did_not_execute_; }

 private:
  status code_;
  bool did_not_execute_ = false;
};

}  // namespace rpc

#endif  // RPC_ERROR_H
