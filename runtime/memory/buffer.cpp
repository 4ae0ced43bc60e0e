#include <rpc/buffer.h>

#include "large_blocks.h"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace rpc {

void buffer::reallocate(std::size_t capacity) {
  // malloc's blocks are aligned for max_align_t, which is 16 bytes here.
  static_assert(alignof(std::max_align_t) >= alignment);
  static_assert(large == runtime::least_large_block);
  void* const grown = capacity < large ? std::realloc(data_, capacity)
                                       : runtime::enlarge_block(data_, size_, capacity);
  if (grown == nullptr) throw std::bad_alloc();
  data_ = static_cast<std::byte*>(grown);
  capacity_ = capacity;
}

void buffer::release_large() noexcept { runtime::release_large_block(data_); }

}  // namespace rpc
