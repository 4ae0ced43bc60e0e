#ifndef RUNTIME_TRANSPORT_REACTOR_H
#define RUNTIME_TRANSPORT_REACTOR_H

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>

namespace rpc::transport {

/// What wants to know when a descriptor is ready. Called on the reactor's thread.
class readiness_handler {
 public:
  virtual ~readiness_handler() = default;
  virtual void on_readable() = 0;
  virtual void on_writable() = 0;
};

/// Memory for one thing that a reactor is about to do, so that telling it so cannot fail.
class reactor_memory {
 public:
  reactor_memory() = default;
  reactor_memory(const reactor_memory&) = delete;
  reactor_memory& operator=(const reactor_memory&) = delete;

  void* allocate(std::size_t size);
  void deallocate(void* memory) noexcept;

 private:
  bool taken_ = false;
  alignas(std::max_align_t) std::byte bytes_[256];
};

/// A piece of work for the reactor's thread. It is not posted again before it has begun.
class errand {
 public:
  virtual ~errand() = default;
  virtual void run() = 0;

 private:
  friend class reactor;
  reactor_memory memory_;
};

/// The work is a member of Owner, which the errand is a part of.
template <class Owner, void (Owner::*Work)()>
class errand_of final : public errand {
 public:
  explicit errand_of(Owner& owner) : owner_(owner) {}
  void run() override { (owner_.*Work)(); }

 private:
  Owner& owner_;
};

/// Waits for descriptors and timers, on the one thread that calls run(). Once there are reactor,
/// watches and errands, nothing that they do takes memory which there may be none of.
class reactor {
 public:
  /// The reactor's view of one descriptor. To be used on the reactor's thread; may be
  /// destroyed on any, before the descriptor is closed, while the reactor does not run.
  class watch {
   public:
    virtual ~watch() = default;
    /// Calls the handler once when the descriptor is ready, and keeps it until then.
    /// Not to be called again before that.
    virtual void await_readable(std::shared_ptr<readiness_handler> handler) noexcept = 0;
    virtual void await_writable(std::shared_ptr<readiness_handler> handler) noexcept = 0;
    /// Forgets the descriptor and releases the handlers that wait.
    virtual void release() = 0;
  };

  /// Signals of the process that are handled as long as this lives.
  class signals {
   public:
    virtual ~signals() = default;
  };

  reactor();
  ~reactor();

  /// Serves until stop(); work that was posted before is done first.
  void run();
  /// Ends run(). Any thread.
  void stop();

  /// Runs `work` on the reactor's thread, and keeps it until then. Any thread.
  void post(std::shared_ptr<errand> work) noexcept;
  /// Runs `work` there after a while, or sooner if there is no memory for a timer. On the reactor's
  /// thread.
  void after(std::chrono::milliseconds delay, std::shared_ptr<errand> work) noexcept;

  /// A watch over `fd`, which stays the caller's. Any thread.
  std::unique_ptr<watch> add(int fd);

  /// Calls `handler` on the reactor's thread with the first of these signals that the process
  /// receives. After that, and when the object is destroyed, all have their default action again.
  /// The calling thread receives them until then even if it had blocked them. Throws
  /// std::system_error if one cannot be handled.
  std::unique_ptr<signals> await_signals(std::span<const int> which,
                                         std::function<void(int)> handler);

 private:
  struct implementation;
  std::unique_ptr<implementation> asio_;
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_REACTOR_H
