#include <rpc/call_memory.h>

namespace rpc {

call_memory::parameter call_memory::of(std::string_view name) const noexcept {
  for (const parameter& p : parameters_)
    if (p.name == name) return p;
  return {"", {}, {}};
}

void call_memory::clear() noexcept {
  parameters_.clear();
  reused_ = {};
  allocated_ = {};
}

void call_memory::add(usage parameter::* kind, usage& total, std::size_t bytes) {
  if (parameters_.empty() || parameters_.back().name != parameter_)
    parameters_.push_back({parameter_, {}, {}});
  for (usage* counted : {&(parameters_.back().*kind), &total}) {
    ++counted->blocks;
    counted->bytes += bytes;
  }
}

}  // namespace rpc
