#ifndef TEST_E2E_HEAP_H
#define TEST_E2E_HEAP_H

#include <cstddef>

/// The heap of a test program, for all of it but shared libraries: it counts, and fails when told
/// to.
namespace heap {

/// How often memory was asked for.
[[nodiscard]] std::size_t requests() noexcept;

/// How many blocks there are.
[[nodiscard]] std::ptrdiff_t blocks() noexcept;

/// The `number`th request from now on, the first being 1, finds no memory left, and so do those
/// that come after it until succeed() is called.
void fail_from(std::size_t number) noexcept;

/// Only that one fails.
void fail_once(std::size_t number) noexcept;

/// There is memory again. Returns whether a request has failed.
bool succeed() noexcept;

}  // namespace heap

#endif
