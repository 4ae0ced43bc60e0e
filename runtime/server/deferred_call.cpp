#include "deferred_call.h"

#include "session.h"

#include <rpc/error.h>

#include <stdexcept>
#include <utility>

namespace rpc {
namespace runtime {

void deferred_call::returned(deferring_host& by, std::shared_ptr<session> origin,
                             protocol::incoming_call of, std::unique_ptr<call_room> room) noexcept {
  host_ = &by;
  origin_ = std::move(origin);
  call_ = std::move(of);
  room_ = std::move(room);
  happened();
}

void deferred_call::completed(std::exception_ptr failure) noexcept {
  failure_ = std::move(failure);
  happened();
}

void deferred_call::happened() noexcept {
  if (one_has_happened_.exchange(true)) host_->answer(*this);
}

void deferred_call::take_result() {
  if (failure_) std::rethrow_exception(failure_);
  if (result_) result_->store(in.call.frame.result());
}

void deferred_call::release() noexcept {
  room_.reset();
  origin_.reset();
  result_.reset();
  failure_ = nullptr;
}

}  // namespace runtime

namespace detail {
namespace {

struct dropped_reply : std::exception {
  [[nodiscard]] const char* what() const noexcept override {
    return "its reply was destroyed without an answer";
  }
};

}  // namespace

taken_reply::taken_reply(const void* type, std::unique_ptr<later_result> result) {
  const runtime::running_call* const call = runtime::running_call::innermost();
  if (call == nullptr || call->room == nullptr)
    throw std::logic_error("rpc::reply: no call runs on this thread");
  server_call& work = call->room->call;
  if (!work.frame)
    throw std::logic_error("rpc::reply: an operation with pipes is answered when it returns");
  if (work.taken) throw std::logic_error("rpc::reply: the reply of this call was taken already");
  if (work.frame.form().result != type)
    throw std::logic_error("rpc::reply: " + ndr::name_of(work.frame.descriptor()) +
                           " does not return the type of the reply");
  call_ = std::make_shared<runtime::deferred_call>(*call, std::move(result));
  call->room->deferred = call_;
  work.taken = true;
}

taken_reply& taken_reply::operator=(taken_reply&& other) noexcept {
  if (this == &other) return *this;
  drop();
  call_ = std::move(other.call_);
  return *this;
}

taken_reply::~taken_reply() { drop(); }

void taken_reply::drop() noexcept {
  if (const auto unanswered = std::exchange(call_, nullptr))
    unanswered->completed(std::make_exception_ptr(dropped_reply()));
}

void taken_reply::complete(std::exception_ptr failure) {
  require_unanswered();
  std::exchange(call_, nullptr)->completed(std::move(failure));
}

const caller& taken_reply::client() const { return *call().in.call.from; }

std::stop_token taken_reply::stop_token() const { return call().from.stop_token(call().ticket); }

runtime::deferred_call& taken_reply::call() const {
  if (!call_) throw std::logic_error("rpc::reply: the call was answered already");
  return *call_;
}

}  // namespace detail

entered_call::entered_call(const detail::taken_reply& reply)
    : call_(std::make_unique<runtime::running_call>(reply.call().runs, reply.call().from,
                                                    reply.call().ticket, reply.call().in)),
      memory_(reply.call().in.call.memory) {}

entered_call::~entered_call() = default;

}  // namespace rpc
