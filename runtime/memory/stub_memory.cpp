#include <rpc/error.h>
#include <rpc/memory.h>
#include <rpc/stub_memory.h>

#include "thread.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <mutex>
#include <new>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rpc {

/// Blocks of the heap that are released together. For any number of threads.
class stub_memory {
 public:
  stub_memory() = default;
  stub_memory(const stub_memory&) = delete;
  stub_memory& operator=(const stub_memory&) = delete;
  ~stub_memory() { close(); }

  /// Null if memory is used up, or it is closed.
  void* allocate(std::size_t size) noexcept {
    const std::lock_guard lock(mutex_);
    if (closed_) return nullptr;
    void* const made = std::malloc(size != 0 ? size : 1);
    if (made == nullptr) return nullptr;
    try {
      blocks_.insert(made);
    } catch (const std::bad_alloc&) {
      std::free(made);
      return nullptr;
    }
    return made;
  }

  /// False if it is no block of this.
  bool free(void* pointer) noexcept {
    const std::lock_guard lock(mutex_);
    if (blocks_.erase(pointer) == 0) return false;
    std::free(pointer);
    return true;
  }

  void close() noexcept {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (void* block : blocks_) std::free(block);
    blocks_.clear();
  }

  bool closed() noexcept {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

 private:
  std::mutex mutex_;
  std::unordered_set<void*> blocks_;
  bool closed_ = false;
};

namespace {

// This thread's environments, the innermost last, and the allocator that it had before.
thread_local std::vector<thread_handle> environments;
thread_local user_allocator outside{};

// The environment that other threads share with the call which runs on this one.
struct shared_call {
  const arena* call = nullptr;
  std::weak_ptr<stub_memory> memory;
};
thread_local shared_call shared;

// Null if there is none.
thread_handle environment() {
  if (environments.empty() || environments.back()->closed()) return nullptr;
  return environments.back();
}

void* allocate_in_environment(std::size_t size) { return environments.back()->allocate(size); }

// It may be of an outer environment, or of a call that was made before there was one.
void free_in_environment(void* pointer) {
  for (auto each = environments.rbegin(); each != environments.rend(); ++each)
    if ((*each)->free(pointer)) return;
  (outside.free != nullptr ? outside : runtime::allocator_of_process()).free(pointer);
}

void enter(thread_handle inside) {
  environments.push_back(std::move(inside));
  if (environments.size() == 1)
    outside =
        runtime::exchange_own_allocator({allocate_in_environment, free_in_environment, nullptr});
}

void leave(const thread_handle& inside) noexcept {
  const auto last = std::find(environments.rbegin(), environments.rend(), inside);
  if (last == environments.rend()) return;
  environments.erase(std::next(last).base());
  if (environments.empty()) runtime::exchange_own_allocator(outside);
}

// The part of the call's memory that several threads may allocate in; it ends with the call.
thread_handle share(arena& call) {
  if (auto known = shared.memory.lock();
      known != nullptr && shared.call == &call && !known->closed())
    return known;
  auto made = std::make_shared<stub_memory>();
  void* const place = call.allocate(sizeof(thread_handle), alignof(thread_handle));
  if (place == nullptr) throw std::bad_alloc();
  auto* const kept = ::new (place) thread_handle(made);
  constexpr auto end = [](void* first, std::size_t) noexcept {
    auto* const handle = static_cast<thread_handle*>(first);
    (*handle)->close();
    handle->~thread_handle();
  };
  if (!call.destroy_at_release(end, kept, 1)) {
    kept->~thread_handle();
    throw std::bad_alloc();
  }
  shared = {&call, made};
  return made;
}

void raise_unless_ok(status code, const char* function) {
  if (code != status::ok) throw error(code, function);
}

}  // namespace

bool runtime::free_shared_in_call(arena& call, void* pointer) noexcept {
  if (shared.call != &call) return false;
  const auto memory = shared.memory.lock();
  return memory != nullptr && memory->free(pointer);
}

status sm_enable_allocate() noexcept {
  if (runtime::running_call() != nullptr || environment() != nullptr) return status::ok;
  try {
    enter(std::make_shared<stub_memory>());
  } catch (const std::bad_alloc&) {
    return status::out_of_memory;
  }
  return status::ok;
}

status sm_disable_allocate() noexcept {
  if (runtime::running_call() != nullptr || environments.empty()) return status::ok;
  const thread_handle ended = environments.back();
  ended->close();
  leave(ended);
  return status::ok;
}

void* sm_allocate(std::size_t size, status* result) noexcept {
  *result = status::ok;
  void* made = nullptr;
  if (arena* const call = runtime::running_call())
    made = call->allocate(size, alignof(std::max_align_t));
  else if (const thread_handle here = environment())
    made = here->allocate(size);
  else
    *result = status::invalid_arg;
  if (made == nullptr && *result == status::ok) *result = status::out_of_memory;
  return made;
}

status sm_free(void* pointer) noexcept {
  if (runtime::running_call() == nullptr && environment() == nullptr) return status::invalid_arg;
  rpc::free(pointer);
  return status::ok;
}

status sm_client_free(void* pointer) noexcept {
  rpc::free(pointer);
  return status::ok;
}

thread_handle sm_get_thread_handle(status* result) noexcept {
  try {
    arena* const call = runtime::running_call();
    thread_handle handle = call != nullptr ? share(*call) : environment();
    *result = handle != nullptr ? status::ok : status::invalid_arg;
    return handle;
  } catch (const std::bad_alloc&) {
    *result = status::out_of_memory;
    return nullptr;
  }
}

status sm_set_thread_handle(thread_handle handle) noexcept {
  try {
    if (!environments.empty()) leave(thread_handle(environments.back()));
    if (handle != nullptr) enter(std::move(handle));
  } catch (const std::bad_alloc&) {
    return status::out_of_memory;
  }
  return status::ok;
}

status sm_set_client_alloc_free(void* (*allocate)(std::size_t), void (*free)(void*)) noexcept {
  if (allocate == nullptr || free == nullptr) return status::invalid_arg;
  const user_allocator usual = runtime::allocator_of_process();
  const bool as_usual = allocate == usual.allocate && free == usual.free;
  runtime::exchange_own_allocator(as_usual ? user_allocator{}
                                           : user_allocator{allocate, free, nullptr});
  return status::ok;
}

status sm_swap_client_alloc_free(void* (*allocate)(std::size_t), void (*free)(void*),
                                 void* (**old_allocate)(std::size_t),
                                 void (**old_free)(void*)) noexcept {
  const user_allocator old = runtime::current_allocator();
  const status code = sm_set_client_alloc_free(allocate, free);
  if (code != status::ok) return code;
  *old_allocate = old.allocate;
  *old_free = old.free;
  return code;
}

void ss_enable_allocate() { raise_unless_ok(sm_enable_allocate(), "ss_enable_allocate"); }
void ss_disable_allocate() { raise_unless_ok(sm_disable_allocate(), "ss_disable_allocate"); }

void* ss_allocate(std::size_t size) {
  status code = status::ok;
  void* const made = sm_allocate(size, &code);
  raise_unless_ok(code, "ss_allocate");
  return made;
}

void ss_free(void* pointer) { raise_unless_ok(sm_free(pointer), "ss_free"); }
void ss_client_free(void* pointer) { raise_unless_ok(sm_client_free(pointer), "ss_client_free"); }

thread_handle ss_get_thread_handle() {
  status code = status::ok;
  thread_handle handle = sm_get_thread_handle(&code);
  raise_unless_ok(code, "ss_get_thread_handle");
  return handle;
}

void ss_set_thread_handle(thread_handle handle) {
  raise_unless_ok(sm_set_thread_handle(std::move(handle)), "ss_set_thread_handle");
}

void ss_set_client_alloc_free(void* (*allocate)(std::size_t), void (*free)(void*)) {
  raise_unless_ok(sm_set_client_alloc_free(allocate, free), "ss_set_client_alloc_free");
}

void ss_swap_client_alloc_free(void* (*allocate)(std::size_t), void (*free)(void*),
                               void* (**old_allocate)(std::size_t), void (**old_free)(void*)) {
  raise_unless_ok(sm_swap_client_alloc_free(allocate, free, old_allocate, old_free),
                  "ss_swap_client_alloc_free");
}

stub_memory_scope::stub_memory_scope() : inside_(std::make_shared<stub_memory>()), ends_(true) {
  enter(inside_);
}

stub_memory_scope::stub_memory_scope(thread_handle shared_with) : inside_(std::move(shared_with)) {
  enter(inside_);
}

stub_memory_scope::~stub_memory_scope() {
  if (ends_) inside_->close();
  leave(inside_);
}

}  // namespace rpc
