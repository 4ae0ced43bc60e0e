#include "large_blocks.h"

#include "reuse.h"

#include <malloc.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <span>
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

void ask_for_large_pages(void* block, std::size_t size) noexcept {
  const auto at = reinterpret_cast<std::uintptr_t>(block);
  const auto begin = (at + page - 1) & ~(page - 1);
  const auto end = (at + size) & ~(page - 1);
  // It is an advice, which may be declined.
  if (size >= least_advised) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

/// New memory, which begins and ends with a large page if it has some.
void* allocate_new(std::size_t size) noexcept {
  if (size < least_advised) return std::malloc(size);
  const std::size_t whole = (size + large_page - 1) & ~(large_page - 1);
  void* const block = std::aligned_alloc(large_page, whole);
  if (block != nullptr) ask_for_large_pages(block, whole);
  return block;
}

/// The blocks that are kept, the one that was released first in front.
class kept_blocks {
 public:
  /// The smallest block for `size` bytes; null if all are too small, or much too large.
  void* take(std::size_t size) noexcept {
    const std::lock_guard lock(mutex_);
    one* found = nullptr;
    for (one& each : all())
      if (each.size >= size && each.size / 2 <= size && (!found || each.size < found->size))
        found = &each;
    return found == nullptr ? nullptr : remove(found);
  }

  /// Takes over `block`. What it finds no room for is freed, those that were released first.
  void put(void* block, std::size_t size) noexcept {
    const std::lock_guard lock(mutex_);
    free_until(clock::now() - kept_for);
    if (size > most_kept) return std::free(block);
    while (count_ == blocks_.size() || bytes_ + size > most_kept) std::free(remove(&blocks_[0]));
    blocks_[count_++] = {block, size, clock::now()};
    bytes_ += size;
  }

  bool free_old() noexcept {
    const std::lock_guard lock(mutex_);
    free_until(clock::now() - kept_for);
    return count_ != 0;
  }

 private:
  struct one {
    void* at;
    std::size_t size;
    clock::time_point since;
  };

  std::span<one> all() noexcept { return std::span(blocks_).first(count_); }

  void* remove(one* which) noexcept {
    void* const block = which->at;
    bytes_ -= which->size;
    std::move(which + 1, &blocks_[count_], which);
    --count_;
    return block;
  }

  void free_until(clock::time_point released) noexcept {
    while (count_ != 0 && blocks_[0].since <= released) std::free(remove(&blocks_[0]));
  }

  std::mutex mutex_;
  std::array<one, 16> blocks_{};
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
};

// Never destroyed, and takes no memory: what other destructors release at exit comes here too.
constinit kept_blocks kept;

}  // namespace

void* allocate_large_block(std::size_t size) noexcept {
  if (void* const block = kept.take(size)) return block;
  return allocate_new(size);
}

void* allocate_zeroed_large_block(std::size_t size) noexcept {
  if (void* const block = kept.take(size)) return std::memset(block, 0, size);
  void* const block = std::calloc(1, size);
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
  larger = std::realloc(block, size);
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
