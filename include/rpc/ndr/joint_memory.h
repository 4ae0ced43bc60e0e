#ifndef RPC_NDR_JOINT_MEMORY_H
#define RPC_NDR_JOINT_MEMORY_H

#include <rpc/memory.h>
#include <rpc/ndr/syntax.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace rpc::ndr {

/// Memory for results of a client that lie together: in a buffer, after it has been measured how
/// large it must be, unless the caller has said so.
class joint_memory {
 public:
  /// Whether results lie together now.
  explicit operator bool() const { return buffer_.has_value() || scratch_.has_value(); }

  /// Results lie in `buffer`, which is zero, from now on.
  void use(std::span<std::byte> buffer) { buffer_ = buffer; }
  /// The bytes that are left there; nothing where there is no buffer.
  [[nodiscard]] std::optional<std::size_t> left() const {
    return buffer_ ? std::optional(buffer_->size()) : std::nullopt;
  }

  /// Results are measured from now on, and lie for that time in at most `budget` bytes of the heap.
  void measure(std::size_t budget) {
    scratch_.emplace(budget);
    measured_ = 0;
  }
  /// The size of a buffer that holds them, if it is aligned to 16 bytes.
  [[nodiscard]] std::size_t measured() const { return measured_; }

  /// Results lie apart again.
  void end() {
    buffer_.reset();
    scratch_.reset();
  }

  /// `size` zeroed bytes, or null.
  void* allocate(std::size_t size, std::size_t alignment) {
    if (scratch_) {
      measured_ = align_up(measured_, alignment) + size;
      return scratch_->allocate_zeroed(size, alignment);
    }
    void* next = buffer_->data();
    std::size_t space = buffer_->size();
    if (std::align(alignment, size, next, space) == nullptr) return nullptr;
    buffer_ = buffer_->last(space - size);
    return next;
  }

 private:
  std::optional<std::span<std::byte>> buffer_;
  std::optional<arena> scratch_;
  std::size_t measured_ = 0;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_JOINT_MEMORY_H
