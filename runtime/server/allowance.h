#ifndef RUNTIME_SERVER_ALLOWANCE_H
#define RUNTIME_SERVER_ALLOWANCE_H

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace rpc::runtime {

/// The time that a server may still wait for a client that gives or takes bytes: a bucket that
/// waiting empties, and that bytes fill again at a rate. A client that is silent for long, or
/// slower than the rate for long, uses it up.
class allowance {
 public:
  using clock = std::chrono::steady_clock;

  /// `most` 0: without limit. `rate` in bytes per second; 0: each byte fills it.
  allowance(std::chrono::milliseconds most, std::size_t rate) noexcept
      : most_(most), rate_(rate), left_(most) {}

  [[nodiscard]] clock::time_point deadline() const noexcept {
    return most_.count() == 0 ? clock::time_point::max() : clock::now() + left_;
  }

  /// Whether to wait for `waited` is more than is left.
  [[nodiscard]] bool exceeded_by(clock::duration waited) const noexcept {
    return most_.count() != 0 && waited > left_;
  }

  void spend(clock::duration waited) noexcept { left_ -= std::min(waited, left_); }

  void earn(std::size_t bytes) noexcept {
    if (bytes == 0) return;
    const std::chrono::duration<double> time(static_cast<double>(bytes) /
                                             static_cast<double>(std::max<std::size_t>(1, rate_)));
    const bool full = rate_ == 0 || time >= most_ - left_;
    left_ = full ? most_ : left_ + std::chrono::duration_cast<clock::duration>(time);
  }

 private:
  const clock::duration most_;
  const std::size_t rate_;
  clock::duration left_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_ALLOWANCE_H
