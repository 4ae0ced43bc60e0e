// The linker puts __wrap_malloc in the place of malloc, and so on: see CMakeLists.txt.

#include "heap.h"

#include <atomic>
#include <cstdlib>
#include <limits>
#include <new>

extern "C" {
void* __real_malloc(std::size_t size);
void* __real_calloc(std::size_t count, std::size_t size);
void* __real_realloc(void* memory, std::size_t size);
void __real_free(void* memory);
void* __wrap_malloc(std::size_t size);
void* __wrap_calloc(std::size_t count, std::size_t size);
void* __wrap_realloc(void* memory, std::size_t size);
void __wrap_free(void* memory);
}

namespace heap {
namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

std::atomic<std::size_t> count = 0;
std::atomic<std::ptrdiff_t> alive = 0;
std::atomic<std::size_t> first_failure = never;
std::atomic<std::size_t> last_failure = never;
std::atomic<bool> failed = false;

void* counted(void* memory) noexcept {
  if (memory != nullptr) ++alive;
  return memory;
}

bool refuse() noexcept {
  const std::size_t number = ++count;
  if (number < first_failure || number > last_failure) return false;
  return failed = true;
}

void fail(std::size_t first, std::size_t last) noexcept {
  failed = false;
  last_failure = last;
  first_failure = first;
}

}  // namespace

std::size_t requests() noexcept { return count; }
std::ptrdiff_t blocks() noexcept { return alive; }
void fail_from(std::size_t number) noexcept { fail(count + number, never); }
void fail_once(std::size_t number) noexcept { fail(count + number, count + number); }
bool succeed() noexcept {
  first_failure = never;
  return failed;
}

}  // namespace heap

void* __wrap_malloc(std::size_t size) {
  return heap::refuse() ? nullptr : heap::counted(__real_malloc(size));
}
void* __wrap_calloc(std::size_t number, std::size_t size) {
  return heap::refuse() ? nullptr : heap::counted(__real_calloc(number, size));
}
void* __wrap_realloc(void* memory, std::size_t size) {
  if (heap::refuse()) return nullptr;
  void* const moved = __real_realloc(memory, size);
  return memory == nullptr ? heap::counted(moved) : moved;
}
void __wrap_free(void* memory) {
  if (memory != nullptr) --heap::alive;
  __real_free(memory);
}

void* operator new(std::size_t size) {
  if (void* memory = std::malloc(size != 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
