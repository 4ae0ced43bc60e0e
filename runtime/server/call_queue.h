#ifndef RUNTIME_SERVER_CALL_QUEUE_H
#define RUNTIME_SERVER_CALL_QUEUE_H

#include "socket_session.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace rpc::runtime {

/// Calls in order of arrival, in a ring that keeps its memory. Its size is a power of two.
class call_queue {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

  /// Makes room for `count` calls more.
  void reserve(std::size_t count) {
    while (ring_.size() - size_ < count) grow();
  }

  /// There must be room.
  void push(job&& last) noexcept {
    ring_[(first_ + size_) & (ring_.size() - 1)] = std::move(last);
    ++size_;
  }

  job pop() {
    job result = std::move(ring_[first_]);
    first_ = (first_ + 1) & (ring_.size() - 1);
    --size_;
    return result;
  }

 private:
  void grow() {
    std::vector<job> larger(ring_.empty() ? 16 : 2 * ring_.size());
    for (std::size_t i = 0; i < size_; ++i)
      larger[i] = std::move(ring_[(first_ + i) & (ring_.size() - 1)]);
    ring_ = std::move(larger);
    first_ = 0;
  }

  std::vector<job> ring_;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_CALL_QUEUE_H
