#ifndef RUNTIME_MEMORY_LARGE_BLOCKS_H
#define RUNTIME_MEMORY_LARGE_BLOCKS_H

#include <cstddef>

namespace rpc::runtime {

/// Blocks of memory that large messages and parameters lie in. The system gives new memory page by
/// page, which takes longer than to fill it; so some of what was released is kept for a quarter of
/// a second for the next one that needs a block. The blocks are malloc's, and std::free takes them
/// as well.
///
/// Sizes from here on. Smaller blocks are malloc's to keep.
inline constexpr std::size_t least_large_block = std::size_t{4} << 10;

/// The size of the blocks, large or small, that are used for `size` bytes. Blocks of any size would
/// be kept by malloc for each of its arenas and threads, and leave gaps in between.
[[nodiscard]] std::size_t block_size(std::size_t size) noexcept;

/// `size` uninitialised bytes or more, or bytes that are all zero. Null if there is no memory.
[[nodiscard]] void* allocate_large_block(std::size_t size) noexcept;
[[nodiscard]] void* allocate_zeroed_large_block(std::size_t size) noexcept;
/// A larger block in place of `block`, with its first `used` bytes. Null if there is no memory, and
/// then nothing has happened.
[[nodiscard]] void* enlarge_block(void* block, std::size_t used, std::size_t size) noexcept;
/// `block` is malloc's, and may be null.
void release_large_block(void* block) noexcept;

/// Gives back to the system what was kept for longer than a quarter of a second, and says whether
/// some is left.
bool release_kept_blocks() noexcept;

/// Whether blocks of more than 16 MiB are kept as well, up to 256 MiB: only while
/// release_kept_blocks() is called now and then.
void keep_very_large_blocks(bool keeps) noexcept;

}  // namespace rpc::runtime

#endif  // RUNTIME_MEMORY_LARGE_BLOCKS_H
