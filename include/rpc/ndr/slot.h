#ifndef RPC_NDR_SLOT_H
#define RPC_NDR_SLOT_H

#include <cstring>

namespace rpc::ndr {

/// Where a pointer to T lies: a parameter, a member or an element. In a packed structure that may
/// be any address, so the pointer is read and written as bytes.
template <class T>
class slot {
 public:
  /// `address` is that of a `T*` or `const T*`.
  explicit slot(void* address) : address_(address) {}

  [[nodiscard]] T* get() const {
    T* pointer = nullptr;
    std::memcpy(&pointer, address_, sizeof pointer);
    return pointer;
  }
  void set(T* pointer) const { std::memcpy(address_, &pointer, sizeof pointer); }

  [[nodiscard]] void* address() const { return address_; }

 private:
  void* address_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_SLOT_H
