#include "large_blocks.h"

#include "reuse.h"

#include <malloc.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
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
// The same for larger blocks, where that is asked for.
constexpr std::size_t most_kept_very_large = reuses_memory ? std::size_t{256} << 20 : 0;
constexpr std::chrono::milliseconds kept_for{250};

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
  size = block_size(size);
  if (size < least_advised) return std::malloc(size);
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

/// The blocks from `least` bytes on that are kept: `most` bytes of them in all.
template <std::size_t least, std::size_t most>
class kept_blocks {
 public:
  /// The smallest block for `size` bytes; null if all are too small, or much too large.
  void* take(std::size_t size) noexcept {
    const std::size_t first = level_of(block_size(size));
    const std::lock_guard lock(mutex_);
    for (std::size_t i = first; i < std::min(first + levels_per_doubling, levels_.size()); ++i)
      if (spare* const found = levels_[i].pop_newest()) return forget(found);
    return nullptr;
  }

  /// Takes over `block`. What it finds no room for is freed, those that were released first.
  void put(void* block, std::size_t size) noexcept {
    const auto now = clock::now();
    const std::lock_guard lock(mutex_);
    if (now - looked_ >= kept_for) {
      looked_ = now;
      free_until(now - kept_for);
    }
    if (size > most) return std::free(block);
    while (bytes_ + size > most) std::free(forget(level_of_oldest().pop_oldest()));
    levels_[level_of(size)].push(*::new (block) spare{nullptr, nullptr, now, size});
    bytes_ += size;
  }

  /// Frees those that were released by then, and says whether some are left.
  bool free_old(clock::time_point released) noexcept {
    const std::lock_guard lock(mutex_);
    free_until(released);
    return bytes_ != 0;
  }

 private:
  // A level has the blocks of one block_size() up to the next.
  static constexpr int least_bits = std::bit_width(least) - 1;

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

  void free_until(clock::time_point released) noexcept {
    for (spares& level : levels_)
      while (level.oldest() != nullptr && level.oldest()->since <= released)
        std::free(forget(level.pop_oldest()));
  }

  std::mutex mutex_;
  std::array<spares, levels_per_doubling*(std::bit_width(most | least) - least_bits)> levels_{};
  std::size_t bytes_ = 0;
  clock::time_point looked_{};  // for old ones
};

// Never destroyed, and take no memory: what other destructors release at exit comes here too.
constinit kept_blocks<least_large_block, most_kept> kept;
constinit kept_blocks<std::size_t{16} << 20, most_kept_very_large> kept_very_large;
constinit std::atomic<bool> keeps_very_large = false;

void* take(std::size_t size) noexcept {
  return block_size(size) <= most_kept ? kept.take(size) : kept_very_large.take(size);
}

}  // namespace

std::size_t block_size(std::size_t size) noexcept {
  constexpr std::size_t least = 64;
  if (!reuses_memory || size > most_kept_very_large) return size;
  if (size <= least_large_block) return std::bit_ceil(std::max(size, least));
  const std::size_t step = std::bit_floor(size - 1) / levels_per_doubling;
  return (size + step - 1) / step * step;
}

void* allocate_large_block(std::size_t size) noexcept {
  if (void* const block = take(size)) return block;
  return allocate_new(size);
}

void* allocate_zeroed_large_block(std::size_t size) noexcept {
  if (void* const block = take(size)) return std::memset(block, 0, size);
  void* const block = std::calloc(1, block_size(size));
  if (block != nullptr) ask_for_large_pages(block, size);
  return block;
}

void* enlarge_block(void* block, std::size_t used, std::size_t size) noexcept {
  void* larger = take(size);
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
  if (size >= least_large_block && size <= most_kept)
    kept.put(block, size);
  else if (size > most_kept && keeps_very_large)
    kept_very_large.put(block, size);
  else
    std::free(block);
}

bool release_kept_blocks() noexcept {
  const auto old = clock::now() - kept_for;
  const bool very_large = kept_very_large.free_old(old);
  return kept.free_old(old) || very_large;
}

void keep_very_large_blocks(bool keeps) noexcept {
  keeps_very_large = keeps;
  if (!keeps) kept_very_large.free_old(clock::time_point::max());
}

}  // namespace rpc::runtime
