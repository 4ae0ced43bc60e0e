#include <rpc/memory.h>

#include <cstdlib>
#include <utility>

namespace rpc {
namespace {

// The memory of the call that runs on this thread.
thread_local arena* current = nullptr;

}  // namespace

call_scope::call_scope(arena& memory) noexcept : outer_(std::exchange(current, &memory)) {}

call_scope::~call_scope() { current = outer_; }

void* allocate(std::size_t size) {
  void* memory = current != nullptr ? current->allocate(size, alignof(std::max_align_t))
                                    : std::malloc(size != 0 ? size : 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void free(void* pointer) noexcept {
  if (current != nullptr && current->owns(pointer)) return;
  std::free(pointer);
}

}  // namespace rpc
