#ifndef RUNTIME_SERVER_FLOW_H
#define RUNTIME_SERVER_FLOW_H

#include "job.h"
#include "line.h"

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
class peer_share;

/// The flows of one peer that wait for a thread of the same kind, in the order of their turns. It
/// waits for the peer's turn.
class peer_line : public in_line {
  friend class flow;
  friend class peer_share;
  friend class scheduler;

  explicit peer_line(peer_share& of) noexcept : of_(of) {}

  peer_share& of_;
  line<flow> flows_;
};

/// The jobs of one origin, which take turns with those of others (fair queueing). All of it is
/// guarded by the scheduler's lock.
class flow : public in_line {
 public:
  enum class kind : unsigned char {
    calls,     ///< of one connection
    streams,   ///< its calls with pipes, which may last as long as the client likes
    rundowns,  ///< ends of the peer's associations
  };

  flow(kind what, peer_share& of) noexcept;

 private:
  friend class scheduler;

  const kind kind_;
  peer_line& line_;
  job_queue waiting_;
  std::size_t running_ = 0;
  bool lasts_ = false;  // its last job was not brief
  bool held_ = false;   // starts no job, see scheduler::hold
};

/// What one peer has: the flows of its connections, and one of rundowns. Guarded as they are.
class peer_share {
  friend class flow;
  friend class scheduler;

  peer_line calls_{*this};  // and rundowns
  peer_line streams_{*this};
  std::size_t running_ = 0;        // jobs
  std::size_t waiting_ = 0;        // jobs
  std::size_t waiting_flows_ = 0;  // flows that have some
  flow rundowns_{flow::kind::rundowns, *this};

 public:
  /// Holds `of`.
  [[nodiscard]] static std::shared_ptr<flow> rundowns(const std::shared_ptr<peer_share>& of) {
    return {of, &of->rundowns_};
  }
};

inline flow::flow(kind what, peer_share& of) noexcept
    : kind_(what), line_(what == kind::streams ? of.streams_ : of.calls_) {}

/// The flows of one connection.
struct connection_flows {
  explicit connection_flows(std::shared_ptr<peer_share> of) noexcept
      : peer(std::move(of)), calls(flow::kind::calls, *peer), streams(flow::kind::streams, *peer) {}

  const std::shared_ptr<peer_share> peer;
  flow calls;
  flow streams;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_FLOW_H
