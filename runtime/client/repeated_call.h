#ifndef RUNTIME_CLIENT_REPEATED_CALL_H
#define RUNTIME_CLIENT_REPEATED_CALL_H

#include "reconnecting_peer.h"
#include "repetition.h"

#include <rpc/binding.h>
#include <rpc/outstanding_call.h>

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace rpc::detail {

/// A call over a connection that reconnects, for which no thread waits. It goes on by the thread
/// that connects, by the one that reads, and by those of the program: one at a time works at it,
/// and the others leave to that one what has happened meanwhile.
///
/// Its lock comes before that of the peer. Callbacks run without it.
class repeated_call : public std::enable_shared_from_this<repeated_call> {
 public:
  repeated_call(const binding& over, const called_operation& of, void* frame);

  void begin();
  [[nodiscard]] bool answered();
  bool wait(std::chrono::steady_clock::time_point limit);
  bool on_answer(std::function<void()> then);
  void cancel();
  void take();
  /// The call is given up; `over` and `frame` are not used any more.
  void abandon();

 private:
  using clock = std::chrono::steady_clock;
  using lock_type = std::unique_lock<std::mutex>;

  // By the thread that works at it:
  void connect(clock::time_point from);
  void attempt(runtime::bound_channel bound);
  void write_request(runtime::bound_channel bound);
  void judge();
  void fail_attempt(const std::exception_ptr& failure);
  void leave();
  void end(std::exception_ptr failure);
  [[nodiscard]] std::exception_ptr cancelled_unsent() const;
  // By callbacks:
  void connected();
  void responded();

  const binding& over_;
  const called_operation of_;
  void* const frame_;
  const std::shared_ptr<runtime::reconnecting_peer> peer_;
  const call_options until_;

  std::mutex mutex_;
  std::condition_variable changed_;  // ended_, writes_
  bool works_ = true;                // a thread works at it, or it waits_
  bool waits_ = false;               // for a connection
  bool writes_ = false;              // the request, of `over` and `frame`
  bool responded_ = false;           // there is an answer to judge
  bool cancelled_ = false;
  bool cancel_sent_ = false;
  bool abandoned_ = false;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::function<void()> then_;

  // Of the thread that works at it, and in the end of the one that takes the results:
  runtime::reconnecting_peer::waiter waiter_;
  runtime::attempts attempts_;
  std::optional<binding> at_;
  std::optional<exchange> made_;

  std::optional<std::stop_callback<std::function<void()>>> stop_;
};

std::unique_ptr<outstanding_call> begin_repeated_call(const binding& over,
                                                      const called_operation& of, void* frame);

}  // namespace rpc::detail

#endif  // RUNTIME_CLIENT_REPEATED_CALL_H
