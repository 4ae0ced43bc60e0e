#include <rpc/ndr/cycles.h>
#include <rpc/ndr/shared_objects.h>

#include <new>
#include <utility>

namespace rpc::ndr {

const std::shared_ptr<void>* shared_objects::keep(arena& memory, std::shared_ptr<void> object,
                                                  const detail::shared_type& type) {
  void* const at = memory.allocate(sizeof(kept), alignof(kept));
  if (at == nullptr) return nullptr;
  first_ = ::new (at) kept{first_, std::move(object), &type};
  return &first_->object;
}

void shared_objects::break_cycles() noexcept {
  try {
    detail::cycle_breaker breaker;
    for (kept* k = first_; k != nullptr; k = k->next) breaker.add(std::move(k->object), *k->type);
    breaker.run();
  } catch (const std::bad_alloc&) {
    // Without memory cycles stay.
  }
}

shared_objects::~shared_objects() {
  if (aliased_) break_cycles();
  while (first_ != nullptr) {
    kept* const last = std::exchange(first_, first_->next);
    if (last->object.use_count() == 1) last->type->dismantle(last->object.get());
    last->~kept();
  }
}

}  // namespace rpc::ndr
