#ifndef RPC_NDR_DIRECT_H
#define RPC_NDR_DIRECT_H

#include <rpc/memory.h>
#include <rpc/ndr/checked.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rpc::ndr {

// Structures that point to themselves, the nodes of lists and trees, are written and read by code
// of their own (describe/nodes.h): messages may have a million of them. That code does what is
// usual. It never fails: where anything is not usual it leaves the rest to the engine, which does
// the same by the descriptor, and says what is wrong.

/// A node whose pointees from the pointer number `from` on are left.
struct unfinished {
  const void* object;
  unsigned from;
};

/// How many nodes, each pointed to by the one before, may wait until a pointee of theirs has been
/// written or read; what is deeper is left to the engine.
inline constexpr unsigned most_direct = 64;

/// The nodes that wait, the outermost first. Those that are there in the end are left to the
/// engine.
class unfinished_list {
 public:
  unfinished_list() {}  // NOLINT(modernize-use-equals-default): the items are not cleared

  [[nodiscard]] const unfinished* begin() const { return items_.data(); }
  [[nodiscard]] const unfinished* end() const { return end_; }

 private:
  friend class unfinished_stack;

  std::array<unfinished, most_direct + 1> items_;  // as many as are set
  unfinished* end_ = items_.data();
};

/// The list while code adds to it and takes from it: its end is in a register.
class unfinished_stack {
 public:
  explicit unfinished_stack(unfinished_list& of) : of_(of), first_(of.items_.data()) {}
  unfinished_stack(const unfinished_stack&) = delete;
  unfinished_stack& operator=(const unfinished_stack&) = delete;
  ~unfinished_stack() { of_.end_ = end_; }

  /// Whether no node more may wait; one whose pointees are left still has a place.
  [[nodiscard]] bool full() const { return end_ == first_ + most_direct; }
  [[nodiscard]] bool empty() const { return end_ == first_; }
  [[gnu::always_inline]] void push(const void* object, unsigned from) { *end_++ = {object, from}; }
  [[gnu::always_inline]] unfinished pop() { return *--end_; }

 private:
  unfinished_list& of_;
  unfinished* first_;
  unfinished* end_ = first_;
};

/// `at`, or the next place of such an alignment, a power of two up to 8: messages that are written
/// or read by this code begin at a multiple of 8.
[[nodiscard, gnu::always_inline]] inline std::byte* aligned(std::byte* at, std::size_t alignment) {
  std::byte* const last = at + (alignment - 1);
  return last - (reinterpret_cast<std::uintptr_t>(last) & (alignment - 1));
}

/// A message that is written. Code that writes has a copy of its own, in registers.
struct direct_writer {
  std::byte* at;            ///< what is written ends here
  std::byte* end;           ///< of what may be filled
  std::uint32_t referents;  ///< the number of the next pointer that is not null

  /// Whether there is clearly room for `size` bytes, with a gap before them and zeros after them.
  [[nodiscard]] bool has_room(std::size_t size) const {
    return size + spare <= static_cast<std::size_t>(end - at);
  }
  /// How many bytes that are at most, where it has room for some.
  [[nodiscard]] std::size_t room() const { return static_cast<std::size_t>(end - at) - spare; }
  /// Fills the gap before the next place of such an alignment with zeros.
  [[gnu::always_inline]] void align(std::size_t alignment) {
    const std::uint64_t zeros = 0;
    std::memcpy(at, &zeros, sizeof zeros);
    at = aligned(at, alignment);
  }

 private:
  static constexpr std::size_t spare = 3 * sizeof(std::uint64_t);
};

/// A message that is read on a server, in the byte order of the processor. Code that reads has a
/// copy of its own, in registers.
class direct_reader {
 public:
  std::byte* at;  ///< what is read ends here
  std::byte* end;

  direct_reader(std::byte* begin, std::byte* last, arena& memory)
      : at(begin), end(last), memory_(&memory) {
    borrow();
  }

  /// Whether `size` bytes are there after a gap.
  [[nodiscard]] bool has_room(std::size_t size) const { return has(at, size); }
  void align(std::size_t alignment) { at = aligned(at, alignment); }
  /// Whether `size` bytes are there from `from` on, which may be a gap after the end.
  [[nodiscard]] bool has(const std::byte* from, std::size_t size) const {
    return static_cast<std::ptrdiff_t>(size) <= end - from;
  }
  /// Memory of the call, or null.
  [[gnu::always_inline]] void* allocate(std::size_t size, std::size_t alignment) {
    // Both may be null.
    const std::size_t gap = (0 - reinterpret_cast<std::uintptr_t>(free_)) & (alignment - 1);
    std::byte* const found = free_ + gap;
    if (gap + size > static_cast<std::size_t>(free_end_ - free_)) [[unlikely]] {
      void* const other = refill(*memory_, free_, size, alignment);
      borrow();
      return other;
    }
    free_ = found + size;
    return found;
  }
  /// Tells the arena what was taken.
  void give_back() const { memory_->take_rest(free_); }

 private:
  void borrow() {
    free_ = memory_->rest().data();
    free_end_ = free_ + memory_->rest().size();
  }
  // No member: the address of a reader would keep it out of registers.
  [[gnu::cold, gnu::noinline]] static void* refill(arena& memory, std::byte* taken,
                                                   std::size_t size, std::size_t alignment) {
    memory.take_rest(taken);
    return memory.allocate(size, alignment);
  }

  arena* memory_;
  // What the arena has not handed out.
  std::byte* free_;
  std::byte* free_end_;
};

/// Writes a node and all that it points to, but for what it adds to `left`. False, and nothing is
/// written, where the engine has to.
using direct_put = bool (*)(direct_writer& to, const void* object, unfinished_list& left);
/// Reads a node and all that it points to, but for what it adds to `left`, and sets the pointer at
/// `where`. Of what is left, pointers are null, or not null where their pointees are still to be
/// read. False, and nothing is read, where the engine has to.
using direct_get = bool (*)(direct_reader& from, void* where, unfinished_list& left);

/// Whether `count` is what an expression says.
inline bool is_count(checked expected, std::uint64_t count) {
  return expected.valid() && expected.value() == static_cast<std::int64_t>(count);
}

/// Copies few bytes without a call.
[[gnu::always_inline]] inline void copy(std::byte* to, const void* from, std::size_t size) {
  const auto* bytes = static_cast<const std::byte*>(from);
  const auto both_ends = [&]<class T>(T) __attribute__((always_inline)) {
    T first;
    T last;
    std::memcpy(&first, bytes, sizeof(T));
    std::memcpy(&last, bytes + size - sizeof(T), sizeof(T));
    std::memcpy(to, &first, sizeof(T));
    std::memcpy(to + size - sizeof(T), &last, sizeof(T));
  };
  using two_words [[gnu::vector_size(16)]] = std::uint64_t;
  using four_words = std::array<two_words, 2>;
  if (size > 64) {
    std::memcpy(to, from, size);
  } else if (size >= 32) {
    both_ends(four_words{});
  } else if (size >= 16) {
    both_ends(two_words{});
  } else if (size >= 8) {
    both_ends(std::uint64_t{});
  } else if (size >= 4) {
    both_ends(std::uint32_t{});
  } else {
    for (std::size_t i = 0; i < size; ++i) to[i] = bytes[i];
  }
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_DIRECT_H
