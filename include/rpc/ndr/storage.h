#ifndef RPC_NDR_STORAGE_H
#define RPC_NDR_STORAGE_H

#include <rpc/call_memory.h>
#include <rpc/memory.h>
#include <rpc/ndr/checked.h>
#include <rpc/ndr/dismantle.h>
#include <rpc/ndr/joint_memory.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/slot.h>
#include <rpc/orphans.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <memory>
#include <new>
#include <span>
#include <utility>
#include <vector>

namespace rpc::ndr {

/// Constructs `count` objects in memory of the arena, which destroys them in the end; null if its
/// budget is used up.
template <class T>
T* construct_in(arena& owner, void* memory, std::size_t count) {
  auto* first = static_cast<T*>(memory);
  std::uninitialized_value_construct_n(first, count);
  constexpr auto destroy = [](void* objects, std::size_t number) noexcept {
    auto* each = static_cast<T*>(objects);
    for (std::size_t i = 0; i < number; ++i) detail::dismantle(each[i]);
    std::destroy_n(each, number);
  };
  if (owner.destroy_at_release(destroy, first, count)) return first;
  std::destroy_n(first, count);
  return nullptr;
}

/// Where a server's reader puts what it reads: into the memory of the call, but for data whose
/// wire form is their memory form, which stay in the received message (server-stub-memory,
/// "Unmarshaling Inbound Data").
class server_storage {
 public:
  explicit server_storage(arena& memory)
      : memory_(memory), record_(memory.record()), unusual_(record_ != nullptr) {}

  /// `size` bytes, zeroed if `zeroed`, or null. Only objects with unused parts need zeros.
  void* allocate(void*, std::size_t size, std::size_t alignment, bool zeroed) {
    if (unusual_) [[unlikely]]
      return allocate_unusually(size, alignment, zeroed);
    return zeroed ? memory_.allocate_zeroed(size, alignment) : memory_.allocate(size, alignment);
  }
  /// How what is read next is allocated.
  allocation exchange_allocation(allocation how) {
    unusual_ = record_ != nullptr || how != allocation::as_needed;
    return std::exchange(how_, how);
  }
  /// Whether what is allocated is counted, or a program decides how it is allocated.
  [[nodiscard]] bool unusual() const { return unusual_; }
  /// Whether what is read next may stay in the message.
  [[nodiscard]] bool may_use_message() const { return how_ == allocation::as_needed; }
  /// `size` bytes of the message are used there.
  void used_in_message(std::size_t size) {
    if (unusual_ && record_ != nullptr) [[unlikely]]
      record_->count_reused(size);
  }
  /// What follows belongs to a parameter.
  void begin_parameter(const char* name) {
    if (record_ != nullptr) record_->begin_parameter(name);
  }

  /// Whether the call may take so many bytes from the heap.
  bool charge(std::size_t size) {
    if (record_ != nullptr) record_->count_allocated(size);
    return memory_.charge(size);
  }
  [[nodiscard]] arena& memory() { return memory_; }

 private:
  // The same where it is counted, or a program decides.
  [[gnu::cold, gnu::noinline]] void* allocate_unusually(std::size_t size, std::size_t alignment,
                                                        bool zeroed) {
    if (record_ != nullptr) record_->count_allocated(size);
    void* const memory = how_ == allocation::as_needed || how_ == allocation::together
                             ? memory_.allocate(size, alignment)
                             : memory_.allocate_separate(size, how_ == allocation::kept);
    if (memory != nullptr && zeroed) std::memset(memory, 0, size);
    return memory;
  }

  arena& memory_;
  call_memory* record_;
  allocation how_ = allocation::as_needed;
  bool unusual_;
};

/// Where a client's reader puts results: into the caller's storage where there is some, else into
/// memory of rpc::allocate. Until keep() nothing is final: the destructor releases what was
/// allocated and gives every pointer its old value back (allocation-rules).
class client_storage {
 public:
  /// What a pointer points to before the call's results are read (allocation-rules: "Stubs attempt
  /// to write into existing storage on client").
  struct room {
    bool existing = false;
    checked elements{};  ///< that an array there has, by its size_is
  };

  /// Allocates at most `budget` bytes in all.
  explicit client_storage(std::size_t budget) : left_(budget) {}
  client_storage(const client_storage&) = delete;
  client_storage& operator=(const client_storage&) = delete;
  ~client_storage() {
    take_back(0);
    rpc::free(block_);
  }

