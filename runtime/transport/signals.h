#ifndef RUNTIME_TRANSPORT_SIGNALS_H
#define RUNTIME_TRANSPORT_SIGNALS_H

#include "reactor.h"

#include <signal.h>

#include <atomic>
#include <functional>
#include <span>

namespace rpc::transport {

/// Signals of the process that are handled as long as this lives: in a turn of the reactor with the
/// first of them. After that, and when this ends, all have their default action again, unless
/// others handle them.
class signals final : public readiness_handler {
 public:
  /// The calling thread receives them from now on even if it had blocked them, and destroys this.
  /// Throws std::system_error if one cannot be handled. When there are no turns.
  signals(reactor& on, std::span<const int> which, std::function<void(int)> handler);
  signals(const signals&) = delete;
  signals& operator=(const signals&) = delete;
  ~signals() override;

  void on_readable() override;
  void on_writable() override {}

 private:
  struct mailbox;
  static mailbox& take_mailbox();
  static void deliver(int signal);
  void handle(int signal);
  void restore() noexcept;

  static std::atomic<mailbox*> mailboxes;  // all there are; used again, and never destroyed

  mailbox& from_;
  const std::function<void(int)> handler_;
  sigset_t blocked_before_{};
  watch watch_;
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_SIGNALS_H
