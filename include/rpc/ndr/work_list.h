#ifndef RPC_NDR_WORK_LIST_H
#define RPC_NDR_WORK_LIST_H

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <type_traits>
#include <utility>

namespace rpc::ndr {

/// A stack of what is still to be done, for items that are plain bytes: the first ones live in the
/// object itself, so that a message with few pointers allocates nothing.
template <class T>
class work_list {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  work_list() = default;
  work_list(const work_list&) = delete;
  work_list& operator=(const work_list&) = delete;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  T& operator[](std::size_t i) { return first_[i]; }

  void push(const T& item) {
    if (size_ == capacity_) [[unlikely]]
      grow();
    std::memcpy(static_cast<void*>(first_ + size_++), &item, sizeof item);
  }
  T pop() { return first_[--size_]; }

  /// Keeps the first `size` items.
  void cut(std::size_t size) { size_ = size; }

  /// What came after the first `mark` items comes out in the order in which it went in.
  void reverse(std::size_t mark) {
    if (size_ - mark == 2) return std::swap(first_[mark], first_[mark + 1]);
    if (size_ - mark > 2) std::reverse(first_ + mark, first_ + size_);
  }

 private:
  static constexpr std::size_t inline_items = 16;

  [[gnu::cold, gnu::noinline]] void grow() {
    auto larger = std::make_unique_for_overwrite<std::byte[]>(2 * capacity_ * sizeof(T));
    std::memcpy(larger.get(), static_cast<const void*>(first_), size_ * sizeof(T));
    more_ = std::move(larger);
    first_ = reinterpret_cast<T*>(more_.get());
    capacity_ *= 2;
  }

  alignas(T) std::byte inline_[inline_items * sizeof(T)];
  T* first_ = reinterpret_cast<T*>(inline_);
  std::size_t size_ = 0;
  std::size_t capacity_ = inline_items;
  std::unique_ptr<std::byte[]> more_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_WORK_LIST_H
