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

  [[nodiscard]] status code() const noexcept { return code_; }

 private:
  status code_;
};

}  // namespace rpc

#endif  // RPC_ERROR_H
