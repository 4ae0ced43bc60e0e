#include "repeated_call.h"

#include "../transport/unlocked.h"

#include <rpc/client.h>

#include <utility>

namespace rpc::detail {
namespace {

call_options without_stop(call_options options) {
  options.stop = {};
  return options;
}

/// What the program has of the call. When it goes, the call is given up.
class held_call final : public outstanding_call {
 public:
  explicit held_call(std::shared_ptr<repeated_call> call) noexcept : call_(std::move(call)) {}
  ~held_call() override { call_->abandon(); }

  bool answered() override { return call_->answered(); }
  bool wait(std::chrono::steady_clock::time_point limit) override { return call_->wait(limit); }
  bool on_answer(std::function<void()> then) override { return call_->on_answer(std::move(then)); }
  void cancel() override { call_->cancel(); }
  void take() override { call_->take(); }

 private:
  const std::shared_ptr<repeated_call> call_;
};

}  // namespace

std::unique_ptr<outstanding_call> begin_repeated_call(const binding& over,
                                                      const called_operation& of, void* frame) {
  const auto call = std::make_shared<repeated_call>(over, of, frame);
  auto held = std::make_unique<held_call>(call);
  call->begin();
  return held;
}

repeated_call::repeated_call(const binding& over, const called_operation& of, void* frame)
    : over_(over),
      of_(of),
      frame_(frame),
      peer_(over.reconnects_),
      until_(runtime::limited(over.options(), peer_->options().connection)),
      waiter_{over.interface_, over.name_},
      attempts_(of.idempotent, peer_->options()) {}

void repeated_call::begin() {
  if (until_.stop.stop_possible())
    stop_.emplace(until_.stop, [weak = weak_from_this()] {
      if (const auto self = weak.lock()) self->cancel();
    });
  connect(clock::time_point::min());
}

// Leaves it to the thread that connects, if there is no connection or it is not to be used yet.
void repeated_call::connect(clock::time_point from) {
  try {
    if (from <= clock::now())
      if (auto bound = peer_->bind_at_once(waiter_.interface, waiter_.name))
        return attempt(std::move(*bound));
    waiter_.bound.reset();
    waiter_.from = from;
    waiter_.until = until_.deadline;
    waiter_.then = [self = shared_from_this()] { self->connected(); };
    const lock_type lock(mutex_);
    if (!cancelled_ && !abandoned_) {
      peer_->enqueue(waiter_);
      waits_ = true;
      return;
    }
  } catch (...) {
    waiter_.then = nullptr;
    return end(std::current_exception());
  }
  waiter_.then = nullptr;
  end(cancelled_unsent());
}

void repeated_call::connected() {
  {
    const lock_type lock(mutex_);
    if (!std::exchange(waits_, false)) return;  // it was given up meanwhile
  }
  if (waiter_.bound)
    attempt(std::move(*waiter_.bound));
  else
    end(std::make_exception_ptr(
        attempts_.tell(error::of_unexecuted(waiter_.failed, waiter_.reason))));
}

void repeated_call::attempt(runtime::bound_channel bound) {
  {
    const lock_type lock(mutex_);
    writes_ = !cancelled_ && !abandoned_;
  }
  if (!writes_) return end(cancelled_unsent());
  try {
    write_request(std::move(bound));
    made_->start();
    if (!made_->on_answer([self = shared_from_this()] { self->responded(); })) {
      const lock_type lock(mutex_);
      responded_ = true;
    }
  } catch (...) {
    return fail_attempt(std::current_exception());
  }
  leave();
}

void repeated_call::write_request(runtime::bound_channel bound) {
  struct writing {
    repeated_call& of;
    ~writing() {
      const lock_type lock(of.mutex_);
      of.writes_ = false;
      of.changed_.notify_all();
    }
  } const until_written{*this};
  at_.emplace(over_.connected_by(std::move(bound), without_stop(until_)));
  if (of_.least > protection::none) at_->require(of_.least, of_.of.name);
  made_.emplace(*at_, of_.of.opnum, of_.of.name);
  put_request(*made_, *at_, of_.of, frame_);
}

void repeated_call::responded() {
  {
    const lock_type lock(mutex_);
    responded_ = true;
    if (std::exchange(works_, true)) return;
  }
  leave();
}

void repeated_call::judge() {
  try {
    made_->require_response();
  } catch (...) {
    return fail_attempt(std::current_exception());
  }
  end(nullptr);
}

void repeated_call::fail_attempt(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const error& reason) {
    if (!attempts_.go_on_after(reason))
      return end(std::make_exception_ptr(error(attempts_.tell(reason))));
    const auto pause = attempts_.at_once(reason.code()) ? std::chrono::nanoseconds(0)
                                                        : peer_->pause_after(attempts_.failures());
    made_.reset();
    at_.reset();
    connect(clock::now() + pause);
  } catch (...) {
    end(failure);
  }
}

// What has happened meanwhile is done first.
void repeated_call::leave() {
  lock_type lock(mutex_);
  while (cancelled_ && !abandoned_ && !responded_ && !std::exchange(cancel_sent_, true)) {
    const transport::unlocked during(lock);
    made_->cancel();
  }
  if (abandoned_) {
    lock.unlock();
    made_.reset();
  } else if (std::exchange(responded_, false)) {
    lock.unlock();
    judge();
  } else {
    works_ = false;
  }
}

void repeated_call::end(std::exception_ptr failure) {
  std::function<void()> then;
  {
    const lock_type lock(mutex_);
    failure_ = std::move(failure);
    ended_ = true;
    then = std::exchange(then_, nullptr);
    changed_.notify_all();
  }
  if (then) then();
}

std::exception_ptr repeated_call::cancelled_unsent() const {
  return std::make_exception_ptr(attempts_.tell(error::of_unexecuted(
      status::fault_cancel,
      runtime::call_name{waiter_.name, of_.of.name}.text() + ": cancelled before it was sent")));
}

bool repeated_call::answered() {
  const lock_type lock(mutex_);
  return ended_;
}

bool repeated_call::wait(std::chrono::steady_clock::time_point limit) {
  lock_type lock(mutex_);
  return changed_.wait_until(lock, limit, [this] { return ended_; });
}

bool repeated_call::on_answer(std::function<void()> then) {
  const lock_type lock(mutex_);
  if (ended_) return false;
  then_ = std::move(then);
  return true;
}

void repeated_call::cancel() {
  {
    const lock_type lock(mutex_);
    if (ended_ || std::exchange(cancelled_, true)) return;
    if (std::exchange(waits_, false))
      peer_->withdraw(waiter_);
    else if (std::exchange(works_, true))
      return;
  }
  if (made_) return leave();
  const auto forgotten = std::exchange(waiter_.then, nullptr);
  end(cancelled_unsent());
}

void repeated_call::take() {
  if (failure_) std::rethrow_exception(failure_);
  get_response(*made_, *at_, of_.of, frame_);
}

void repeated_call::abandon() {
  std::function<void()> then;
  std::function<void()> waiting;
  {
    lock_type lock(mutex_);
    abandoned_ = true;
    then = std::exchange(then_, nullptr);
    changed_.wait(lock, [this] { return !writes_; });
    if (std::exchange(waits_, false)) {
      peer_->withdraw(waiter_);
      waiting = std::exchange(waiter_.then, nullptr);
    } else if (!ended_ && std::exchange(works_, true)) {
      return;
    }
  }
  made_.reset();
}

}  // namespace rpc::detail
