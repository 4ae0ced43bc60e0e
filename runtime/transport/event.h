#ifndef RUNTIME_TRANSPORT_EVENT_H
#define RUNTIME_TRANSPORT_EVENT_H

#include "reactor.h"
#include "socket.h"

#include <memory>

namespace rpc::transport {

/// Runs an errand on a reactor's thread when it is told to from anywhere, a signal handler
/// included. An eventfd.
class event final : public readiness_handler {
 public:
  /// Both must outlive it. Throws std::system_error.
  event(reactor& on, errand& work);

  /// Waits for notify(). On the reactor's thread, once, and close() has to follow there.
  void open();
  void close() { watch_->release(); }
  /// Async-signal-safe. If it comes before open(), the errand runs after that.
  void notify() noexcept;

  void on_readable() override { work_.run(); }
  void on_writable() override {}

 private:
  errand& work_;
  descriptor counter_;
  std::unique_ptr<reactor::watch> watch_;  // before the descriptor is closed
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_EVENT_H
