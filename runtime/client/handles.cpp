#include "handles.h"

#include <algorithm>
#include <cstring>
#include <mutex>

namespace rpc::runtime {

handle_table& handle_table::of_this_process() {
  static handle_table& table = *new handle_table;
  return table;
}

const void* handle_table::add(const channel& over, const wire_context& handle) {
  const std::lock_guard lock(mutex_);
  // Aligned as a pointer would be, since there may be code that looks at that.
  last_ += alignof(std::max_align_t);
  const void* const value = reinterpret_cast<const void*>(last_);
  all_.emplace(value, entry{&over, handle});
  return value;
}

std::optional<wire_context> handle_table::find(const channel& over, const void* value) {
  const std::shared_lock lock(mutex_);
  const auto found = all_.find(value);
  if (found == all_.end() || found->second.over != &over) return std::nullopt;
  return found->second.handle;
}

void handle_table::replace(const void* value, const wire_context& handle) {
  const std::lock_guard lock(mutex_);
  if (const auto found = all_.find(value); found != all_.end()) found->second.handle = handle;
}

void handle_table::erase(const void* value) noexcept {
  const std::lock_guard lock(mutex_);
  all_.erase(value);
}

void handle_table::erase_all(const channel& over) noexcept {
  const std::lock_guard lock(mutex_);
  std::erase_if(all_, [&](const auto& known) { return known.second.over == &over; });
}

status call_handles::put(const context_use& use, const void* slot, const void* value,
                         wire_context& handle) {
  if (value == nullptr) return use.nullable ? status::ok : status::in_null_context;
  const auto known = handle_table::of_this_process().find(over_, value);
  if (!known) return status::fault_context_mismatch;
  handle = *known;
  sent_.push_back({slot, value});
  return status::ok;
}

status call_handles::get(const context_use&, void* slot, const wire_context& handle, void*&) {
  received_.push_back({slot, handle});
  return status::ok;
}

void call_handles::keep() {
  handle_table& table = handle_table::of_this_process();
  for (const received& next : received_) {
    const auto before = std::ranges::find(sent_, next.slot, &sent::slot);
    const void* value = before == sent_.end() ? nullptr : before->value;
    if (next.handle.null()) {
      if (value != nullptr) table.erase(value);
      value = nullptr;
    } else if (value != nullptr) {
      table.replace(value, next.handle);
    } else {
      value = table.add(over_, next.handle);
    }
    std::memcpy(next.slot, &value, sizeof value);
  }
}

}  // namespace rpc::runtime

namespace rpc::detail {

void forget_client_context(const void* handle) noexcept {
  runtime::handle_table::of_this_process().erase(handle);
}

}  // namespace rpc::detail
