#include "heap.h"

#include <malloc.h>

#include <algorithm>
#include <utility>

namespace rpc::runtime {
namespace {

constexpr std::chrono::milliseconds calm{250};
constexpr std::chrono::seconds under_load{10};

// Of the time, what giving back takes at most: one part in so many. Without calls it delays none.
constexpr int one_in_calm = 20;
constexpr int one_in_under_load = 1000;

}  // namespace

bool heap::trim(clock::time_point now, bool holds) noexcept {
  if (std::exchange(used_, false)) {
    if (!left_) since_ = now;
    left_ = true;
    last_use_ = now;
  }
  const bool is_calm = now - last_use_ >= calm && !holds;
  const auto waited = now - since_;
  const auto due = is_calm ? one_in_calm * took_
                           : std::max<clock::duration>(under_load, one_in_under_load * took_);
  if (!left_ || waited < due) return left_;
  const auto begin = clock::now();
  ::malloc_trim(0);
  took_ = clock::now() - begin;
  since_ = now;
  left_ = !is_calm;
  return left_;
}

}  // namespace rpc::runtime
