#ifndef RPC_NDR_DISMANTLE_H
#define RPC_NDR_DISMANTLE_H

#include <rpc/ndr/parts.h>
#include <rpc/ndr/work_list.h>

#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace rpc::detail {

/// Destroys objects that own one another, without recursion.
class dismantler {
 public:
  dismantler() = default;
  dismantler(const dismantler&) = delete;
  dismantler& operator=(const dismantler&) = delete;
  ~dismantler() {
    while (!pending_.empty()) {
      const owned next = pending_.pop();
      next.destroy(*this, next.object);
    }
  }

  /// Takes from `value` whatever would make its destructor recurse.
  template <class T>
  void take(T& value) noexcept {
    if constexpr (deep<T>()) parts<T>::each(value, [this](auto& part) { this->take(part); });
  }
  template <class T>
  void take(std::unique_ptr<T>& value) noexcept {
    if constexpr (deep<T>())
      if (value != nullptr) own(value.release());
  }
  template <class T>
  void take(std::shared_ptr<T>& value) noexcept {
    if constexpr (deep<T>()) {
      // Of several owners only the last one destroys.
      if (value.use_count() == 1) move_out(value);
      value.reset();
    }
  }
  template <class T, class A>
  void take(std::vector<T, A>& value) noexcept {
    if constexpr (deep<T>())
      if (!value.empty()) move_out(value);
  }

 private:
  struct owned {
    void* object;
    void (*destroy)(dismantler&, void* object) noexcept;
  };

  template <class T>
  void own(T* object) noexcept {
    try {
      pending_.push({object, &destroy<T>});
    } catch (const std::bad_alloc&) {
      destroy<T>(*this, object);  // with the depth of the stack, as C++ does
    }
  }

  template <class T>
  void move_out(T& value) noexcept {
    if (T* moved = new (std::nothrow) T(std::move(value))) own(moved);
  }

  template <class T>
  void take_parts(T& value) noexcept {
    parts<T>::each(value, [this](auto& part) { this->take(part); });
  }
  template <class T>
  void take_parts(std::shared_ptr<T>& value) noexcept {
    take(*value);
  }

  template <class T>
  static void destroy(dismantler& by, void* object) noexcept {
    auto* last = static_cast<T*>(object);
    by.take_parts(*last);
    delete last;
  }

  ndr::work_list<owned> pending_;
};

/// Leaves nothing in `value` that its destructor would recurse into.
template <class T>
void dismantle(T& value) noexcept {
  if constexpr (deep<T>()) dismantler().take(value);
}

}  // namespace rpc::detail

#endif  // RPC_NDR_DISMANTLE_H
