#include <rpc/call_memory.h>
#include <rpc/memory.h>

#include <cstdlib>
#include <utility>

namespace rpc {
namespace {

// The memory of the call that runs on this thread.
thread_local arena* current = nullptr;

}  // namespace

call_scope::call_scope(arena& memory) noexcept : outer_(std::exchange(current, &memory)) {
  memory.give_to_implementation();
}

call_scope::~call_scope() { current = outer_; }

void* allocate(std::size_t size) {
  void* memory = current != nullptr ? current->allocate(size, alignof(std::max_align_t))
                                    : std::malloc(size != 0 ? size : 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void free(void* pointer) noexcept {
  if (current != nullptr && current->free(pointer)) return;
  std::free(pointer);
}

void* reallocate(void* pointer, std::size_t size) {
  if (pointer == nullptr) return allocate(size);
  void* memory = current != nullptr && current->owns(pointer)
                     ? current->reallocate(pointer, size)
                     : std::realloc(pointer, size != 0 ? size : 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

const call_memory* call_memory::current() noexcept {
  return rpc::current != nullptr ? rpc::current->record() : nullptr;
}

}  // namespace rpc
