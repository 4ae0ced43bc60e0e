#include "association.h"

#include "../random.h"
#include "dispatch.h"

#include <ranges>
#include <string_view>
#include <utility>

namespace rpc::runtime {
namespace {

/// A random uuid (RFC 9562 5.4): who does not know a handle cannot make one up.
uuid random_uuid() {
  uuid id;
  fill_random(std::as_writable_bytes(std::span(id.bytes)));
  id.bytes[6] = static_cast<std::uint8_t>(0x40 | (id.bytes[6] & 0x0F));
  id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3F));
  return id;
}

}  // namespace

context::context(const uuid& id, const service_entry& served, const char* type, void* value,
                 std::string owner)
    : id_(id),
      interface_(served.offer.id),
      interface_name_(served.name),
      implementation_(served.implementation),
      type_(type),
      owner_(std::move(owner)),
      value_(value) {
  for (const context_rundown& known : served.rundowns)
    if (std::string_view(known.type) == type) rundown_ = known.run;
}

bool context::is(const service_entry& served, const context_use& use) const noexcept {
  return interface_ == served.offer.id && implementation_ == served.implementation &&
         (use.any || std::string_view(type_) == use.type);
}

association::association(association_table& among, std::uint32_t number, std::string client)
    : among_(among), number_(number), client_(std::move(client)) {}

association::~association() {
  for (const auto& [age, open] : std::views::reverse(by_age_))
    among_.dispatcher_.run_down(*open, client_);
  among_.forget(number_);
}

bool association::has_contexts() {
  const std::lock_guard lock(mutex_);
  return !contexts_.empty();
}

std::shared_ptr<context> association::find(const uuid& id) {
  const std::lock_guard lock(mutex_);
  const auto found = contexts_.find(id);
  return found == contexts_.end() ? nullptr : found->second;
}

std::shared_ptr<context> association::open(const service_entry& served, const char* type,
                                           void* value, std::string_view owner, std::size_t most) {
  auto made = std::make_shared<context>(random_uuid(), served, type, value, std::string(owner));
  const std::lock_guard lock(mutex_);
  if (contexts_.size() >= most) return nullptr;
  made->age_ = opened_++;
  const auto aged = by_age_.emplace(made->age_, made.get()).first;
  try {
    contexts_.emplace(made->id(), made);
  } catch (...) {
    by_age_.erase(aged);
    throw;
  }
  return made;
}

void association::close(context& of) {
  const std::lock_guard lock(mutex_);
  of.open_ = false;
  if (contexts_.erase(of.id()) != 0) by_age_.erase(of.age_);
}

void association::discard(context& of) {
  close(of);
  among_.dispatcher_.run_down(of, client_);
}

void* association::value(const context& of) {
  const std::lock_guard lock(mutex_);
  return of.value_;
}

void association::set_value(context& of, void* value) {
  const std::lock_guard lock(mutex_);
  of.value_ = value;
}

association::entry association::enter(std::span<const context_in_use> wanted, const context* turn,
                                      const context_in_use*& obstacle) {
  const std::lock_guard lock(mutex_);
  for (const context_in_use& next : wanted) {
    const context& what = *next.what;
    obstacle = &next;
    if (!what.open_) return entry::closed;
    const bool in_line = turn != &what && !what.line_.empty();
    if (in_line || !what.free_for(next.shared)) return entry::busy;
  }
  for (const context_in_use& next : wanted) {
    ++next.what->users_;
    next.what->alone_ = next.what->alone_ || !next.shared;
  }
  return entry::entered;
}

void association::leave(std::span<const context_in_use> entered) {
  {
    const std::lock_guard lock(mutex_);
    for (const context_in_use& next : entered)
      if (--next.what->users_ == 0) next.what->alone_ = false;
  }
  for (const context_in_use& next : entered) pass(*next.what);
}

bool association::wait(const context_in_use& wanted, bool in_front, std::function<bool()> resume) {
  const std::lock_guard lock(mutex_);
  context& what = *wanted.what;
  const bool first = in_front || what.line_.empty();
  if (!what.open_ || (first && what.free_for(wanted.shared))) return false;
  what.line_.insert(in_front ? what.line_.begin() : what.line_.end(),
                    {wanted.shared, std::move(resume)});
  return true;
}

void association::pass(context& of) {
  for (bool taken = false; !taken;) {
    std::function<bool()> resume;
    {
      const std::lock_guard lock(mutex_);
      if (of.line_.empty() || !of.free_for(of.line_.front().shared)) return;
      resume = std::move(of.line_.front().resume);
      of.line_.pop_front();
    }
    taken = resume();
  }
}

std::shared_ptr<association> association_table::join(std::uint32_t wanted,
                                                     const std::string& client, bool& full) {
  std::shared_ptr<association> found;  // released after the lock: it may be the last to hold it
  const std::lock_guard lock(mutex_);
  if (wanted != 0) {
    if (const auto known = all_.find(wanted); known != all_.end()) found = known->second.lock();
    if (!found || found->client() != client) return nullptr;
    full = found->connections_ >= most_;
    if (full) return nullptr;
    ++found->connections_;
    return found;
  }
  // Numbers are not reused soon, and tell a client nothing about others.
  auto number = random_number<std::uint32_t>();
  while (number == 0 || all_.contains(number)) ++number;
  const auto place = all_.try_emplace(number).first;
  try {
    place->second = found = std::make_shared<association>(*this, number, client);
  } catch (...) {
    all_.erase(place);
    throw;
  }
  found->connections_ = 1;
  return found;
}

void association_table::leave(association& left) {
  const std::lock_guard lock(mutex_);
  --left.connections_;
}

void association_table::forget(std::uint32_t number) {
  const std::lock_guard lock(mutex_);
  all_.erase(number);
  if (all_.empty()) empty_.notify_all();
}

void association_table::wait() {
  std::unique_lock lock(mutex_);
  empty_.wait(lock, [this] { return all_.empty(); });
}

}  // namespace rpc::runtime
