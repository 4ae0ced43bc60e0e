#ifndef RPC_NDR_LINKS_H
#define RPC_NDR_LINKS_H

#include <rpc/ndr/dismantle.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/parts.h>

#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace rpc::detail {

struct shared_type;

/// Visits each std::shared_ptr in objects that may be part of a cycle.
class link_visitor {
 public:
  link_visitor() = default;
  link_visitor(const link_visitor&) = delete;
  link_visitor& operator=(const link_visitor&) = delete;

  /// There is a pointer to `object`, a copy of which this is.
  virtual void meet(std::shared_ptr<void> object, const shared_type& type) = 0;

  using visit_function = void (*)(link_visitor&, void* object);
  /// Visits an object after the one under way: there may be any number, one after the other.
  void later(visit_function visit, void* object) { pending_.emplace_back(visit, object); }

 protected:
  ~link_visitor() = default;

  void visit_pending() {
    while (!pending_.empty()) {
      const auto [visit, object] = pending_.back();
      pending_.pop_back();
      visit(*this, object);
    }
  }

 private:
  std::vector<std::pair<visit_function, void*>> pending_;
};

/// What is done with the T of a std::shared_ptr<T> where T is not known. One object for each T.
struct shared_type {
  link_visitor::visit_function visit;
  void (*dismantle)(void* object) noexcept;
};

template <class T>
inline constexpr bool is_shared = false;
template <class T>
inline constexpr bool is_shared<std::shared_ptr<T>> = true;

/// Whether a std::shared_ptr is reachable from a T.
template <class T, class... Outer>
constexpr bool leads_to_shared() {
  if constexpr (owns_nothing<T>) {
    return false;
  } else if constexpr (is_shared<T>) {
    return true;
  } else if constexpr ((std::is_same_v<T, Outer> || ...)) {
    return false;
  } else {
    return []<class... Part>(types<Part...>) {
      return any_of<leads_to_shared<Part, T, Outer...>()...>;
    }(typename parts<T>::list{});
  }
}

/// Whether a T points to objects from which they are reachable again.
template <class T>
constexpr bool may_hold_cycles() {
  return deep<T>() && leads_to_shared<T>();
}

/// Hands a visitor the pointers of an object.
struct visit_links {
  link_visitor& to;

  template <class T>
  void operator()(T& value) const {
    if constexpr (may_hold_cycles<T>()) walk(value);
  }
  template <class T>
  static void visit(link_visitor& to, void* object) {
    visit_links{to}(*static_cast<T*>(object));
  }

 private:
  template <class T>
  void walk(T& value) const {
    parts<T>::each(value, *this);
  }
  template <class T>
  void walk(std::unique_ptr<T>& value) const {
    if (value != nullptr) to.later(&visit<T>, value.get());
  }
  template <class T, class A>
  void walk(std::vector<T, A>& value) const {
    for (T& element : value) to.later(&visit<T>, &element);
  }
  template <class T>
  void walk(std::shared_ptr<T>& value) const;
};

template <class T>
inline constexpr shared_type shared_type_of{
    &visit_links::visit<T>,
    [](void* object) noexcept { dismantle(*static_cast<T*>(object)); },
};

template <class T>
void visit_links::walk(std::shared_ptr<T>& value) const {
  if (value != nullptr) to.meet(value, shared_type_of<T>);
}

}  // namespace rpc::detail

#endif  // RPC_NDR_LINKS_H
