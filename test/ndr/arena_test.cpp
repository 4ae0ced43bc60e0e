// The memory of a call: budget, alignment, and rpc::allocate within a call.
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

}  // namespace
