#ifndef RPC_ASYNC_H
#define RPC_ASYNC_H

#include <rpc/client.h>
#include <rpc/outstanding_call.h>

#include <chrono>
#include <coroutine>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <utility>

namespace rpc {

/// Where what follows an asynchronous call runs: it is given a function, which it has to call once,
/// on whatever thread, now or later.
///
///     rpc::executor pool = [&](std::function<void()> next) { asio::post(io, std::move(next)); };
///
/// An empty one is the thread that reads the answer. Of sockets that is a thread which reads for
/// all of the process: what runs there must not throw, and while it runs no other answer is read.
/// It may make calls, and wait for them.
using executor = std::function<void(std::function<void()>)>;

namespace detail {

/// A call that was started, of whichever operation.
template <class Result>
class started_call {
 public:
  started_call(const binding& to, executor by) : over(to), continues(std::move(by)) {}
  virtual ~started_call() = default;

  /// Stores the results of a call that was answered, or throws.
  virtual Result take() = 0;

  /// Has `next` called by the executor when the answer comes; false if it has come.
  bool on_answer(std::function<void()> next) {
    if (failed) return false;
    if (!continues) return made->on_answer(std::move(next));
    return made->on_answer([by = continues, next = std::move(next)] { by(next); });
  }

  const binding over;
  const executor continues;
  std::unique_ptr<outstanding_call> made;  // null: it has failed at once
  std::exception_ptr failed;               // so
};

}  // namespace detail

/// A call that was made without waiting for its answer: what rpc::async() makes of an operation
/// that returns Result. It is one value, to be used in one of these ways:
///
///     std::int64_t total = co_await rpc::async(echo).sum(list);
///
///     rpc::pending<std::int64_t> sum = rpc::async(echo).sum(list);   // other work, then
///     total = sum.get();
///
///     rpc::async(echo).sum(list).then([](rpc::pending<std::int64_t> sum) { use(sum.get()); });
///
///     std::future<std::int64_t> total = rpc::async(echo).sum(list).future();
///
/// The request has been encoded when the call returns, and sent as far as the socket took it; over
/// a connection that reconnects (rpc/reconnecting.h), when there is a connection, and again when
/// the call is repeated. What arguments point to must stay alive, and not be changed, until the
/// results have been taken, as [out] data are stored there. They are stored when they are taken, by
/// get() or co_await, on the thread that does so, and not at all if they are not taken; then()
/// takes none by itself, future() does, on its executor. What operations with [in] parameters only
/// point to need not outlive the call.
///
/// get() and co_await return and throw what the operation does in its synchronous form, those
/// failures included that were known before anything was sent, and allocate for the thread that
/// takes the results.
///
/// One that is destroyed before it was answered is given up: the call is orphaned, and nothing is
/// stored. Its limits of time are those of a synchronous call, see call_options.
///
/// Belongs to one thread at a time, but for cancel(). In-process the implementation runs on the
/// thread that makes the call, before that returns, or on one that makes another call.
template <class Result>
class [[nodiscard]] pending {
 public:
  explicit pending(std::shared_ptr<detail::started_call<Result>> call) : call_(std::move(call)) {}
  pending(pending&&) noexcept = default;
  pending& operator=(pending&&) noexcept = default;

  /// Whether the answer has come, or the call failed.
  [[nodiscard]] bool ready() const { return call_->failed || call_->made->answered(); }

  /// Waits until it is ready().
  void wait() const { wait_until(std::chrono::steady_clock::time_point::max()); }
  /// The same, not beyond the limit. Returns ready().
  bool wait_until(std::chrono::steady_clock::time_point limit) const {
    return call_->failed || call_->made->wait(limit);
  }
  bool wait_for(std::chrono::nanoseconds limit) const {
    return wait_until(std::chrono::steady_clock::now() + limit);
  }

  /// Waits, stores the results, and returns the operation's or throws. Once.
  Result get() {
    wait();
    return call_->take();
  }

  /// Asks the server to end the call, as call_options::stop does. Its answer is still awaited.
  void cancel() {
    if (!call_->failed) call_->made->cancel();
  }

