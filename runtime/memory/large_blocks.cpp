#include "large_blocks.h"

#include "reuse.h"

#include <malloc.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <utility>

namespace rpc::runtime {
namespace {

using clock = std::chrono::steady_clock;

// What is kept at most, in all: the requests and results of some calls as large as a server takes
// them by default.
constexpr std::size_t most_kept = reuses_memory ? std::size_t{16} << 20 : 0;
constexpr std::chrono::seconds kept_for{1};

// From here on the machine is asked for large pages, with which new memory costs a tenth.
constexpr std::size_t least_advised = std::size_t{4} << 20;
constexpr std::uintptr_t page = 4096;
constexpr std::size_t large_page = std::size_t{2} << 20;

// Blocks have few sizes, so that they serve each other's messages.
constexpr std::size_t levels_per_doubling = 4;

void ask_for_large_pages(void* block, std::size_t size) noexcept {
  const auto at = reinterpret_cast<std::uintptr_t>(block);
  const auto begin = (at + page - 1) & ~(page - 1);
  const auto end = (at + size) & ~(page - 1);
  // It is an advice, which may be declined.
  if (size >= least_advised) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

/// New memory, which begins and ends with a large page if it has some.
void* allocate_new(std::size_t size) noexcept {
  if (size < least_advised) return std::malloc(block_size(size));
  const std::size_t whole = (size + large_page - 1) & ~(large_page - 1);
  void* const block = std::aligned_alloc(large_page, whole);
  if (block != nullptr) ask_for_large_pages(block, whole);
  return block;
}

/// A block that is kept, while it is.
struct spare {
  spare* older;
  spare* newer;
  clock::time_point since;
  std::size_t size;
};

/// Those of about one size, in the order in which they were released.
class spares {
 public:
  [[nodiscard]] const spare* oldest() const noexcept { return oldest_; }

  void push(spare& released) noexcept {
    released.older = newest_;
    released.newer = nullptr;
    (newest_ != nullptr ? newest_->newer : oldest_) = &released;
    newest_ = &released;
  }

  /// Null if there is none.
  spare* pop_newest() noexcept {
    spare* const last = newest_;
    if (last == nullptr) return nullptr;
    newest_ = last->older;
    (newest_ != nullptr ? newest_->newer : oldest_) = nullptr;
    return last;
  }

  spare* pop_oldest() noexcept {
    spare* const first = oldest_;
    oldest_ = first->newer;
    (oldest_ != nullptr ? oldest_->older : newest_) = nullptr;
    return first;
  }

 private:
  spare* oldest_ = nullptr;
  spare* newest_ = nullptr;
};

/// The blocks that are kept.
class kept_blocks {
 public:
  /// The smallest block for `size` bytes; null if all are too small, or much too large.
  void* take(std::size_t size) noexcept {
    const std::size_t least = level_of(block_size(size));
    const std::lock_guard lock(mutex_);
    for (std::size_t i = least; i < std::min(least + levels_per_doubling, levels_.size()); ++i)
      if (spare* const found = levels_[i].pop_newest()) return forget(found);
    return nullptr;
  }

  /// Takes over `block`. What it finds no room for is freed, those that were released first.
  void put(void* block, std::size_t size) noexcept {
    const auto now = clock::now();
    const std::lock_guard lock(mutex_);
    if (now - looked_ >= kept_for) free_old(now);
    if (size > most_kept) return std::free(block);
    while (bytes_ + size > most_kept) std::free(forget(level_of_oldest().pop_oldest()));
    levels_[level_of(size)].push(*::new (block) spare{nullptr, nullptr, now, size});
    bytes_ += size;
  }

  bool free_old() noexcept {
    const std::lock_guard lock(mutex_);
    free_old(clock::now());
    return bytes_ != 0;
  }

 private:
  // A level has the blocks of one block_size() up to the next.
  static constexpr int least_bits = std::bit_width(least_large_block) - 1;

  static std::size_t level_of(std::size_t size) noexcept {
    const int bits = std::bit_width(size) - 1;
    return levels_per_doubling * static_cast<std::size_t>(bits - least_bits) +
           (size >> (bits - 2)) % levels_per_doubling;
  }

  void* forget(spare* taken) noexcept {
    bytes_ -= taken->size;
    return taken;
  }

  spares& level_of_oldest() noexcept {
    return *std::ranges::min_element(levels_, {}, [](const spares& level) {
      return level.oldest() != nullptr ? level.oldest()->since : clock::time_point::max();
    });
  }

  void free_old(clock::time_point now) noexcept {
    looked_ = now;
    for (spares& level : levels_)
      while (level.oldest() != nullptr && level.oldest()->since <= now - kept_for)
        std::free(forget(level.pop_oldest()));
  }

  std::mutex mutex_;
  std::array<spares,
             levels_per_doubling*(std::bit_width(most_kept | least_large_block) - least_bits)>
      levels_{};
  std::size_t bytes_ = 0;
  clock::time_point looked_{};  // for old ones
};

// Never destroyed, and takes no memory: what other destructors release at exit comes here too.
constinit kept_blocks kept;

}  // namespace

std::size_t block_size(std::size_t size) noexcept {
  constexpr std::size_t least = 64;
  if (!reuses_memory || size > most_kept) return size;
  if (size <= least_large_block) return std::bit_ceil(std::max(size, least));
  const std::size_t step = std::bit_floor(size - 1) / levels_per_doubling;
  return (size + step - 1) / step * step;
}

void* allocate_large_block(std::size_t size) noexcept {
  if (void* const block = kept.take(size)) return block;
  return allocate_new(size);
}

void* allocate_zeroed_large_block(std::size_t size) noexcept {
  if (void* const block = kept.take(size)) return std::memset(block, 0, size);
  void* const block = std::calloc(1, block_size(size));
  if (block != nullptr) ask_for_large_pages(block, size);
  return block;
}

void* enlarge_block(void* block, std::size_t used, std::size_t size) noexcept {
  void* larger = kept.take(size);
  // What is in large pages moves with them, and is not copied.
  if (larger == nullptr && size >= least_advised && ::malloc_usable_size(block) < least_advised)
    larger = allocate_new(size);
  if (larger != nullptr) {
    if (used != 0) std::memcpy(larger, block, used);
    release_large_block(block);
    return larger;
  }
  larger = std::realloc(block, block_size(size));
  if (larger != nullptr) ask_for_large_pages(larger, size);
  return larger;
}

void release_large_block(void* block) noexcept {
  const std::size_t size = ::malloc_usable_size(block);
  if (size < least_large_block)
    std::free(block);
  else
    kept.put(block, size);
}

bool release_kept_blocks() noexcept { return kept.free_old(); }

}  // namespace rpc::runtime
