#ifndef RPC_STUB_MEMORY_H
#define RPC_STUB_MEMORY_H

#include <rpc/status.h>

#include <cstddef>
#include <memory>

/// The memory functions of DCE and their rules (C706 appendix "rpc_sm_allocate" and the pages that
/// follow it). Those that begin with sm_ say by a status whether they worked and never throw; those
/// that begin with ss_ do the same and throw rpc::error.
///
/// They work on the stub memory environment of the calling thread. While a server call runs it is
/// the memory of the call, which is released when the call has ended; sm_enable_allocate and
/// sm_disable_allocate have nothing to do then. Elsewhere a thread has none until it begins one.
namespace rpc {

class stub_memory;

/// Names an environment for other threads.
using thread_handle = std::shared_ptr<stub_memory>;

/// Begins an environment for this thread, unless it has one. From now on it is also where
/// rpc::allocate and the calls that the thread makes as a client allocate. out_of_memory if there
/// is no memory for it.
status sm_enable_allocate() noexcept;

/// Ends this thread's environment and releases all that was allocated in it; pointers to that are
/// void. If other threads have its handle, they have no environment either. Without an environment
/// nothing happens.
status sm_disable_allocate() noexcept;

/// `size` bytes of the environment, uninitialised and aligned for any scalar type. Null and
/// out_of_memory if there are none, invalid_arg if this thread has no environment.
[[nodiscard]] void* sm_allocate(std::size_t size, status* result) noexcept;

/// Releases memory of sm_allocate before its environment ends. In a server call it may be left to
/// the end of the call. Null is ignored. invalid_arg without an environment.
status sm_free(void* pointer) noexcept;

/// Releases what a client stub has allocated for results on this thread, with the functions that
/// it used: rpc::free, whatever call runs.
status sm_client_free(void* pointer) noexcept;

/// A handle of this thread's environment, for threads that are to allocate in it too. Null and
/// invalid_arg if there is none. In a server call the memory that others get by it lives as long as
/// that of the call, and is not charged to the call's budget.
[[nodiscard]] thread_handle sm_get_thread_handle(status* result) noexcept;

/// Makes the environment of `shared` that of this thread instead of the one that it has, of which
/// nothing is released; null: this thread has none then. out_of_memory if that cannot be kept.
status sm_set_thread_handle(thread_handle shared) noexcept;

/// The functions by which client stubs on this thread allocate and release memory from now on.
/// Both must be given, else invalid_arg.
status sm_set_client_alloc_free(void* (*allocate)(std::size_t), void (*free)(void*)) noexcept;

/// The same, and tells the old ones, for a later swap back.
status sm_swap_client_alloc_free(void* (*allocate)(std::size_t), void (*free)(void*),
                                 void* (**old_allocate)(std::size_t),
                                 void (**old_free)(void*)) noexcept;

void ss_enable_allocate();
void ss_disable_allocate();
[[nodiscard]] void* ss_allocate(std::size_t size);
void ss_free(void* pointer);
void ss_client_free(void* pointer);
[[nodiscard]] thread_handle ss_get_thread_handle();
void ss_set_thread_handle(thread_handle shared);
void ss_set_client_alloc_free(void* (*allocate)(std::size_t), void (*free)(void*));
void ss_swap_client_alloc_free(void* (*allocate)(std::size_t), void (*free)(void*),
                               void* (**old_allocate)(std::size_t), void (**old_free)(void*));

/// An environment as an object: begins with it and ends with it, on one thread. Environments nest:
/// afterwards the thread has the one that it had before.
class stub_memory_scope {
 public:
  /// A new environment. Throws std::bad_alloc.
  stub_memory_scope();
  /// That of another thread, which goes on when this ends. `shared` is not null. Throws
  /// std::bad_alloc.
  explicit stub_memory_scope(thread_handle shared);
  stub_memory_scope(const stub_memory_scope&) = delete;
  stub_memory_scope& operator=(const stub_memory_scope&) = delete;
  ~stub_memory_scope();

 private:
  thread_handle inside_;
  bool ends_ = false;
};

}  // namespace rpc

#endif  // RPC_STUB_MEMORY_H
