// The memory functions of DCE (allocation-rules, "enable_allocate"; C706, "rpc_sm_*").
#include <gtest/gtest.h>
#include <rpc/error.h>
#include <rpc/memory.h>
#include <rpc/stub_memory.h>

#include <cstdlib>
#include <cstring>
#include <thread>

namespace {

using rpc::status;

int released = 0;

void* own_allocate(std::size_t size) { return std::malloc(size); }
void own_free(void* pointer) {
  ++released;
  std::free(pointer);
}

void* allocated(std::size_t size) {
  status code = status::call_failed;
  void* const memory = rpc::sm_allocate(size, &code);
  EXPECT_EQ(code, status::ok);
  EXPECT_NE(memory, nullptr);
  if (memory != nullptr) std::memset(memory, 0x5A, size);
  return memory;
}

void expect_no_environment() {
  status code = status::ok;
  EXPECT_EQ(rpc::sm_allocate(1, &code), nullptr);
  EXPECT_EQ(code, status::invalid_arg);
  EXPECT_EQ(rpc::sm_get_thread_handle(&code), nullptr);
  EXPECT_EQ(code, status::invalid_arg);
  EXPECT_EQ(rpc::sm_free(nullptr), status::invalid_arg);
}

// LeakSanitizer tells whether environments release what is left in them.

TEST(StubMemory, BeginsWithEnableAllocateAndEndsWithDisableAllocate) {
  expect_no_environment();
  EXPECT_EQ(rpc::sm_disable_allocate(), status::ok);
  EXPECT_EQ(rpc::sm_enable_allocate(), status::ok);
  EXPECT_EQ(rpc::sm_enable_allocate(), status::ok);
  allocated(0);
  void* const memory = allocated(1000);
  EXPECT_EQ(rpc::sm_free(memory), status::ok);
  EXPECT_EQ(rpc::sm_free(nullptr), status::ok);
  static_cast<void>(rpc::allocate(10));  // the stubs' memory too
  EXPECT_EQ(rpc::sm_disable_allocate(), status::ok);
  expect_no_environment();
}

TEST(StubMemory, WhatIsFromBeforeIsReleasedAsItWasAllocated) {
  void* const before = rpc::allocate(10);
  void* const older = rpc::allocate(10);
  {
    const rpc::stub_memory_scope outer;
    void* const memory = allocated(10);
    const rpc::stub_memory_scope inner;
    rpc::free(before);
    rpc::free(memory);
    allocated(10);
  }
  rpc::free(older);
}

TEST(StubMemory, IsThatOfTheCallWhileOneRuns) {
  rpc::arena memory(100'000);
  const rpc::call_scope call(memory);
  EXPECT_EQ(rpc::sm_enable_allocate(), status::ok);
  void* const block = allocated(10);
  EXPECT_TRUE(memory.owns(block));
  EXPECT_EQ(rpc::sm_free(block), status::ok);
  EXPECT_EQ(rpc::sm_disable_allocate(), status::ok);
  std::memset(block, 1, 10);  // it lives until the call has ended
  status code = status::ok;
  EXPECT_EQ(rpc::sm_allocate(100'001, &code), nullptr);
  EXPECT_EQ(code, status::out_of_memory);
}

TEST(StubMemory, IsSharedWithOtherThreadsByItsHandle) {
  const rpc::stub_memory_scope scope;
  void* from_other = nullptr;
  const rpc::thread_handle handle = rpc::ss_get_thread_handle();
  std::thread([&] {
    expect_no_environment();
    EXPECT_EQ(rpc::sm_set_thread_handle(handle), status::ok);
    from_other = allocated(10);
    EXPECT_EQ(rpc::sm_set_thread_handle(nullptr), status::ok);
    expect_no_environment();
  }).join();
  ASSERT_NE(from_other, nullptr);
  std::memset(from_other, 1, 10);
  rpc::free(from_other);
}

TEST(StubMemory, OfACallIsSharedUntilItEnds) {
  rpc::arena memory;
  rpc::thread_handle handle;
  {
    const rpc::call_scope call(memory);
    handle = rpc::ss_get_thread_handle();
    EXPECT_EQ(rpc::ss_get_thread_handle(), handle);
    void *first = nullptr, *second = nullptr;
    std::thread([&] {
      const rpc::stub_memory_scope scope(handle);
      first = rpc::ss_allocate(10);
      second = rpc::allocate(10);
    }).join();
    std::memset(first, 1, 10);
    rpc::free(first);
    std::memset(second, 1, 10);
  }
  memory.release();
  rpc::ss_set_thread_handle(handle);
  expect_no_environment();
  EXPECT_THROW(static_cast<void>(rpc::allocate(1)), std::bad_alloc);
  rpc::ss_set_thread_handle(nullptr);
  // The next call in the same memory has an environment of its own.
  const rpc::call_scope call(memory);
  EXPECT_NE(rpc::ss_get_thread_handle(), handle);
}

TEST(StubMemory, ClientStubsUseTheFunctionsThatAreSet) {
  released = 0;
  void* (*old_allocate)(std::size_t) = nullptr;
  void (*old_free)(void*) = nullptr;
  EXPECT_EQ(rpc::sm_set_client_alloc_free(own_allocate, nullptr), status::invalid_arg);
  EXPECT_EQ(rpc::sm_swap_client_alloc_free(own_allocate, own_free, &old_allocate, &old_free),
            status::ok);
  EXPECT_EQ(rpc::sm_client_free(rpc::allocate(1)), status::ok);
  EXPECT_EQ(released, 1);
  rpc::ss_set_client_alloc_free(old_allocate, old_free);
  rpc::ss_client_free(rpc::allocate(1));
  EXPECT_EQ(released, 1);
  rpc::ss_swap_client_alloc_free(own_allocate, own_free, &old_allocate, &old_free);
  rpc::free(rpc::allocate(1));
  EXPECT_EQ(released, 2);
  rpc::ss_set_client_alloc_free(old_allocate, old_free);
}

TEST(StubMemory, SsFunctionsThrow) {
  EXPECT_THROW(static_cast<void>(rpc::ss_allocate(1)), rpc::error);
  EXPECT_THROW(rpc::ss_free(nullptr), rpc::error);
  EXPECT_THROW(static_cast<void>(rpc::ss_get_thread_handle()), rpc::error);
  EXPECT_THROW(rpc::ss_set_client_alloc_free(nullptr, own_free), rpc::error);
  rpc::ss_enable_allocate();
  rpc::ss_free(rpc::ss_allocate(1));
  rpc::ss_disable_allocate();
}

}  // namespace
