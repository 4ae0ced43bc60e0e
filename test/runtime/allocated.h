#ifndef TEST_RUNTIME_ALLOCATED_H
#define TEST_RUNTIME_ALLOCATED_H

#include <malloc.h>

#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define RPC_TEST_SANITIZED 1
#endif
#endif
#ifndef RPC_TEST_SANITIZED
#define RPC_TEST_SANITIZED 0
#endif

#if RPC_TEST_SANITIZED
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace fixture {

constexpr bool sanitized = RPC_TEST_SANITIZED;

/// Bytes that this process has allocated and not released.
inline long allocated() {
#if RPC_TEST_SANITIZED
  return static_cast<long>(__sanitizer_get_current_allocated_bytes());
#else
  const auto now = ::mallinfo2();
  return static_cast<long>(now.uordblks + now.hblkhd);
#endif
}

}  // namespace fixture

#endif  // TEST_RUNTIME_ALLOCATED_H
