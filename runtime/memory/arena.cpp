#include <rpc/memory.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace rpc {
namespace {

constexpr std::size_t first_block = 4096;
constexpr std::size_t largest_step = std::size_t{1} << 20;
// From here on a block of its own from calloc is cheaper than clearing bytes.
constexpr std::size_t large = std::size_t{1} << 16;

}  // namespace

arena::block* arena::add_block(std::size_t size, bool zeroed) noexcept {
  if (size > budget_ - std::min(used_, budget_)) return nullptr;
  if (size > std::numeric_limits<std::size_t>::max() - sizeof(block)) return nullptr;
  static_assert(sizeof(block) % 16 == 0, "what follows the header is aligned");
  void* memory = zeroed ? std::calloc(1, sizeof(block) + size) : std::malloc(sizeof(block) + size);
  if (memory == nullptr) return nullptr;
  blocks_ = ::new (memory) block{blocks_, size};
  used_ += size;
  return blocks_;
}

void* arena::allocate_block(std::size_t size, std::size_t alignment) noexcept {
  // Steps double so that their number stays small; the budget's last bytes count too.
  std::size_t step = blocks_ == nullptr ? first_block : std::min(used_ * 2, largest_step);
  step = std::min(step, budget_ - std::min(used_, budget_));
  if (size > step / 2) {
    // A block of its own: the current one goes on serving small sizes.
    block* own = add_block(size, false);
    return own == nullptr ? nullptr : own + 1;
  }
  block* shared = add_block(step, false);
  if (shared == nullptr) return nullptr;
  next_ = reinterpret_cast<std::byte*>(shared + 1);
  left_ = step;
  return allocate(size, alignment);
}

void* arena::allocate_zeroed(std::size_t size, std::size_t alignment) noexcept {
  if (size >= large) {
    block* own = add_block(size, true);
    return own == nullptr ? nullptr : own + 1;
  }
  void* at = allocate(size, alignment);
  if (at != nullptr) std::memset(at, 0, size);
  return at;
}

bool arena::owns(const void* pointer) const noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  for (const block* b = blocks_; b != nullptr; b = b->previous) {
    const auto first = reinterpret_cast<std::uintptr_t>(b + 1);
    if (address >= first && address - first <= b->size) return true;
  }
  return false;
}

bool arena::destroy_at_release(destructor destroy, void* first, std::size_t count) noexcept {
  void* memory = allocate(sizeof(objects), alignof(objects));
  if (memory == nullptr) return false;
  objects_ = ::new (memory) objects{objects_, destroy, first, count};
  return true;
}

void arena::release() noexcept {
  while (objects_ != nullptr) {
    const objects next = *std::exchange(objects_, objects_->previous);
    next.destroy(next.first, next.count);
  }
  while (blocks_ != nullptr) std::free(std::exchange(blocks_, blocks_->previous));
  next_ = nullptr;
  left_ = 0;
  used_ = 0;
}

}  // namespace rpc
