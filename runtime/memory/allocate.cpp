#include "thread.h"

#include <rpc/call_memory.h>

#include <cstdlib>
#include <utility>

namespace rpc {
namespace {

// The memory of the call that runs on this thread.
thread_local arena* current = nullptr;

thread_local user_allocator of_thread{};
user_allocator of_process{std::malloc, std::free, std::realloc};

}  // namespace

arena* runtime::running_call() noexcept { return current; }

user_allocator runtime::current_allocator() noexcept {
  return of_thread.allocate != nullptr ? of_thread : of_process;
}

user_allocator runtime::allocator_of_process() noexcept { return of_process; }

user_allocator runtime::exchange_own_allocator(user_allocator next) noexcept {
  return std::exchange(of_thread, next);
}

user_allocator set_user_allocator(user_allocator replacement) noexcept {
  return std::exchange(of_process, replacement);
}

user_allocator_scope::user_allocator_scope(user_allocator inside) noexcept
    : outer_(runtime::exchange_own_allocator(inside)) {}

user_allocator_scope::~user_allocator_scope() { runtime::exchange_own_allocator(outer_); }

call_scope::call_scope(arena& memory) noexcept : outer_(std::exchange(current, &memory)) {
  memory.give_to_implementation();
}

call_scope::~call_scope() { current = outer_; }

void* allocate(std::size_t size) {
  void* memory = current != nullptr ? current->allocate(size, alignof(std::max_align_t))
                                    : runtime::current_allocator().allocate(size != 0 ? size : 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void free(void* pointer) noexcept {
  if (pointer == nullptr) return;
  if (current != nullptr &&
      (current->free(pointer) || runtime::free_shared_in_call(*current, pointer)))
    return;
  runtime::current_allocator().free(pointer);
}

void* reallocate(void* pointer, std::size_t size) {
  if (pointer == nullptr) return allocate(size);
  void* memory = nullptr;
  if (current != nullptr && current->owns(pointer))
    memory = current->reallocate(pointer, size);
  else if (const auto reallocate = runtime::current_allocator().reallocate)
    memory = reallocate(pointer, size != 0 ? size : 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

const call_memory* call_memory::current() noexcept {
  return rpc::current != nullptr ? rpc::current->record() : nullptr;
}

}  // namespace rpc
