#ifndef RPC_REPLY_H
#define RPC_REPLY_H

#include <rpc/call_frame.h>
#include <rpc/handle.h>
#include <rpc/memory.h>

#include <exception>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace rpc {

namespace runtime {
class deferred_call;
class running_call;
}  // namespace runtime

class entered_call;

namespace detail {

/// The result of a call that is answered later, until its implementation has returned.
class later_result {
 public:
  virtual ~later_result() = default;
  /// Moves it to where it belongs in the frame.
  virtual void store(void* result) = 0;
};

template <class Result>
class later_result_of final : public later_result {
 public:
  void store(void* result) override { *static_cast<Result*>(result) = std::move(*value); }
  std::optional<Result> value;
};

/// The reply of a call, whatever it returns.
class taken_reply {
 public:
  /// That of the call on this thread, whose operation returns what `type` names.
  taken_reply(const void* type, std::unique_ptr<later_result> result);
  taken_reply(taken_reply&&) noexcept = default;
  taken_reply& operator=(taken_reply&& other) noexcept;
  ~taken_reply();

  /// Ends it: with its result, or with what the implementation would have thrown. Throws
  /// std::logic_error, as the following, if it has been ended.
  void complete(std::exception_ptr failure = nullptr);

  void require_unanswered() const { static_cast<void>(call()); }
  [[nodiscard]] const caller& client() const;
  [[nodiscard]] std::stop_token stop_token() const;

 private:
  friend class rpc::entered_call;
  [[nodiscard]] runtime::deferred_call& call() const;
  void drop() noexcept;

  std::shared_ptr<runtime::deferred_call> call_;
};

}  // namespace detail

/// Makes a call that is answered later the call of this thread, as long as this object lives:
/// rpc::allocate() takes from its memory, and rpc::current_call(), rpc::call_stop_token() and
/// rpc::call_memory::current() are about it. By one thread at a time, and not while the
/// implementation itself still allocates.
class [[nodiscard]] entered_call {
 public:
  explicit entered_call(const detail::taken_reply& reply);
  entered_call(const entered_call&) = delete;
  entered_call& operator=(const entered_call&) = delete;
  ~entered_call();

 private:
  std::unique_ptr<runtime::running_call> call_;
  const call_scope memory_;
};

/// The reply of a server call, for an implementation that answers after it has returned, from any
/// thread: it holds no thread of the server meanwhile.
///
///     std::int64_t sum(const node* list) override {
///       auto reply = rpc::reply<std::int64_t>::take();
///       pool.post([list, reply = std::move(reply)]() mutable {
///         reply.run([&] { return add_all(list); });
///       });
///       return {};  // is not sent
///     }
///
/// Until it is answered, everything that belongs to the call lives on: parameters, what they point
/// to, memory of rpc::allocate(). [out] parameters are to be stored before it is answered. Context
/// handles stay the call's, so that other calls on them wait; a session's calls count against
/// server_options::max_calls_per_connection, and rpc::server::stop() waits for the answer as it
/// waits for implementations.
///
/// The answer is encoded and sent by the thread that gives it, or by the one that runs the
/// implementation, if that returns later: what it returns is discarded, and what it throws is the
/// answer, whatever the reply says. If a reply is destroyed unanswered, the client gets
/// status::fault_unspec and the server logs it.
///
/// Belongs to one thread at a time. Operations with pipes cannot be answered later, as their pipes
/// are the implementation's only while it runs.
template <class Result>
class [[nodiscard]] reply {
 public:
  /// Takes the reply of the call that runs on this thread. Throws std::logic_error if there is
  /// none, if it was taken already, if the operation returns another type or has pipes, and
  /// std::bad_alloc.
  [[nodiscard]] static reply take() {
    if constexpr (std::is_void_v<Result>) {
      return reply(nullptr, nullptr);
    } else {
      auto result = std::make_unique<detail::later_result_of<Result>>();
      auto* const place = result.get();
      return reply(std::move(result), place);
    }
  }

  /// Answers. This and the following throw std::logic_error if the call was answered by this reply
  /// before.
  void complete()
    requires std::is_void_v<Result>
  {
    taken_.complete();
  }
  /// The same, with what the operation returns.
  template <class Value = Result>
    requires(!std::is_void_v<Result>)
  void complete(Value result) {
    taken_.require_unanswered();
    place_->value.emplace(std::move(result));
    taken_.complete();
  }
  /// Answers as if the implementation had thrown.
  void fail(std::exception_ptr failure) { taken_.complete(std::move(failure)); }

  /// Runs `act` as the implementation, see entered_call, and answers with what it returns or
  /// throws.
  template <class Act>
  void run(Act act) {
    try {
      const entered_call here(taken_);
      if constexpr (std::is_void_v<Result>)
        act();
      else
        place_->value.emplace(act());
    } catch (...) {
      return fail(std::current_exception());
    }
    taken_.complete();
  }

  /// To allocate for the call, or to ask about it, before it is answered.
  [[nodiscard]] entered_call enter() const { return entered_call(taken_); }
  /// Who makes the call. As long as it is not answered.
  [[nodiscard]] const caller& client() const { return taken_.client(); }
  /// Asks the call to stop, see rpc::call_stop_token(). Throws std::bad_alloc.
  [[nodiscard]] std::stop_token stop_token() const { return taken_.stop_token(); }

 private:
  using result_place =
      std::conditional_t<std::is_void_v<Result>, std::nullptr_t, detail::later_result_of<Result>*>;

  reply(std::unique_ptr<detail::later_result> result, result_place place)
      : taken_(&detail::type_id<Result>, std::move(result)), place_(place) {}

  detail::taken_reply taken_;
  result_place place_;  // in what taken_ shares
};

}  // namespace rpc

#endif  // RPC_REPLY_H
