#ifndef RUNTIME_PROTOCOL_SPARE_BUFFERS_H
#define RUNTIME_PROTOCOL_SPARE_BUFFERS_H

#include <rpc/buffer.h>

#include <cstddef>
#include <utility>
#include <vector>

namespace rpc::protocol {

/// A few empty buffers with the memory of messages that are done with, for those that come.
class spare_buffers {
 public:
  /// Takes over the memory of `used`, unless there is enough, and leaves it empty.
  void put(buffer& used) {
    buffer spare = std::move(used);
    if (spares_.size() == most || spare.capacity() == 0 || spare.capacity() > largest) return;
    spare.clear();
    spares_.push_back(std::move(spare));
  }

  /// An empty buffer.
  buffer take() {
    if (spares_.empty()) return {};
    buffer spare = std::move(spares_.back());
    spares_.pop_back();
    return spare;
  }

  /// Gives back all but a few small ones.
  void trim() noexcept {
    std::erase_if(spares_, [](const buffer& spare) { return spare.capacity() > small; });
    if (spares_.size() > few) spares_.resize(few);
  }

 private:
  static constexpr std::size_t few = 2;
  static constexpr std::size_t small = 256;
  static constexpr std::size_t most = 16;
  static constexpr std::size_t largest = 16u << 10;

  std::vector<buffer> spares_;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_SPARE_BUFFERS_H
