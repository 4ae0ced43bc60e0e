#ifndef RUNTIME_CLIENT_HANDLES_H
#define RUNTIME_CLIENT_HANDLES_H

#include <rpc/binding.h>
#include <rpc/context.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace rpc::runtime {

class channel;

/// The context handles that the clients in this process have. What a stub gives its caller for a
/// server's pointer is no pointer to anything: a number that is used only once, by which the 20
/// bytes are found here. So a handle that was closed, or made over another connection, is known
/// to be wrong without looking where it leads.
///
/// One lock guards all of it; no other is taken while it is held.
class handle_table {
 public:
  /// Never destroyed: connections may be, after everything else.
  static handle_table& of_this_process();

  const void* add(const channel& over, const wire_context& handle);
  /// Nothing if `value` is no handle of that connection.
  std::optional<wire_context> find(const channel& over, const void* value);
  void replace(const void* value, const wire_context& handle);
  void erase(const void* value) noexcept;
  /// The connection ends.
  void erase_all(const channel& over) noexcept;

 private:
  struct entry {
    const channel* over;
    wire_context handle;
  };

  std::shared_mutex mutex_;
  std::unordered_map<const void*, entry> all_;
  std::uintptr_t last_ = 0;
};

/// The context handles of one call.
class call_handles final : public client_contexts {
 public:
  explicit call_handles(const channel& over) : over_(over) {}

  status put(const context_use& use, const void* slot, const void* value,
             wire_context& handle) override;
  status get(const context_use& use, void* slot, const wire_context& handle, void*& value) override;
  void keep() override;

  /// Ready for the next call.
  void clear() noexcept {
    sent_.clear();
    received_.clear();
  }

 private:
  struct sent {
    const void* slot;
    const void* value;
  };
  struct received {
    void* slot;
    wire_context handle;
  };

  const channel& over_;
  std::vector<sent> sent_;
  std::vector<received> received_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_CLIENT_HANDLES_H
