#ifndef RPC_BUFFER_H
#define RPC_BUFFER_H

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>
#include <utility>

namespace rpc {

static_assert(sizeof(std::size_t) == 8,
              "rpc is for 64-bit systems: the bounds of what a peer sends are computed in 64 bits");

/// A growable run of bytes: a message body on its way to or from the wire.
///
/// The first byte lies on a 16-byte boundary, so that stub data which begins a
/// buffer may be used in place as any scalar type. Growth leaves new bytes
/// uninitialised: they are to be written before they are read.
/// Move-only; a moved-from buffer is empty. Not safe for use by several threads
/// at once.
class buffer {
 public:
  /// Alignment of data(), in bytes.
  static constexpr std::size_t alignment = 16;

  buffer() = default;
  /// A buffer of `size` uninitialised bytes. Throws std::bad_alloc.
  explicit buffer(std::size_t size) { resize(size); }
  buffer(buffer&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  buffer& operator=(buffer&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
  }
  ~buffer() {
    if (data_ == nullptr) return;  // most are moved from: free() would be called for nothing
    if (capacity_ < large)
      std::free(data_);  // NOLINT(clang-analyzer-unix.Malloc): lost in std::optional
    else
      release_large();
  }

  [[nodiscard]] std::byte* data() noexcept { return data_; }
  [[nodiscard]] const std::byte* data() const noexcept { return data_; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  /// Bytes that fit without a new allocation.
  [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }

  [[nodiscard]] std::span<std::byte> bytes() noexcept { return {data_, size_}; }
  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return {data_, size_}; }

  /// Makes room for `capacity` bytes in all. Throws std::bad_alloc and changes nothing.
  void reserve(std::size_t capacity) {
    if (capacity > capacity_) reallocate(capacity);
  }

  /// Sets the size; bytes beyond the old size are uninitialised. Growth is by at
  /// least half of the old capacity. Throws std::bad_alloc and changes nothing.
  void resize(std::size_t size) {
    if (size > capacity_)
      reallocate(size > capacity_ + capacity_ / 2 ? size : capacity_ + capacity_ / 2);
    size_ = size;
  }

  /// Adds a copy of `bytes`, which must not lie in this buffer.
  void append(std::span<const std::byte> bytes) {
    if (bytes.empty()) return;
    const std::size_t at = size_;
    resize(at + bytes.size());
    std::memcpy(data_ + at, bytes.data(), bytes.size());
  }

  /// Empties the buffer and keeps its memory.
  void clear() noexcept { size_ = 0; }

 private:
  // From here on memory is not malloc's alone to keep.
  static constexpr std::size_t large = std::size_t{4} << 10;

  void reallocate(std::size_t capacity);
  void release_large() noexcept;

  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace rpc

#endif  // RPC_BUFFER_H
