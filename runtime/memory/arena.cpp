#include "common_budget.h"
#include "large_blocks.h"
#include "reuse.h"
#include "thread.h"

#include <rpc/memory.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <unordered_map>
#include <utility>

namespace rpc {
namespace {

constexpr std::size_t first_block = 4096;
constexpr std::size_t largest_step = std::size_t{1} << 20;

// Of smaller blocks, what an arena keeps at most for its next call.
constexpr std::size_t most_spare = runtime::reuses_memory ? std::size_t{1} << 16 : 0;

// They are of few sizes, and first of all the arena's own.
constexpr std::size_t least_large = std::size_t{64} << 10;

constexpr bool is_large(std::size_t size) noexcept { return size >= least_large; }

}  // namespace

struct arena::separate_blocks {
  struct one {
    std::size_t size;
    bool kept;
  };
  std::unordered_map<void*, one> at;
};

arena::arena(std::size_t budget) noexcept : budget_(budget), granted_(budget) {}
arena::~arena() {
  release();
  while (spares_ != nullptr) std::free(std::exchange(spares_, spares_->previous));
}

arena::block* arena::add_block(std::size_t size, bool zeroed) noexcept {
  if (size > std::numeric_limits<std::size_t>::max() - sizeof(block) || !charge(size))
    return nullptr;
  static_assert(sizeof(block) % 16 == 0, "what follows the header is aligned");
  const std::size_t whole = sizeof(block) + size;
  void* const memory = zeroed           ? runtime::allocate_zeroed_large_block(whole)
                       : is_large(size) ? runtime::allocate_large_block(whole)
                                        : take_small(size);
  if (memory == nullptr) {
    used_ -= size;
    return nullptr;
  }
  blocks_ = ::new (memory) block{blocks_, size};
  return blocks_;
}

// Takes what is missing for `size` bytes more from the common budget.
bool arena::grant(std::size_t size) noexcept {
  if (used_ > budget_ || size > budget_ - used_ || common_ == nullptr) return false;
  const std::size_t missing = used_ + size - granted_;
  if (!common_->take(missing)) return false;
  borrowed_ += missing;
  granted_ += missing;
  return true;
}

void* arena::allocate_block(std::size_t size, std::size_t alignment) noexcept {
  // Most calls need no more than the first block of the one before.
  if (blocks_ == nullptr && spares_ != nullptr && spares_->size == first_block &&
      size <= first_block / 2 && charge(first_block)) {
    blocks_ = std::exchange(spares_, spares_->previous);
    blocks_->previous = nullptr;
    spare_ -= first_block;
    next_ = reinterpret_cast<std::byte*>(blocks_ + 1);
    left_ = first_block;
    return allocate(size, alignment);
  }
  // Steps double so that their number stays small; the budget's last bytes count too.
  std::size_t step = blocks_ == nullptr ? first_block : std::min(used_ * 2, largest_step);
  step = std::min(step, budget_ - std::min(used_, budget_));
  block* const shared = size > step / 2 ? nullptr : add_block(step, false);
  if (shared == nullptr) {
    // A block of its own: the current one goes on serving small sizes.
    block* own = add_block(size, false);
    return own == nullptr ? nullptr : own + 1;
  }
  next_ = reinterpret_cast<std::byte*>(shared + 1);
  left_ = step;
  return allocate(size, alignment);
}

void* arena::allocate_zeroed(std::size_t size, std::size_t alignment) noexcept {
  if (is_large(size)) {
    block* own = add_block(size, true);
    return own == nullptr ? nullptr : own + 1;
  }
  void* at = allocate(size, alignment);
  if (at != nullptr) std::memset(at, 0, size);
  return at;
}

void* arena::allocate_separate(std::size_t size, bool kept) noexcept {
  if (!charge(size)) return nullptr;
  // The program may release it later: with rpc::free.
  const user_allocator owner = runtime::allocator_of_process();
  void* const memory = owner.allocate(size != 0 ? size : 1);
  if (memory != nullptr) {
    try {
      if (separate_ == nullptr) separate_ = std::make_unique<separate_blocks>();
      separate_->at.try_emplace(memory, separate_blocks::one{size, kept});
      return memory;
    } catch (const std::bad_alloc&) {
      owner.free(memory);
    }
  }
  used_ -= size;
  return nullptr;
}

// How many bytes there are from `pointer` on to the end of what it lies in; 0 if that is not here.
std::size_t arena::bytes_from(const void* pointer) const noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  const auto rest = [&](const void* begin, std::size_t size) {
    const auto first = reinterpret_cast<std::uintptr_t>(begin);
    return address >= first && address - first < size ? size - (address - first) : 0;
  };
  for (const block* b = blocks_; b != nullptr; b = b->previous)
    if (const std::size_t bytes = rest(b + 1, b->size); bytes != 0) return bytes;
  return rest(message_.data(), message_.size());
}

