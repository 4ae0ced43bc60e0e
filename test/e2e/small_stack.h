#ifndef TEST_E2E_SMALL_STACK_H
#define TEST_E2E_SMALL_STACK_H

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

/// Starts the program anew with stacks of 256 KiB, if they may grow further: threads inherit the
/// limit from the beginning of the program.
inline void restart_with_a_small_stack(char** arguments) {
  constexpr rlim_t stack_size = 256 * 1024;
  rlimit limit{};
  getrlimit(RLIMIT_STACK, &limit);
  if (limit.rlim_cur == stack_size) return;
  limit.rlim_cur = stack_size;
  setrlimit(RLIMIT_STACK, &limit);
  execv("/proc/self/exe", arguments);
}

/// Runs all tests of a program on such stacks.
inline int run_with_a_small_stack(int count, char** arguments) {
  restart_with_a_small_stack(arguments);
  testing::InitGoogleTest(&count, arguments);
  return RUN_ALL_TESTS();
}

#endif