  /// Has `done` called with this call by the executor, once it is ready: at once where it is ready
  /// and there is no executor. The connection stays open until then. `done` is copyable.
  template <class Done>
  void then(Done done) && {
    const std::shared_ptr<detail::started_call<Result>> call = std::move(call_);
    auto next = [call, done = std::move(done)]() mutable { done(pending(call)); };
    if (call->on_answer(next)) return;
    if (call->continues)
      call->continues(std::move(next));
    else
      next();
  }

  /// The results, which are stored when the answer comes.
  [[nodiscard]] std::future<Result> future() && {
    const auto promise = std::make_shared<std::promise<Result>>();
    std::future<Result> result = promise->get_future();
    std::move(*this).then([promise](pending call) {
      try {
        if constexpr (std::is_void_v<Result>) {
          call.get();
          promise->set_value();
        } else {
          promise->set_value(call.get());
        }
      } catch (...) {
        promise->set_exception(std::current_exception());
      }
    });
    return result;
  }

  // For co_await. A coroutine continues by the executor, or goes on where the answer had come.
  [[nodiscard]] bool await_ready() const { return ready(); }
  bool await_suspend(std::coroutine_handle<> waits) {
    return call_->on_answer([waits] { waits.resume(); });
  }
  Result await_resume() { return call_->take(); }

 private:
  std::shared_ptr<detail::started_call<Result>> call_;
};

/// A binding whose calls do not wait.
class async_binding {
 public:
  explicit async_binding(binding over, executor continues = {})
      : over_(std::move(over)), continues_(std::move(continues)) {}

  /// As those of binding, and they wait as those do.
  [[nodiscard]] async_binding to(const handle_t& handle) const {
    return async_binding(over_.to(handle), continues_);
  }
  [[nodiscard]] async_binding or_to(const handle_t& handle) const {
    return async_binding(over_.or_to(handle), continues_);
  }

  [[nodiscard]] const binding& over() const noexcept { return over_; }
  [[nodiscard]] const executor& continues() const noexcept { return continues_; }

  /// What a call returns, whose operation returns Result.
  template <class Result>
  using returned = pending<Result>;

 private:
  binding over_;
  executor continues_;
};

namespace detail {

template <class Frame>
class started_call_of final : public started_call<ndr::result_type<Frame>> {
 public:
  started_call_of(const async_binding& to, Frame frame)
      : started_call<ndr::result_type<Frame>>(to.over(), to.continues()), frame_(std::move(frame)) {
    try {
      require_places(frame_);
      places_ = true;
      this->made = begin_call(
          this->over, {described, is_idempotent<Frame>, least_protection<Frame>()}, &frame_);
    } catch (...) {
      this->failed = std::current_exception();
    }
  }

  ndr::result_type<Frame> take() override {
    if (!places_) std::rethrow_exception(this->failed);
    return deliver_failures(frame_, [&] {
      if (this->failed) std::rethrow_exception(this->failed);
      this->made->take();
      return ndr::result_in(frame_);
    });
  }

 private:
  static constexpr const ndr::frame_descriptor& described = ndr::described_frame<Frame>;

  Frame frame_;
  const ndr::owned_parameters<Frame> owned_{frame_};
  bool places_ = false;  // for failures
};

}  // namespace detail

/// Begins one call, as invoke() over a binding makes it.
template <class Frame>
auto invoke(const async_binding& over, Frame frame) {
  static_assert(!ndr::has_pipes<Frame>,
                "an operation with pipes has no asynchronous form: its sources and sinks run on "
                "the thread that calls it");
  using result = ndr::result_type<Frame>;
  return pending<result>(std::make_shared<detail::started_call_of<Frame>>(over, std::move(frame)));
}

/// The asynchronous form of a client: a copy whose operations return an rpc::pending. What follows
/// their calls runs by `continues`. It costs no more than a copy, so it may be made for one call.
///
///     co_await rpc::async(echo).add_one(1, &two);
///     co_await rpc::async(rpc::with(echo, {.timeout = 2s}), pool).add_one(1, &two);
///
template <template <class> class Client>
[[nodiscard]] Client<async_binding> async(const Client<binding>& client, executor continues = {}) {
  return Client<async_binding>(
      async_binding(static_cast<const binding&>(client), std::move(continues)));
}

}  // namespace rpc

#endif  // RPC_ASYNC_H
