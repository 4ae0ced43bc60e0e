#ifndef RPC_NDR_DIRECT_H
#define RPC_NDR_DIRECT_H

#include <rpc/memory.h>
#include <rpc/ndr/checked.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rpc::ndr {

inline namespace stubs_format_3 {
struct structure_descriptor;
}  // namespace stubs_format_3

// Structures that point to themselves, the nodes of lists and trees, are written and read by code
// of their own (describe/nodes.h): messages may have a million of them. That code does what is
// usual. It never fails: where anything is not usual it leaves the rest to the engine, which does
// the same by the descriptor, and says what is wrong.

/// An object whose pointees from the pointer number `from` on, of its structure, are left.
struct unfinished {
  const structure_descriptor* of;
  const void* object;
  unsigned from;
};

/// How deep structures are followed by calls; what is deeper is left to the engine.
inline constexpr unsigned most_direct = 64;

/// What is left: the innermost object first.
class unfinished_list {
 public:
  unfinished_list() {}  // NOLINT(modernize-use-equals-default): the items are not cleared

  void add(const structure_descriptor& of, const void* object, unsigned from) {
    items_[size_++] = {&of, object, from};
  }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] unsigned size() const { return size_; }
  const unfinished& operator[](unsigned i) const { return items_[i]; }

 private:
  std::array<unfinished, most_direct + 1> items_;  // as many as are set
  unsigned size_ = 0;
};

/// A message that is written; places in it are kept in locals.
struct direct_writer {
  std::byte* begin;
  std::byte* end;  ///< of what may be filled
  std::uint32_t referents;
  unfinished_list left{};

  /// A place for `size` bytes at or after `at`, after padding of zeros; null if there is not
  /// clearly room.
  [[nodiscard, gnu::always_inline]] std::byte* room(std::byte* at, std::size_t alignment,
                                                    std::size_t size) const {
    constexpr std::size_t spare = 16;  // the gap, and zeros that are stored at once
    const auto left_over = static_cast<std::size_t>(end - at);
    if (left_over < spare || size > left_over - spare) [[unlikely]]
      return nullptr;
    const std::uint64_t zeros = 0;
    std::memcpy(at, &zeros, sizeof zeros);
    return at + ((0 - static_cast<std::size_t>(at - begin)) & (alignment - 1));
  }
};

/// A message that is read on a server, in the byte order of the processor.
struct direct_reader {
  std::byte* begin;
  std::byte* end;
  arena& memory;
  unfinished_list left{};

  /// Where the next `size` bytes are, at or after `at`; null if they are not there.
  [[nodiscard, gnu::always_inline]] std::byte* find(std::byte* at, std::size_t alignment,
                                                    std::size_t size) const {
    const std::size_t padding = (0 - static_cast<std::size_t>(at - begin)) & (alignment - 1);
    const auto bytes = static_cast<std::size_t>(end - at);
    if (bytes < size || bytes - size < padding) [[unlikely]]
      return nullptr;
    return at + padding;
  }
};

/// Writes an object and all that it points to, from `at` on. Returns the end of what is written;
/// null, and nothing is written, where the engine has to.
using direct_put = std::byte* (*)(direct_writer& w, std::byte* at, const void* object,
                                  unsigned depth);
/// Reads an object and all that it points to, and sets the pointer at `where`. Pointers of
/// unfinished objects are null, or not null where their pointees are still to be read. Returns the
/// end of what is read; null, and nothing is read, where the engine has to.
using direct_get = std::byte* (*)(direct_reader& r, std::byte* at, void* where, unsigned depth);

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
  if (size > 32) {
    std::memcpy(to, from, size);
  } else if (size >= 16) {
    both_ends(std::array<std::uint64_t, 2>{});
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
