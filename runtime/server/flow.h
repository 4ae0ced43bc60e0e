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

class flow;

/// Flows that wait for the same thing, in the order of their turns.
class flow_ring {
 public:
  [[nodiscard]] bool empty() const noexcept { return first_ == nullptr; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  void push(flow& last) noexcept;
  flow& pop() noexcept;
  /// Takes `out` out, wherever it is.
  void remove(flow& out) noexcept;
  template <class Visit>
  void for_each(Visit visit) const;

 private:
  flow* first_ = nullptr;
  flow* last_ = nullptr;
  std::size_t size_ = 0;
};

/// What the flows of one peer have together. Guarded by the scheduler's lock.
class peer_share {
  friend class scheduler;

  std::size_t running_ = 0;  // jobs
  flow_ring blocked_;        // flows that could start a job, if it were fewer
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

  /// `peer` is null where a peer has no share.
  explicit flow(kind what, std::shared_ptr<peer_share> peer = nullptr) noexcept
      : kind_(what), peer_(std::move(peer)) {}

 private:
  friend class scheduler;
  friend class flow_ring;

  const kind kind_;
  const std::shared_ptr<peer_share> peer_;
  job_queue waiting_;
  std::size_t running_ = 0;
  bool lasts_ = false;  // its last job was not brief
  bool held_ = false;   // starts no job, see scheduler::hold
  bool in_ring_ = false;
  flow* next_ = nullptr;  // in the ring
};

inline void flow_ring::push(flow& last) noexcept {
  last.in_ring_ = true;
  last.next_ = nullptr;
  (first_ == nullptr ? first_ : last_->next_) = &last;
  last_ = &last;
  ++size_;
}

inline flow& flow_ring::pop() noexcept {
  flow& front = *first_;
  first_ = front.next_;
  front.in_ring_ = false;
  --size_;
  return front;
}

inline void flow_ring::remove(flow& out) noexcept {
  for (std::size_t left = size_; left > 0; --left)
    if (flow& front = pop(); &front != &out) push(front);
}

template <class Visit>
void flow_ring::for_each(Visit visit) const {
  for (const flow* each = first_; each != nullptr; each = each->next_) visit(*each);
}

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_FLOW_H