bool arena::owns(const void* pointer) const noexcept {
  // A block without bytes may begin at the end of the message.
  return bytes_from(pointer) != 0 ||
         (!message_.empty() && pointer == message_.data() + message_.size()) ||
         (separate_ != nullptr && separate_->at.contains(const_cast<void*>(pointer)));
}

void arena::remember_release(const void* pointer) noexcept {
  void* const memory = allocate(sizeof(released_place), alignof(released_place));
  if (memory == nullptr)
    lost_release_ = true;
  else
    released_ = ::new (memory) released_place{released_, pointer};
}

std::vector<const void*> arena::releases() const {
  if (lost_release_) throw std::bad_alloc();
  std::vector<const void*> places;
  for (const released_place* each = released_; each != nullptr; each = each->previous)
    places.push_back(each->place);
  return places;
}

bool arena::free(void* pointer) noexcept {
  if (records_releases_ && owns(pointer)) remember_release(pointer);
  if (separate_ != nullptr) {
    if (const auto found = separate_->at.find(pointer); found != separate_->at.end()) {
      used_ -= found->second.size;
      separate_->at.erase(found);
      runtime::allocator_of_process().free(pointer);
      return true;
    }
  }
  return owns(pointer);
}

void* arena::reallocate(void* pointer, std::size_t size) noexcept {
  std::size_t before = bytes_from(pointer);
  bool kept = false;
  if (separate_ != nullptr) {
    if (const auto found = separate_->at.find(pointer); found != separate_->at.end()) {
      before = found->second.size;
      kept = found->second.kept;
    }
  }
  void* const memory = allocate_separate(size, kept);
  if (memory == nullptr) return nullptr;
  std::memcpy(memory, pointer, std::min(before, size));
  free(pointer);
  return memory;
}

bool arena::destroy_at_release(destructor destroy, void* first, std::size_t count) noexcept {
  void* memory = allocate(sizeof(objects), alignof(objects));
  if (memory == nullptr) return false;
  objects_ = ::new (memory) objects{objects_, destroy, first, count};
  return true;
}

// Memory for a block of that size, which the last call has left or malloc gives.
void* arena::take_small(std::size_t size) noexcept {
  for (block** place = &spares_; *place != nullptr; place = &(*place)->previous)
    if ((*place)->size == size) {
      spare_ -= size;
      return std::exchange(*place, (*place)->previous);
    }
  return std::malloc(sizeof(block) + size);
}

// The oldest are the smallest, which the next call needs first: kept if there is room.
void arena::free_blocks() noexcept {
  while (blocks_ != nullptr) {
    block* const last = std::exchange(blocks_, blocks_->previous);
    if (is_large(last->size)) {
      runtime::release_large_block(last);
    } else if (last->size > most_spare - spare_) {
      std::free(last);
    } else {
      spare_ += last->size;
      last->previous = std::exchange(spares_, last);
    }
  }
}

void arena::release() noexcept {
  while (objects_ != nullptr) {
    const objects next = *std::exchange(objects_, objects_->previous);
    next.destroy(next.first, next.count);
  }
  free_blocks();
  if (separate_ != nullptr) {
    for (const auto& [memory, one] : separate_->at)
      if (!one.kept || !given_) runtime::allocator_of_process().free(memory);
    separate_.reset();
  }
  released_ = nullptr;
  records_releases_ = false;
  lost_release_ = false;
  given_ = false;
  message_ = {};
  next_ = nullptr;
  left_ = 0;
  used_ = 0;
  if (borrowed_ > 0) common_->give_back(borrowed_);
  granted_ -= std::exchange(borrowed_, 0);
}

}  // namespace rpc
