#ifndef RPC_MEMORY_H
#define RPC_MEMORY_H

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

namespace rpc {

class call_memory;

namespace runtime {
class common_budget;
}

/// The memory of one server call: blocks are handed out one after the other and
/// released together, in a time that does not depend on how many there were. Separate blocks,
/// which a program has asked for, are those that can be released alone.
///
/// Belongs to one call, and so to one thread at a time.
class arena {
 public:
  /// Hands out at most `budget` bytes in all, paddings included.
  explicit arena(std::size_t budget = std::numeric_limits<std::size_t>::max()) noexcept;
  arena(const arena&) = delete;
  arena& operator=(const arena&) = delete;
  ~arena();

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

  /// What allocate() hands out next, for code that takes from it by itself.
  [[nodiscard]] std::span<std::byte> rest() const noexcept { return {next_, left_}; }
  /// Of rest(), what is before `end` is handed out.
  void take_rest(std::byte* end) noexcept {
    left_ -= static_cast<std::size_t>(end - next_);
    next_ = end;
  }

  /// The same with every byte zero. Large sizes cost nothing until they are touched.
  [[nodiscard]] void* allocate_zeroed(std::size_t size, std::size_t alignment) noexcept;

  /// `size` uninitialised bytes in a block of its own, aligned for any scalar type, which live
  /// until free() or release(). Null as above. If it is to be `kept`, release() leaves it to the
  /// program once an implementation has seen it: it is then memory of rpc::allocate.
  [[nodiscard]] void* allocate_separate(std::size_t size, bool kept) noexcept;

  /// Whether `pointer` lies in memory that this arena has handed out, or in the message.
  [[nodiscard]] bool owns(const void* pointer) const noexcept;

  /// Releases a separate block; all else that this arena owns is left to release(). False if
  /// `pointer` is not its.
  bool free(void* pointer) noexcept;

  /// A separate block of `size` bytes in place of `pointer`, which this arena owns, with the bytes
  /// that were there as far as there are any. Null if memory is used up; then nothing has happened.
  [[nodiscard]] void* reallocate(void* pointer, std::size_t size) noexcept;

  /// From now until release() it is remembered which places of this arena, or of the message,
  /// free() and reallocate() have released.
  void record_releases() noexcept { records_releases_ = true; }
  [[nodiscard]] bool records_releases() const noexcept { return records_releases_; }
  /// Those places, in any order; some may be there twice. Throws std::bad_alloc, also if there was
  /// no memory to remember one.
  [[nodiscard]] std::vector<const void*> releases() const;

  /// The bytes that in-data may lie in although they were not allocated here.
  void set_message(std::span<std::byte> bytes) noexcept { message_ = bytes; }

  /// Where it is to be counted what the stub does with memory; null: nowhere.
  void set_record(call_memory* record) noexcept { record_ = record; }
  [[nodiscard]] call_memory* record() const noexcept { return record_; }

  /// Takes `size` bytes from the budget that an object of the call is about to get from the heap.
  /// False, and nothing is taken, if there are not so many left.
  [[nodiscard]] bool charge(std::size_t size) noexcept {
    if ((used_ > granted_ || size > granted_ - used_) && !grant(size)) return false;
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

  /// From now until release() blocks that are to be kept are.
  void give_to_implementation() noexcept { given_ = true; }

  /// Sets the budget for what is allocated from now on. What is beyond the first `own` bytes of it
  /// also comes from `common`, until release(); null: it does not.
  void set_budget(std::size_t budget, std::size_t own = 0,
                  runtime::common_budget* common = nullptr) noexcept {
    budget_ = budget;
    common_ = common;
    granted_ = common == nullptr ? budget : borrowed_ + (own < budget ? own : budget);
  }

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

  struct released_place {
    released_place* previous;
    const void* place;
  };

  // The separate blocks, by address.
  struct separate_blocks;

  void* allocate_block(std::size_t size, std::size_t alignment) noexcept;
  block* add_block(std::size_t size, bool zeroed) noexcept;
  void* take_small(std::size_t size) noexcept;
  void free_blocks() noexcept;
  bool grant(std::size_t size) noexcept;
  std::size_t bytes_from(const void* pointer) const noexcept;
  void remember_release(const void* pointer) noexcept;

  block* blocks_ = nullptr;
  block* spares_ = nullptr;  // small blocks of the calls before
  std::size_t spare_ = 0;    // bytes of these
  objects* objects_ = nullptr;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t budget_;
  std::size_t granted_;  // of it; the rest is to be taken from common_
  std::size_t borrowed_ = 0;
  runtime::common_budget* common_ = nullptr;
  std::size_t used_ = 0;
  std::unique_ptr<separate_blocks> separate_;
  released_place* released_ = nullptr;
  bool records_releases_ = false;
  bool lost_release_ = false;
  bool given_ = false;
  std::span<std::byte> message_;
  call_memory* record_ = nullptr;
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
/// that belongs to the running call is left to the end of that call, but for what [force_allocate]
/// or [allocate(dont_free)] pointers point to, which is released at once.
void free(void* pointer) noexcept;

/// Memory of `size` bytes in place of that at `pointer`, with the same bytes as far as both reach;
/// what comes after them is uninitialised. Null is an empty block. `pointer` is what
/// rpc::allocate or rpc::free may speak of: memory of rpc::allocate, or data of the running call,
/// which stays there until the end unless it is a separate block.
///
/// Never null: throws std::bad_alloc, and then nothing has happened. Pointers of parameters that
/// point to the old place must be set by the caller.
[[nodiscard]] void* reallocate(void* pointer, std::size_t size);

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
