#include "heap.h"

#include <malloc.h>

#include <utility>

namespace rpc::runtime {
namespace {

constexpr std::chrono::seconds calm{1};
constexpr std::chrono::seconds under_load{10};

// Of the time, what giving back takes at most.
constexpr int one_in = 1000;

}  // namespace

bool heap::trim(clock::time_point now) noexcept {
  if (std::exchange(used_, false)) {
    if (!left_) since_ = now;
    left_ = true;
    last_use_ = now;
  }
  const bool is_calm = now - last_use_ >= calm;
  const auto waited = now - since_;
  if (!left_ || waited < one_in * took_ || (!is_calm && waited < under_load)) return left_;
  const auto begin = clock::now();
  ::malloc_trim(0);
  took_ = clock::now() - begin;
  since_ = now;
  left_ = !is_calm;
  return left_;
}

}  // namespace rpc::runtime
