// The memory of a call: budget, alignment, and rpc::allocate within a call.
#include "memory/common_budget.h"

#include <gtest/gtest.h>
#include <rpc/memory.h>

#include <cstdint>
#include <cstring>

namespace {

TEST(Arena, HandsOutAlignedDisjointBlocks) {
  rpc::arena memory;
  std::byte* previous_end = nullptr;
  for (const std::size_t size : {1U, 7U, 100U, 5000U, 3U, 70000U, 16U}) {
    for (const std::size_t alignment : {1U, 2U, 4U, 8U, 16U}) {
      auto* at = static_cast<std::byte*>(memory.allocate(size, alignment));
      ASSERT_NE(at, nullptr);
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(at) % alignment, 0U);
      EXPECT_NE(at, previous_end == nullptr ? at + 1 : previous_end - 1);
      std::memset(at, 0x5A, size);  // under a sanitizer: inside its block
      EXPECT_TRUE(memory.owns(at));
      EXPECT_TRUE(memory.owns(at + size - 1));
      previous_end = at + size;
    }
  }
}

TEST(Arena, EndsAtItsBudget) {
  rpc::arena memory(1000);
  EXPECT_NE(memory.allocate(600, 8), nullptr);
  EXPECT_EQ(memory.allocate(401, 1), nullptr);
  EXPECT_NE(memory.allocate(400, 1), nullptr);
  EXPECT_EQ(memory.allocate(1, 1), nullptr);
  EXPECT_EQ(memory.used(), 1000U);
  memory.release();
  EXPECT_NE(memory.allocate(1000, 1), nullptr);
}

TEST(Arena, RefusesSizesThatCannotBe) {
  rpc::arena memory;
  EXPECT_EQ(memory.allocate(SIZE_MAX, 16), nullptr);
  EXPECT_EQ(memory.allocate(SIZE_MAX - 8, 16), nullptr);
  EXPECT_EQ(memory.allocate_zeroed(SIZE_MAX - 8, 16), nullptr);
}

TEST(Arena, ZeroesWhatIsAskedToBeZero) {
  rpc::arena memory;
  std::memset(memory.allocate(2000, 1), 0xFF, 2000);
  memory.release();
  for (const std::size_t size : {100U, 100000U}) {
    const auto* at = static_cast<const unsigned char*>(memory.allocate_zeroed(size, 16));
    ASSERT_NE(at, nullptr);
    for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(at[i], 0);
  }
}

TEST(SeparateBlocks, CanBeFreedAlone) {
  rpc::arena memory(100000);
  void* shared = memory.allocate(100, 8);
  const std::size_t used = memory.used();
  void* separate = memory.allocate_separate(60000, false);
  ASSERT_NE(separate, nullptr);
  EXPECT_TRUE(memory.owns(separate));
  std::memset(separate, 0x5A, 60000);
  EXPECT_EQ(memory.allocate_separate(60000, false), nullptr) << "the budget is used up";
  EXPECT_TRUE(memory.free(separate));
  EXPECT_FALSE(memory.owns(separate));
  EXPECT_EQ(memory.used(), used) << "it goes back to the budget";
  EXPECT_TRUE(memory.free(shared)) << "at the end of the call";
  EXPECT_TRUE(memory.owns(shared));
  std::memset(shared, 0x5A, 100);
  int other = 0;
  EXPECT_FALSE(memory.free(&other));
}

TEST(SeparateBlocks, CanBeReallocated) {
  rpc::arena memory;
  auto* four = static_cast<char*>(memory.allocate_separate(4, false));
  std::memcpy(four, "abc", 4);
  auto* more = static_cast<char*>(memory.reallocate(four, 1000));
  EXPECT_STREQ(more, "abc");
  std::memset(more + 4, '!', 996);
  auto* less = static_cast<char*>(memory.reallocate(more, 2));
  EXPECT_EQ(less[1], 'b');
  EXPECT_EQ(memory.used(), 2u);
}

// As far as there are bytes: nobody knows where an object in shared memory ends.
TEST(SeparateBlocks, TakeThePlaceOfSharedMemoryAndOfTheMessage) {
  rpc::arena memory;
  alignas(16) std::byte message[8] = {std::byte{1}, std::byte{2}};
  memory.set_message(message);
  EXPECT_TRUE(memory.owns(message));
  EXPECT_TRUE(memory.free(message));
  auto* moved = static_cast<std::byte*>(memory.reallocate(message, 100));
  ASSERT_NE(moved, nullptr);
  EXPECT_EQ(moved[1], std::byte{2});
  auto* shared = static_cast<char*>(memory.allocate(4, 1));
  std::memcpy(shared, "abc", 4);
  EXPECT_STREQ(static_cast<char*>(memory.reallocate(shared, 1 << 20)), "abc");
  memory.release();
  EXPECT_FALSE(memory.owns(message));
}