  /// What follows belongs to a parameter.
  void begin_parameter(const char* name) {
    parameter_ = name;
    joint_.end();
  }
  /// Where results lie together.
  [[nodiscard]] const joint_memory& joint() const { return joint_; }
  /// All that is reachable from the parameter's own object lies in `buffer`, which is zero:
  /// [byte_count].
  void allocate_in(std::span<std::byte> buffer) { joint_.use(buffer); }

  // All that is read between the first two of these is read again between the last two, and lies in
  // one block then: [allocate(all_nodes)].

  struct mark {
    std::size_t placed, orphaned, left;
  };
  mark begin_measuring() {
    joint_.measure(left_);
    return {placed_.size(), orphaned_.size(), left_};
  }
  /// Takes back what has been done since `begin`; false if there is no memory for the block.
  bool begin_block(const mark& begin) {
    take_back(begin.placed);
    orphaned_.resize(begin.orphaned);
    left_ = begin.left;
    const std::size_t size = joint_.measured();
    joint_.end();
    if (size == 0) return true;
    block_ = allocate_block(size);
    if (block_ == nullptr) return false;
    std::memset(block_, 0, size);
    joint_.use({static_cast<std::byte*>(block_), size});
    return true;
  }
  void end_block() { joint_.end(); }

  /// `size` bytes for the pointer at `where`, whose value is remembered, or null.
  void* allocate(void* where, std::size_t size, std::size_t alignment, bool zeroed) {
    placed_.push_back({where, slot<void>(where).get(), nullptr});
    if (joint_) [[unlikely]] {
      void* const memory = joint_.allocate(size, alignment);
      placed_.back().memory = std::exchange(block_, nullptr);
      return memory;
    }
    placed_.back().memory = allocate_block(size);
    if (placed_.back().memory == nullptr) return nullptr;
    if (zeroed) std::memset(placed_.back().memory, 0, size);
    return placed_.back().memory;
  }

  /// The pointer at `where`, the member `field` or none, is about to lead elsewhere. On failure it
  /// gets its old value back if that is `meaningful`, else null: in [out] data it may be anything.
  void give_up(void* where, bool meaningful, const char* field) {
    void* const old = meaningful ? slot<void>(where).get() : nullptr;
    if (old != nullptr) orphan(old, field);
    placed_.push_back({where, old, nullptr});
  }

  /// The same of a pointer that has led to `object` and that a failure does not bring back.
  void orphan(const void* object, const char* field) {
    if (orphans::current() != nullptr) orphaned_.push_back({object, nullptr, parameter_, field});
  }

  /// keep() releases these objects of the caller's, which are in the order of std::less.
  void release_later(std::vector<void*> objects) { released_ = std::move(objects); }

  /// Whether objects of the caller may take so many bytes from the heap.
  bool charge(std::size_t size) {
    if (size > left_) return false;
    left_ -= size;
    return true;
  }
  /// The results of `operation` are the caller's now. `known` are the objects that its full
  /// pointers point to, or null.
  void keep(const char* operation, object_table* known) {
    if (!orphaned_.empty()) report_orphans(operation, known);
    placed_.clear();
    for (void* object : released_) rpc::free(object);
  }

 private:
  struct placement {
    void* where;
    void* old;
    void* memory;
  };

  // Memory of rpc::allocate, or null.
  void* allocate_block(std::size_t size) {
    if (!charge(size)) return nullptr;
    try {
      return rpc::allocate(size);
    } catch (const std::bad_alloc&) {
      return nullptr;
    }
  }

  // Undoes all but the first `kept` placements.
  void take_back(std::size_t kept) {
    // The newest first: a pointer may lie in older memory of this list.
    for (; placed_.size() > kept; placed_.pop_back()) {
      slot<void>(placed_.back().where).set(placed_.back().old);
      rpc::free(placed_.back().memory);
    }
  }

  void report_orphans(const char* operation, object_table* known) {
    for (orphans::orphan& each : orphaned_) each.operation = operation;
    if (known != nullptr) {
      const std::vector<const void*> met = known->met();
      std::erase_if(orphaned_, [&](const orphans::orphan& each) {
        return std::binary_search(met.begin(), met.end(), each.address, std::less<>());
      });
    }
    std::erase_if(orphaned_, [&](const orphans::orphan& each) {
      return std::ranges::binary_search(released_, each.address, std::less<>());
    });
    orphans::current()->add(orphaned_);
  }

  std::size_t left_;
  joint_memory joint_;
  void* block_ = nullptr;  // that nothing lies in yet
  const char* parameter_ = nullptr;
  std::vector<placement> placed_;
  std::vector<orphans::orphan> orphaned_;
  std::vector<void*> released_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STORAGE_H
