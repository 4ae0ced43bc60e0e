#ifndef RUNTIME_TRANSPORT_EVENT_H
#define RUNTIME_TRANSPORT_EVENT_H

#include "reactor.h"
#include "socket.h"

namespace rpc::transport {

/// A descriptor that is readable from set() on until clear(): an eventfd.
class event_descriptor {
 public:
  /// Throws std::system_error.
  event_descriptor();
  [[nodiscard]] int fd() const noexcept { return counter_.get(); }
  /// Async-signal-safe.
  void set() noexcept;
  /// False if it was not set.
  bool clear() noexcept;

 private:
  descriptor counter_;
};

/// Runs a task in a turn of a reactor when it is notified, from any thread or a signal handler.
class event final : public readiness_handler {
 public:
  /// Both must outlive it. Throws std::system_error.
  event(reactor& on, task& work);

  /// Waits for notify(). In a turn, once, and close() has to follow there.
  void open();
  void close() { watch_.release(); }
  /// Async-signal-safe. If it comes before open(), the task runs after that.
  void notify() noexcept { notified_.set(); }

  void on_readable() override;
  void on_writable() override {}

 private:
  task& work_;
  event_descriptor notified_;
  watch watch_;  // before the descriptor is closed
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_EVENT_H
