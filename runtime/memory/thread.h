#ifndef RUNTIME_MEMORY_THREAD_H
#define RUNTIME_MEMORY_THREAD_H

#include <rpc/memory.h>
#include <rpc/user_allocator.h>

namespace rpc::runtime {

/// The memory of the server call that runs on this thread; null if none does.
arena* running_call() noexcept;

/// The allocator in effect on this thread where no call runs.
user_allocator current_allocator() noexcept;

user_allocator allocator_of_process() noexcept;

/// This thread's own allocator, instead of that of the process; {} for none. Returns the one
/// before.
user_allocator exchange_own_allocator(user_allocator own) noexcept;

/// Releases memory that other threads, or this one, have got by a handle of the call. False if
/// `pointer` is not one.
bool free_shared_in_call(arena& call, void* pointer) noexcept;

}  // namespace rpc::runtime

#endif  // RUNTIME_MEMORY_THREAD_H
