// What calls have left in the heap goes back to the system.

#include "memory/heap.h"
#include "../runtime/allocated.h"
#include "../runtime/holdings.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <unistd.h>

namespace {

using namespace std::chrono_literals;

constexpr long left = 32 << 10;  // KiB

/// Leaves memory that is free, between blocks that are not.
class Heap : public testing::Test {
 protected:
  void leave_memory() {
    constexpr std::size_t each = 32 << 10;
    std::vector<void*> released;
    for (long kib = 0; kib < left; kib += 32) {
      released.push_back(std::malloc(each));
      std::memset(released.back(), 1, each);
      kept_.push_back(std::malloc(2000));  // no tcache or fastbin keeps them for later tests
    }
    for (void* block : released) std::free(block);
    before_ = resident();
  }
  ~Heap() override {
    for (void* block : kept_) std::free(block);
  }

  static long resident() { return fixture::of(::getpid()).kib; }
  bool gave_back() const { return fixture::sanitized || before_ - resident() > left / 2; }
  bool kept() const { return fixture::sanitized || before_ - resident() < left / 2; }

  rpc::runtime::heap heap_;
  const rpc::runtime::heap::clock::time_point begin_ = rpc::runtime::heap::clock::now();

 private:
  std::vector<void*> kept_;
  long before_ = 0;
};

TEST_F(Heap, IsGivenBackWhenNoCallHasComeForAQuarterOfASecond) {
  leave_memory();
  EXPECT_FALSE(heap_.trim(begin_, false));  // there was none at all
  heap_.use();
  EXPECT_TRUE(heap_.trim(begin_ + 1s, false));
  EXPECT_TRUE(heap_.trim(begin_ + 1249ms, false));
  EXPECT_TRUE(kept());
  EXPECT_FALSE(heap_.trim(begin_ + 1250ms, false));
  EXPECT_TRUE(gave_back());
}

// Calls that last, answers that are not sent and blocks that are kept are freed into the heap
// later.
TEST_F(Heap, IsGivenBackWhenNothingHoldsMemoryOfCalls) {
  leave_memory();
  heap_.use();
  EXPECT_TRUE(heap_.trim(begin_, true));
  EXPECT_TRUE(heap_.trim(begin_ + 1s, true));
  EXPECT_TRUE(kept());
  EXPECT_FALSE(heap_.trim(begin_ + 1s, false));
  EXPECT_TRUE(gave_back());
}

TEST_F(Heap, IsGivenBackEvery10SecondsWhileCallsCome) {
  leave_memory();
  for (auto after = 0ms; after < 10s; after += 500ms) {
    heap_.use();
    EXPECT_TRUE(heap_.trim(begin_ + after, false));
  }
  EXPECT_TRUE(kept());
  heap_.use();
  EXPECT_TRUE(heap_.trim(begin_ + 10s, true));
  EXPECT_TRUE(gave_back());
}

}  // namespace
