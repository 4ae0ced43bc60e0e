#ifndef RUNTIME_PROTOCOL_SPARE_BUFFERS_H
#define RUNTIME_PROTOCOL_SPARE_BUFFERS_H

#include <rpc/buffer.h>

#include <array>
#include <cstddef>
#include <utility>

namespace rpc::protocol {

/// A few empty buffers with the memory of messages that are done with, for those that come. They
/// take no memory themselves, so that calls can end without any.
class spare_buffers {
 public:
  /// Takes over the memory of `used`, unless there is enough, and leaves it empty.
  void put(buffer& used) noexcept {
    buffer spare = std::move(used);
    if (count_ == spares_.size() || spare.capacity() == 0 || spare.capacity() > largest) return;
    spare.clear();
    spares_[count_++] = std::move(spare);
  }

  /// An empty buffer.
  buffer take() noexcept { return count_ == 0 ? buffer() : std::move(spares_[--count_]); }

  /// Gives back all but a few small ones.
  void trim() noexcept {
    while (count_ > few) take();
    for (std::size_t i = 0; i < count_; ++i)
      if (spares_[i].capacity() > small) spares_[i] = buffer();
  }

 private:
  static constexpr std::size_t few = 2;
  static constexpr std::size_t small = 256;
  static constexpr std::size_t largest = 16u << 10;

  std::array<buffer, 8> spares_;
  std::size_t count_ = 0;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_SPARE_BUFFERS_H
