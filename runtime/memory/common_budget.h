#ifndef RUNTIME_MEMORY_COMMON_BUDGET_H
#define RUNTIME_MEMORY_COMMON_BUDGET_H

#include <atomic>
#include <cstddef>

namespace rpc::runtime {

/// Bytes that several arenas may take together. Any thread.
class common_budget {
 public:
  /// May be a share in another one, `whole`, which outlives it.
  explicit common_budget(std::size_t bytes, common_budget* whole = nullptr) noexcept
      : left_(bytes), whole_(whole) {}
  common_budget(const common_budget&) = delete;
  common_budget& operator=(const common_budget&) = delete;

  /// False, and nothing is taken, if there are not so many left.
  [[nodiscard]] bool take(std::size_t bytes) noexcept {
    std::size_t left = left_;
    do {
      if (bytes > left) return false;
    } while (!left_.compare_exchange_weak(left, left - bytes));
    if (whole_ == nullptr || whole_->take(bytes)) return true;
    left_ += bytes;
    return false;
  }

  [[nodiscard]] std::size_t left() const noexcept { return left_; }

  void give_back(std::size_t bytes) noexcept {
    left_ += bytes;
    if (whole_ != nullptr) whole_->give_back(bytes);
  }

 private:
  std::atomic<std::size_t> left_;
  common_budget* const whole_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_MEMORY_COMMON_BUDGET_H
