#ifndef RPC_USER_ALLOCATOR_H
#define RPC_USER_ALLOCATOR_H

#include <cstddef>

namespace rpc {

/// The functions that rpc::allocate and rpc::free call where no server call runs: what MIDL's
/// programs define as midl_user_allocate and midl_user_free. Client stubs take memory for results
/// from it, and the program releases it there (allocation-rules).
struct user_allocator {
  /// `size` bytes, never asked for 0, aligned for any scalar type; null if there are none.
  void* (*allocate)(std::size_t size);
  /// Releases what `allocate` returned; never asked to release null.
  void (*free)(void* pointer);
  /// As realloc; null if there is no such function, and then rpc::reallocate outside of server
  /// calls throws std::bad_alloc.
  void* (*reallocate)(void* pointer, std::size_t size) = nullptr;

  friend bool operator==(const user_allocator&, const user_allocator&) = default;
};

/// Replaces the allocator of the process, which is malloc, free and realloc at first, and returns
/// the one before. Memory of the old one must not reach rpc::free any more. For the beginning of a
/// program: no other thread may use this library at the same time.
user_allocator set_user_allocator(user_allocator replacement) noexcept;

/// While it lives, rpc::allocate and rpc::free of this thread, and so the calls that it makes as a
/// client, use another allocator. Scopes nest, and end on the thread that began them. In a server
/// implementation the memory of the call comes before it.
class user_allocator_scope {
 public:
  explicit user_allocator_scope(user_allocator inside) noexcept;
  user_allocator_scope(const user_allocator_scope&) = delete;
  user_allocator_scope& operator=(const user_allocator_scope&) = delete;
  ~user_allocator_scope();

 private:
  user_allocator outer_;
};

}  // namespace rpc

#endif  // RPC_USER_ALLOCATOR_H
