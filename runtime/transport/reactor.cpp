// The only file that knows Asio.
#include "reactor.h"

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/post.hpp>
#include <asio/signal_set.hpp>
#include <asio/steady_timer.hpp>

#include <signal.h>

#include <algorithm>
#include <new>
#include <thread>
#include <utility>

namespace rpc::transport {
namespace {

/// What Asio allocates an operation with.
template <class T>
struct memory_of {
  using value_type = T;

  explicit memory_of(reactor_memory& memory) : from(&memory) {}
  template <class U>
  explicit(false) memory_of(const memory_of<U>& other) : from(other.from) {}

  T* allocate(std::size_t count) { return static_cast<T*>(from->allocate(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t) noexcept { from->deallocate(memory); }
  friend bool operator==(const memory_of&, const memory_of&) = default;

  reactor_memory* from;
};

/// Calls `Action(object)` unless Asio has failed.
template <class T, auto Action>
struct completion {
  using allocator_type = memory_of<void>;

  [[nodiscard]] allocator_type get_allocator() const noexcept { return allocator_type(*memory); }
  void operator()(std::error_code failure = {}) const {
    if (!failure) Action(*object);
  }

  std::shared_ptr<T> object;
  reactor_memory* memory;
};

constexpr auto readable = [](readiness_handler& handler) { handler.on_readable(); };
constexpr auto writable = [](readiness_handler& handler) { handler.on_writable(); };
constexpr auto run_errand = [](errand& work) { work.run(); };

class asio_watch final : public reactor::watch {
 public:
  asio_watch(asio::io_context& context, int fd) : descriptor_(context, fd) {}

  ~asio_watch() override { release(); }

  void await_readable(std::shared_ptr<readiness_handler> handler) noexcept override {
    descriptor_.async_wait(descriptor_.wait_read,
                           completion<readiness_handler, readable>{std::move(handler), &reading_});
  }

  void await_writable(std::shared_ptr<readiness_handler> handler) noexcept override {
    descriptor_.async_wait(descriptor_.wait_write,
                           completion<readiness_handler, writable>{std::move(handler), &writing_});
  }

  void release() override {
    if (descriptor_.is_open()) descriptor_.release();
  }

 private:
  reactor_memory reading_;
  reactor_memory writing_;
  asio::posix::stream_descriptor descriptor_;
};

class asio_signals final : public reactor::signals {
 public:
  asio_signals(asio::io_context& context, std::span<const int> which,
               std::function<void(int)> handler)
      : set_(context), handler_(std::move(handler)) {
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int signal : which) {
      set_.add(signal);
      // System calls of other threads shall not fail with EINTR.
      struct sigaction action{};
      ::sigaction(signal, nullptr, &action);
      action.sa_flags |= SA_RESTART;
      ::sigaction(signal, &action, nullptr);
      sigaddset(&wanted, signal);
    }
    set_.async_wait([this](std::error_code failure, int signal) {
      if (failure) return;
      set_.clear();
      handler_(signal);
    });
    ::pthread_sigmask(SIG_UNBLOCK, &wanted, &blocked_before_);
  }

  ~asio_signals() override { ::pthread_sigmask(SIG_SETMASK, &blocked_before_, nullptr); }

 private:
  asio::signal_set set_;
  const std::function<void(int)> handler_;
  sigset_t blocked_before_;
};

}  // namespace

void* reactor_memory::allocate(std::size_t size) {
  if (taken_ || size > sizeof bytes_) return ::operator new(size);
  taken_ = true;
  return bytes_;
}

void reactor_memory::deallocate(void* memory) noexcept {
  if (memory == bytes_)
    taken_ = false;
  else
    ::operator delete(memory);
}

struct reactor::implementation {
  void stop() { context.stop(); }

  errand_of<implementation, &implementation::stop> stopping{*this};  // before what may hold it
  // 1: one thread runs it. Its own locking stays, since other threads post to it.
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
};

reactor::reactor() : asio_(std::make_unique<implementation>()) {}

reactor::~reactor() = default;

void reactor::run() { asio_->context.run(); }

void reactor::stop() { post(std::shared_ptr<errand>(std::shared_ptr<void>(), &asio_->stopping)); }

void reactor::post(std::shared_ptr<errand> work) noexcept {
  reactor_memory* const memory = &work->memory_;
  asio::post(asio_->context, completion<errand, run_errand>{std::move(work), memory});
}

void reactor::after(std::chrono::milliseconds delay, std::shared_ptr<errand> work) noexcept {
  try {
    auto timer = std::make_unique<asio::steady_timer>(asio_->context, delay);
    asio::steady_timer& armed = *timer;
    armed.async_wait([timer = std::move(timer), work](std::error_code failure) {
      if (!failure) work->run();
    });
  } catch (const std::bad_alloc&) {
    // Long enough for nobody to spin, and short enough for those who are served meanwhile.
    std::this_thread::sleep_for(std::min(delay, std::chrono::milliseconds(10)));
    post(std::move(work));
  }
}

std::unique_ptr<reactor::watch> reactor::add(int fd) {
  return std::make_unique<asio_watch>(asio_->context, fd);
}

std::unique_ptr<reactor::signals> reactor::await_signals(std::span<const int> which,
                                                         std::function<void(int)> handler) {
  return std::make_unique<asio_signals>(asio_->context, which, std::move(handler));
}

}  // namespace rpc::transport
