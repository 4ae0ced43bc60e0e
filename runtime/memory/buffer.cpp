#include <rpc/buffer.h>

#include "large_blocks.h"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

namespace rpc {
namespace {

// Not realloc, which leaves pieces of all sizes.
void* enlarge_small_block(void* block, std::size_t used, std::size_t size) noexcept {
  void* const larger = std::malloc(size);
  if (larger == nullptr) return nullptr;
  if (used != 0) std::memcpy(larger, block, used);
  std::free(block);
  return larger;
}

}  // namespace

void buffer::reallocate(std::size_t capacity) {
  // malloc's blocks are aligned for max_align_t, which is 16 bytes here.
  static_assert(alignof(std::max_align_t) >= alignment);
  static_assert(large == runtime::least_large_block);
  capacity = runtime::block_size(capacity);
  void* const grown = capacity < large ? enlarge_small_block(data_, size_, capacity)
                                       : runtime::enlarge_block(data_, size_, capacity);
  if (grown == nullptr) throw std::bad_alloc();
  data_ = static_cast<std::byte*>(grown);
  capacity_ = capacity;
}

void buffer::release_large() noexcept { runtime::release_large_block(data_); }

}  // namespace rpc
