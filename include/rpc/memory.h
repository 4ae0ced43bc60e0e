#ifndef RPC_MEMORY_H
#define RPC_MEMORY_H

#include <cstddef>
#include <cstdint>
#include <limits>
#include <new>
#include <type_traits>

namespace rpc {

/// The memory of one server call: blocks are handed out one after the other and
/// released together, in a time that does not depend on how many there were.
///
/// Belongs to one call, and so to one thread at a time.
class arena {
 public:
  /// Hands out at most `budget` bytes in all, paddings included.
  explicit arena(std::size_t budget = std::numeric_limits<std::size_t>::max()) noexcept
      : budget_(budget) {}
  arena(const arena&) = delete;
  arena& operator=(const arena&) = delete;
  ~arena() { release(); }

  /// `size` uninitialised bytes aligned to `alignment`, a power of two up to 16.
  /// They live until release(). Null if the budget or the machine's memory is used up.
  [[nodiscard]] void* allocate(std::size_t size, std::size_t alignment) noexcept {
    if (size == 0) size = 1;  // an address of its own, and not null
    const std::size_t padding = (0 - reinterpret_cast<std::uintptr_t>(next_)) & (alignment - 1);
    if (size > left_ || left_ - size < padding) return allocate_block(size, alignment);
    void* at = next_ + padding;
    next_ += padding + size;
    left_ -= padding + size;
    return at;
  }

  /// The same with every byte zero. Large sizes cost nothing until they are touched.
  [[nodiscard]] void* allocate_zeroed(std::size_t size, std::size_t alignment) noexcept;

  /// Whether `pointer` lies in memory that this arena has handed out.
  [[nodiscard]] bool owns(const void* pointer) const noexcept;

  /// Takes `size` bytes from the budget that an object of the call is about to get from the heap.
  /// False, and nothing is taken, if there are not so many left.
  [[nodiscard]] bool charge(std::size_t size) noexcept {
    if (used_ > budget_ || size > budget_ - used_) return false;
    used_ += size;
    return true;
  }

  /// Calls `destroy(first, count)` for objects in this memory before it is released; what was
  /// registered last is destroyed first. False, and nothing is registered, if memory is used up.
  using destructor = void (*)(void* first, std::size_t count) noexcept;
  [[nodiscard]] bool destroy_at_release(destructor destroy, void* first,
                                        std::size_t count) noexcept;

  /// Bytes taken from the budget so far: whole blocks, as the machine sees them.
  [[nodiscard]] std::size_t used() const noexcept { return used_; }

  /// Destroys what is registered, releases everything and gives the whole of `budget` back.
  void release() noexcept;

  /// Sets the budget for what is allocated from now on.
  void set_budget(std::size_t budget) noexcept { budget_ = budget; }

 private:
  struct block {
    block* previous;
    std::size_t size;  // of the bytes that follow
  };

  struct objects {
    objects* previous;
    destructor destroy;
    void* first;
    std::size_t count;
  };

  void* allocate_block(std::size_t size, std::size_t alignment) noexcept;
  block* add_block(std::size_t size, bool zeroed) noexcept;

  block* blocks_ = nullptr;
  objects* objects_ = nullptr;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t budget_;
  std::size_t used_ = 0;
};

/// Allocates memory that stubs may own: the counterpart of midl_user_allocate.
///
/// In a server implementation, while the call runs and on the thread that runs it, the
/// memory belongs to the call and is released when the call has ended; everything
/// that an [out] pointer is made to point to must come from here. Elsewhere it comes from the
/// heap and is released by rpc::free; what client stubs allocate for results is of this kind.
///
/// Never null: throws std::bad_alloc if memory or the call's budget is used up. Aligned for
/// any scalar type. Uninitialised. (server-stub-memory: "Releasing Allocated Memory".)
[[nodiscard]] void* allocate(std::size_t size);

/// Releases memory of rpc::allocate, the counterpart of midl_user_free. Null is ignored. Memory
/// that belongs to a running call is left to the end of that call.
void free(void* pointer) noexcept;

/// `count` zero-initialised objects of a trivial type from rpc::allocate.
template <class T>
[[nodiscard]] T* allocate_array(std::size_t count) {
  static_assert(std::is_trivially_default_constructible_v<T> && std::is_trivially_destructible_v<T>,
                "objects in stub memory are neither constructed nor destroyed");
  if (count > std::numeric_limits<std::size_t>::max() / sizeof(T))
    throw std::bad_array_new_length();
  T* first = static_cast<T*>(allocate(count * sizeof(T)));
  for (std::size_t i = 0; i < count; ++i) ::new (static_cast<void*>(first + i)) T{};
  return first;
}

/// One zero-initialised object of a trivial type from rpc::allocate.
template <class T>
[[nodiscard]] T* allocate() {
  return allocate_array<T>(1);
}

/// While it lives, rpc::allocate and rpc::free on this thread work on `memory`: what
/// surrounds the implementation of a server call. Scopes nest.
class call_scope {
 public:
  explicit call_scope(arena& memory) noexcept;
  call_scope(const call_scope&) = delete;
  call_scope& operator=(const call_scope&) = delete;
  ~call_scope();

 private:
  arena* outer_;
};

}  // namespace rpc

#endif  // RPC_MEMORY_H
