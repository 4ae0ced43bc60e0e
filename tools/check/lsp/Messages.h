//===- Messages.h - JSON-RPC over standard input and output ---------------===//
#ifndef RPC_CHECK_LSP_MESSAGES_H
#define RPC_CHECK_LSP_MESSAGES_H

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace rpc_check {

/// The base protocol of the Language Server Protocol 3.17: headers, of which
/// Content-Length counts, and JSON.
class Messages {
public:
  /// Whether there is input, or its end, within so many milliseconds; for ever
  /// if they are negative.
  bool waits(int Milliseconds) const;

  /// Nothing at the end of the input. What is no JSON is null.
  std::optional<nlohmann::json> read();

  void write(nlohmann::json Message) const;

private:
  bool fill();

  std::string Buffer;
};

} // namespace rpc_check

#endif // RPC_CHECK_LSP_MESSAGES_H
