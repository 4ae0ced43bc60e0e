#ifndef RUNTIME_PROTOCOL_SECURITY_TABLE_H
#define RUNTIME_PROTOCOL_SECURITY_TABLE_H

#include <rpc/buffer.h>
#include <rpc/status.h>

#include "../security/context.h"
#include "bind.h"
#include "secured.h"

#include <cstddef>
#include <list>
#include <string>

namespace rpc::protocol {

/// The security contexts of one server connection.
class security_table {
 public:
  /// `acceptor` outlives the table; null: no mechanism is known.
  security_table(const security::acceptor* acceptor, std::size_t most)
      : acceptor_(acceptor), most_(most) {}

  /// What came of a token.
  struct outcome {
    std::string failure = {};  ///< empty: none. For the log
    nak_reason nak{};          ///< for a bind
    status code{};             ///< for an alter_context
    secured* context = nullptr;
    buffer reply = {};  ///< to be sent to the client, with that context's trailer; may be empty
  };

  /// A bind without authentication.
  void bind_without() noexcept { plain_ = true; }
  /// The token of a bind, or the first one of another context.
  outcome begin(const sec_trailer& trailer);
  /// The token of an alter_context.
  outcome alter(const sec_trailer& trailer);
  /// The token of an AUTH3, which is not answered: a failure is for what comes next.
  void finish(const sec_trailer& trailer);

  /// The client has asked for header signing: of all contexts from now on.
  void sign_headers();

  /// The established context that a trailer names, or null.
  secured* find(const sec_trailer& trailer);
  /// Whether it names one that is not established yet.
  [[nodiscard]] bool waits_for_token(const sec_trailer& trailer) const;
  /// The context of what has no trailer, or null for the client that did not authenticate; false
  /// in `allowed` if it has none.
  secured* unprotected(bool& allowed);

  /// Why an AUTH3 has failed; empty: none has.
  [[nodiscard]] const std::string& failure() const noexcept { return failure_; }

 private:
  outcome step(secured& context, const sec_trailer& trailer);

  const security::acceptor* const acceptor_;
  const std::size_t most_;
  std::list<secured> contexts_;
  bool plain_ = false;
  bool signs_headers_ = false;
  std::string failure_;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_SECURITY_TABLE_H
