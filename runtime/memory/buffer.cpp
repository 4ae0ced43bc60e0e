#include <rpc/buffer.h>

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace rpc {
namespace {

// From here on the machine is asked for large pages, with which new memory costs a tenth.
constexpr std::size_t large = std::size_t{4} << 20;
constexpr std::uintptr_t page = 4096;

void ask_for_large_pages(std::byte* data, std::size_t size) {
  const auto begin = (reinterpret_cast<std::uintptr_t>(data) + page - 1) & ~(page - 1);
  const auto end = (reinterpret_cast<std::uintptr_t>(data) + size) & ~(page - 1);
  // It is an advice, which may be declined.
  ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace

void buffer::reallocate(std::size_t capacity) {
  // malloc's blocks are aligned for max_align_t, which is 16 bytes here.
  static_assert(alignof(std::max_align_t) >= alignment);
  void* const grown = std::realloc(data_, capacity);
  if (grown == nullptr) throw std::bad_alloc();
  data_ = static_cast<std::byte*>(grown);
  capacity_ = capacity;
  if (capacity >= large) ask_for_large_pages(data_, capacity);
}

}  // namespace rpc
