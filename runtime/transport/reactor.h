#ifndef RUNTIME_TRANSPORT_REACTOR_H
#define RUNTIME_TRANSPORT_REACTOR_H

#include <chrono>
#include <functional>
#include <memory>

namespace rpc::transport {

/// What wants to know when a descriptor is ready. Called on the reactor's thread.
class readiness_handler {
 public:
  virtual ~readiness_handler() = default;
  virtual void on_readable() = 0;
  virtual void on_writable() = 0;
};

/// Waits for descriptors and timers, on the one thread that calls run().
class reactor {
 public:
  /// The reactor's view of one descriptor. To be used on the reactor's thread; may be
  /// destroyed on any, before the descriptor is closed, while the reactor does not run.
  class watch {
   public:
    virtual ~watch() = default;
    /// Calls the handler once when the descriptor is ready, and keeps it until then.
    virtual void await_readable(std::shared_ptr<readiness_handler> handler) = 0;
    virtual void await_writable(std::shared_ptr<readiness_handler> handler) = 0;
    /// Forgets the descriptor and releases the handlers that wait.
    virtual void release() = 0;
  };

  reactor();
  ~reactor();

  /// Serves until stop(); work that was posted before is done first.
  void run();
  /// Ends run(). Any thread.
  void stop();

  /// Runs `work` on the reactor's thread. Any thread.
  void post(std::function<void()> work);
  /// Runs `work` there after a while. Any thread.
  void after(std::chrono::milliseconds delay, std::function<void()> work);

  /// A watch over `fd`, which stays the caller's. Any thread.
  std::unique_ptr<watch> add(int fd);

 private:
  struct implementation;
  std::unique_ptr<implementation> asio_;
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_REACTOR_H
