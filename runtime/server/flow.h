#ifndef RUNTIME_SERVER_FLOW_H
#define RUNTIME_SERVER_FLOW_H

#include "job.h"

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace rpc::runtime {

/// Jobs in order of arrival, in a ring whose size is a power of two. A small ring keeps its memory
/// when it is empty.
class job_queue {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

  /// Throws std::bad_alloc, and then `last` is unchanged.
  void push(job&& last) {
    if (size_ == ring_.size()) grow();
    ring_[(first_ + size_) & (ring_.size() - 1)] = std::move(last);
    ++size_;
  }

  job pop() noexcept {
    job result = std::move(ring_[first_]);
    first_ = (first_ + 1) & (ring_.size() - 1);
    if (--size_ == 0 && ring_.size() > least) ring_ = std::vector<job>();
    return result;
  }

 private:
  static constexpr std::size_t least = 4;

  void grow() {
    std::vector<job> larger(ring_.empty() ? least : 2 * ring_.size());
    for (std::size_t i = 0; i < size_; ++i)
      larger[i] = std::move(ring_[(first_ + i) & (ring_.size() - 1)]);
    ring_ = std::move(larger);
    first_ = 0;
  }

  std::vector<job> ring_;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

/// The jobs of one origin, which take turns with those of others (fair queueing). All of it is
/// guarded by the scheduler's lock.
class flow : public std::enable_shared_from_this<flow> {
 public:
  enum class kind : unsigned char {
    calls,     ///< of one connection
    streams,   ///< its calls with pipes, which may last as long as the client likes
    rundowns,  ///< ends of associations
  };

  explicit flow(kind what) noexcept : kind_(what) {}

 private:
  friend class scheduler;
  friend class flow_ring;

  const kind kind_;
  job_queue waiting_;
  std::size_t running_ = 0;
  bool lasts_ = false;  // its last job was not brief
  bool held_ = false;   // starts no job, see scheduler::hold
  bool ready_ = false;
  flow* next_ = nullptr;  // that is ready
};

/// Flows that may start a job, in the order of their turns.
class flow_ring {
 public:
  [[nodiscard]] bool empty() const noexcept { return first_ == nullptr; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  void push(flow& last) noexcept {
    last.ready_ = true;
    last.next_ = nullptr;
    (first_ == nullptr ? first_ : last_->next_) = &last;
    last_ = &last;
    ++size_;
  }

  flow& pop() noexcept {
    flow& front = *first_;
    first_ = front.next_;
    front.ready_ = false;
    --size_;
    return front;
  }

  /// Takes `out` out, wherever it is.
  void remove(flow& out) noexcept {
    for (std::size_t left = size_; left > 0; --left)
      if (flow& front = pop(); &front != &out) push(front);
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for (const flow* each = first_; each != nullptr; each = each->next_) visit(*each);
  }

 private:
  flow* first_ = nullptr;
  flow* last_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_FLOW_H
