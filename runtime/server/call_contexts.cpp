#include "call_contexts.h"

#include "dispatch.h"

#include <rpc/error.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>
#include <utility>

namespace rpc::runtime {
namespace {

// A slot holds a T*, whatever T is.
void* pointer_at(const void* slot) {
  void* value = nullptr;
  std::memcpy(&value, slot, sizeof value);
  return value;
}

}  // namespace

void call_contexts::begin(const dispatcher& runs, session& origin, const identity* by,
                          const service_entry& served, std::size_t most, const context_turn& turn) {
  dispatcher_ = &runs;
  origin_ = &origin;
  principal_ = by == nullptr ? std::string_view() : by->principal;
  served_ = &served;
  most_ = most;
  turn_ = turn;
  in_.reset();
  handles_.clear();
  used_.clear();
}

// Calls without handles do not ask.
association* call_contexts::associated() {
  if (!in_) in_ = origin_->joined();
  return in_.get();
}

// Among the first ones. Those of an array are looked up in the order in which they were added.
call_contexts::handle* call_contexts::find(const void* slot, std::size_t among) {
  for (std::size_t i = 0; i < among; ++i) {
    const std::size_t at = (next_ + i) % among;
    if (handles_[at].slot != slot) continue;
    next_ = at + 1;
    return &handles_[at];
  }
  return nullptr;
}

status call_contexts::get(const context_use& use, void* slot, const wire_context& from,
                          void*& value) {
  value = nullptr;  // acquire() knows it
  std::shared_ptr<context> what;
  if (from.null()) {
    if (!use.nullable) return status::in_null_context;
  } else {
    if (associated() != nullptr && from.attributes == 0) what = in_->find(from.id);
    if (!what || !what->is(*served_, use) || !what->is_of(principal_))
      return status::fault_context_mismatch;
    used_.push_back({what, use.shared});
  }
  handles_.push_back({slot, std::move(what), use.nullable, false});
  came_ = handles_.size();
  return status::ok;
}

bool call_contexts::acquire() {
  if (used_.empty()) return true;
  const context_in_use* obstacle = nullptr;
  switch (in_->enter(used_, turn_.at.get(), obstacle)) {
    case association::entry::entered: break;
    case association::entry::closed:
      throw error(status::fault_context_mismatch,
                  std::string(served_->name) + ": the context was closed meanwhile");
    case association::entry::busy:
      if (dispatcher_->holds_here(*obstacle->what))
        throw error(status::call_in_progress,
                    std::string(served_->name) + ": this call would wait for itself");
      obstacle_ = *obstacle;
      return false;
  }
  entered_ = true;
  if (turn_.at) in_->pass(*turn_.at);  // to one that shares it
  for (const handle& next : handles_) {
    void* const value = next.what ? in_->value(*next.what) : nullptr;
    std::memcpy(const_cast<void*>(next.slot), &value, sizeof value);
  }
  return true;
}

status call_contexts::settle(const context_use& use, const void* slot, void* value) {
  handle* known = find(slot, came_);
  if (known == nullptr) {
    return value == nullptr ? status::ok : open(use, slot, nullptr, value);
  }
  if (known->what && value == nullptr) {
    in_->close(*known->what);
    known->what = nullptr;
  } else if (known->what) {
    in_->set_value(*known->what, value);
  } else if (value != nullptr) {
    return open(use, slot, known, value);
  }
  return status::ok;
}

/// Makes `value` a new context, or runs it down if there is no room or no memory for one.
status call_contexts::open(const context_use& use, const void* slot, handle* known, void* value) {
  std::shared_ptr<context> made;
  try {
    if (known == nullptr) known = &handles_.emplace_back(slot, nullptr, use.nullable, false);
    if (associated() != nullptr) made = in_->open(*served_, use.type, value, principal_, most_);
    known->what = made;
    known->created = made != nullptr;
  } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch): as if there were too many
  }
  if (made) return status::ok;
  dispatcher_->run_down(context({}, *served_, use.type, value), origin_->client().peer);
  return in_ ? status::fault_remote_no_memory : status::call_failed;
}

status call_contexts::put(const context_use&, const void* slot, const void*, wire_context& to) {
  const handle* known = find(slot, handles_.size());
  if (known != nullptr && known->what) to.id = known->what->id();
  return status::ok;
}

bool call_contexts::hold(const context& what) const noexcept {
  return entered_ &&
         std::ranges::any_of(used_, [&](const auto& next) { return next.what.get() == &what; });
}

void call_contexts::end(outcome how) {
  for (const handle& next : handles_) {
    // What an implementation has closed is closed, even if it then throws.
    if (how == outcome::threw && next.nullable && next.what && pointer_at(next.slot) == nullptr)
      in_->close(*next.what);
    if (how == outcome::undelivered && next.created) in_->discard(*next.what);
  }
  if (entered_)
    in_->leave(used_);
  else if (turn_.at)
    turn_.in->pass(*turn_.at);
  entered_ = false;
  if (how == outcome::waits) return;
  handles_.clear();
  came_ = next_ = 0;
  used_.clear();
  obstacle_ = {};
  turn_ = {};
  in_.reset();
}

bool call_contexts::wait(std::function<bool(context_turn)> resume) {
  const context_in_use obstacle = std::exchange(obstacle_, {});
  const auto in = in_;
  const bool its_turn = std::exchange(turn_, {}).at == obstacle.what;
  return in->wait(obstacle, its_turn, [in, at = obstacle.what, resume = std::move(resume)] {
    return resume({in, at});
  });
}

}  // namespace rpc::runtime