TEST(SeparateBlocks, AreKeptOnceAnImplementationHasSeenThem) {
  void* kept = nullptr;
  {
    rpc::arena memory;
    kept = memory.allocate_separate(10, true);
    (void)memory.allocate_separate(10, false);
    const rpc::call_scope scope(memory);
    kept = rpc::reallocate(kept, 20);
  }
  std::memset(kept, 0, 20);
  rpc::free(kept);
  // Of a call that came to nothing.
  rpc::arena refused;
  (void)refused.allocate_separate(10, true);
}

TEST(Allocate, IsReallocatedOnTheHeapOutsideOfACall) {
  auto* text = static_cast<char*>(rpc::reallocate(nullptr, 4));
  std::memcpy(text, "abc", 4);
  text = static_cast<char*>(rpc::reallocate(text, 1000));
  EXPECT_STREQ(text, "abc");
  rpc::free(text);
}

TEST(Allocate, IsTheHeapOutsideOfACall) {
  auto* values = rpc::allocate_array<std::int32_t>(3);
  EXPECT_EQ(values[2], 0);
  rpc::free(values);
  rpc::free(nullptr);
}

TEST(Allocate, IsTheCallsMemoryWithinOne) {
  rpc::arena outer;
  rpc::arena inner(64);
  const rpc::call_scope scope(outer);
  void* in_outer = rpc::allocate(8);
  EXPECT_TRUE(outer.owns(in_outer));
  {
    const rpc::call_scope nested(inner);
    EXPECT_TRUE(inner.owns(rpc::allocate(8)));
    EXPECT_THROW((void)rpc::allocate(100), std::bad_alloc);
  }
  EXPECT_TRUE(outer.owns(rpc::allocate(8)));
  rpc::free(in_outer);  // left to the end of the call
  EXPECT_TRUE(outer.owns(in_outer));
}

TEST(Allocate, RefusesCountsThatOverflow) {
  EXPECT_THROW((void)rpc::allocate_array<std::int64_t>(SIZE_MAX / 4), std::bad_alloc);
}

// A budget that arenas have in common.

using rpc::runtime::common_budget;

TEST(CommonBudget, IsTakenBeyondWhatAnArenaHasOfItsOwn) {
  common_budget common(1000);
  rpc::arena first, second;
  first.set_budget(2000, 500, &common);
  second.set_budget(2000, 500, &common);
  EXPECT_TRUE(first.charge(500));
  EXPECT_FALSE(common.take(1001));
  EXPECT_TRUE(common.take(1000));
  EXPECT_FALSE(first.charge(1));
  EXPECT_TRUE(second.charge(500));
  common.give_back(600);
  EXPECT_FALSE(first.charge(601));
  EXPECT_TRUE(first.charge(600));
  EXPECT_FALSE(second.charge(1));
  first.release();
  EXPECT_TRUE(second.charge(600));
  EXPECT_FALSE(second.charge(1));
}

TEST(CommonBudget, DoesNotExtendTheBudgetOfAnArena) {
  common_budget common(10'000);
  rpc::arena memory;
  memory.set_budget(1000, 500, &common);
  EXPECT_FALSE(memory.charge(1001));
  EXPECT_TRUE(memory.charge(1000));
  EXPECT_FALSE(memory.charge(1));
  memory.set_budget(2000, 500, &common);  // more of its request has come
  EXPECT_TRUE(memory.charge(1000));
  EXPECT_FALSE(memory.charge(1));
  EXPECT_TRUE(common.take(8500));
  EXPECT_FALSE(common.take(1));
}

TEST(CommonBudget, GivesASmallBlockWhereThereIsNoRoomForALargeOne) {
  common_budget common(600'000);
  rpc::arena memory;
  memory.set_budget(64 << 20, 0, &common);
  std::size_t bytes = 0;
  while (memory.allocate(1000, 8) != nullptr) bytes += 1000;
  EXPECT_GT(bytes, 590'000u);
}

TEST(CommonBudget, IsSharedByParts) {
  common_budget whole(100);
  common_budget first(60, &whole), second(60, &whole);
  EXPECT_FALSE(first.take(61));
  EXPECT_TRUE(first.take(60));
  EXPECT_FALSE(second.take(41));
  EXPECT_TRUE(second.take(40));
  first.give_back(20);
  EXPECT_FALSE(second.take(21));
  EXPECT_TRUE(second.take(20));
}

}  // namespace
