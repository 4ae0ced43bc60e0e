#ifndef RUNTIME_TRANSPORT_EVENT_H
#define RUNTIME_TRANSPORT_EVENT_H

#include "reactor.h"
#include "socket.h"

namespace rpc::transport {

/// Runs a task in a turn of a reactor when it is notified, from any thread or a signal handler.
/// An eventfd.
class event final : public readiness_handler {
 public:
  /// Both must outlive it. Throws std::system_error.
  event(reactor& on, task& work);

  /// Waits for notify(). In a turn, once, and close() has to follow there.
  void open();
  void close() { watch_.release(); }
  /// Async-signal-safe. If it comes before open(), the task runs after that.
  void notify() noexcept;

  void on_readable() override;
  void on_writable() override {}

 private:
  task& work_;
  descriptor counter_;
  watch watch_;  // before the descriptor is closed
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_EVENT_H
