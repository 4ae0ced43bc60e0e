// Whose functions rpc::allocate, rpc::free and client stubs use.
#include <gtest/gtest.h>
#include <rpc/memory.h>
#include <rpc/ndr/call.h>
#include <rpc/user_allocator.h>

#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <thread>

namespace {

struct returned {
  std::int32_t* return_value{};
};

}  // namespace

template <>
struct rpc::operation<returned> {
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "returned";
  using parameters =
      ndr::parameters<ndr::result<"return value", &returned::return_value, ndr::unique<>>>;
};

namespace {

int blocks = 0;
bool exhausted = false;

void* counted_allocate(std::size_t size) {
  EXPECT_NE(size, 0U);
  if (exhausted) return nullptr;
  ++blocks;
  return std::malloc(size);
}
void counted_free(void* pointer) {
  EXPECT_NE(pointer, nullptr);
  --blocks;
  std::free(pointer);
}
constexpr rpc::user_allocator counted{counted_allocate, counted_free, nullptr};

struct UserAllocator : testing::Test {
  UserAllocator() {
    blocks = 0;
    exhausted = false;
  }
};

void receive(returned& frame, std::initializer_list<std::uint8_t> stub) {
  rpc::buffer message;
  for (const std::uint8_t byte : stub) message.append(std::as_bytes(std::span(&byte, 1)));
  rpc::ndr::unmarshal_response(rpc::ndr::syntax::ndr20, std::endian::little, message.bytes(),
                               frame);
}

TEST_F(UserAllocator, OfTheProcessIsReplaced) {
  const rpc::user_allocator before = rpc::set_user_allocator(counted);
  void* const memory = rpc::allocate(0);
  EXPECT_EQ(blocks, 1);
  std::thread([] { rpc::free(rpc::allocate(10)); }).join();
  rpc::free(memory);
  rpc::free(nullptr);
  EXPECT_EQ(blocks, 0);
  EXPECT_EQ(rpc::set_user_allocator(before), counted);
}

TEST_F(UserAllocator, OfAScopeIsForItsThread) {
  void* const outside = rpc::allocate(1);
  {
    const rpc::user_allocator_scope scope(counted);
    void* const memory = rpc::allocate(10);
    EXPECT_EQ(blocks, 1);
    std::thread([] { rpc::free(rpc::allocate(10)); }).join();
    EXPECT_EQ(blocks, 1);
    rpc::free(memory);
    EXPECT_EQ(blocks, 0);
  }
  rpc::free(outside);
  EXPECT_EQ(blocks, 0);
}

TEST_F(UserAllocator, GivesResultsTheirMemory) {
  const rpc::user_allocator_scope scope(counted);
  returned frame;
  receive(frame, {0, 0, 2, 0, 7, 0, 0, 0});
  ASSERT_NE(frame.return_value, nullptr);
  EXPECT_EQ(*frame.return_value, 7);
  EXPECT_EQ(blocks, 1);
  rpc::free(frame.return_value);
  EXPECT_EQ(blocks, 0);
}

TEST_F(UserAllocator, GetsBackWhatACallThatFailedHasAllocated) {
  const rpc::user_allocator_scope scope(counted);
  returned frame;
  EXPECT_THROW(receive(frame, {0, 0, 2, 0, 7, 0}), rpc::error);
  EXPECT_EQ(frame.return_value, nullptr);
  EXPECT_EQ(blocks, 0);
}

TEST_F(UserAllocator, MayHaveNoMemory) {
  const rpc::user_allocator_scope scope(counted);
  exhausted = true;
  EXPECT_THROW(static_cast<void>(rpc::allocate(1)), std::bad_alloc);
  returned frame;
  try {
    receive(frame, {0, 0, 2, 0, 7, 0, 0, 0});
    ADD_FAILURE() << "there was no memory";
  } catch (const rpc::error& e) {
    EXPECT_EQ(e.code(), rpc::status::out_of_memory);
  }
  EXPECT_EQ(frame.return_value, nullptr);
}

TEST_F(UserAllocator, MayHaveNoReallocate) {
  void* memory = rpc::allocate(1);
  memory = rpc::reallocate(memory, 100'000);
  rpc::free(memory);
  const rpc::user_allocator_scope scope(counted);
  memory = rpc::reallocate(nullptr, 1);
  EXPECT_EQ(blocks, 1);
  EXPECT_THROW(static_cast<void>(rpc::reallocate(memory, 2)), std::bad_alloc);
  rpc::free(memory);
  EXPECT_EQ(blocks, 0);
}

TEST_F(UserAllocator, HasBlocksThatOutliveTheirCall) {
  const rpc::user_allocator before = rpc::set_user_allocator(counted);
  void* kept = nullptr;
  {
    rpc::arena memory;
    kept = memory.allocate_separate(10, true);
    EXPECT_NE(memory.allocate_separate(10, false), nullptr);
    EXPECT_EQ(blocks, 2);
    const rpc::call_scope call(memory);
  }
  EXPECT_EQ(blocks, 1);
  rpc::free(kept);
  EXPECT_EQ(blocks, 0);
  rpc::set_user_allocator(before);
}

TEST_F(UserAllocator, ComesAfterTheMemoryOfTheCall) {
  const rpc::user_allocator_scope scope(counted);
  rpc::arena memory;
  const rpc::call_scope call(memory);
  void* const inside = rpc::allocate(1);
  EXPECT_TRUE(memory.owns(inside));
  rpc::free(inside);
  EXPECT_EQ(blocks, 0);
}

}  // namespace
