#ifndef RPC_NDR_RELEASE_H
#define RPC_NDR_RELEASE_H

#include <rpc/ndr/layout.h>
#include <rpc/ndr/work_list.h>

#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace rpc {

namespace detail {

template <class... T>
struct types {};

/// What an object of type T consists of, or owns: the types, and each such object handed to `use`.
/// This one: nothing that matters here.
template <class T>
struct parts {
  using list = types<>;
};
template <class T, std::size_t N>
struct parts<T[N]> {
  using list = types<T>;
  template <class Use>
  static void each(T (&value)[N], Use use) {
    for (T& element : value) use(element);
  }
};
template <class T, std::size_t N>
struct parts<std::array<T, N>> {
  using list = types<T>;
  template <class Use>
  static void each(std::array<T, N>& value, Use use) {
    for (T& element : value) use(element);
  }
};
template <class T, class A>
struct parts<std::vector<T, A>> {
  using list = types<T>;
  template <class Use>
  static void each(std::vector<T, A>& value, Use use) {
    for (T& element : value) use(element);
  }
};
template <class T>
struct parts<std::optional<T>> {
  using list = types<T>;
  template <class Use>
  static void each(std::optional<T>& value, Use use) {
    if (value.has_value()) use(*value);
  }
};
template <class T>
struct parts<std::unique_ptr<T>> {
  using list = types<T>;
};
template <class... T>
struct parts<std::variant<T...>> {
  using list = types<T...>;
  template <class Use>
  static void each(std::variant<T...>& value, Use use) {
    if (!value.valueless_by_exception()) std::visit(use, value);
  }
};
template <class T>
  requires requires { typename ndr::layout<T>::members; }
struct parts<T> {
  template <class Fields>
  struct members;
  template <class... F>
  struct members<ndr::fields<F...>> {
    using list = types<typename F::type...>;
    template <class Use>
    static void each(T& value, Use use) {
      (use(value.*F::member), ...);
    }
  };
  using all = members<typename ndr::layout<T>::members>;
  using list = typename all::list;
  template <class Use>
  static void each(T& value, Use use) {
    all::each(value, use);
  }
};

/// Whether a T may own a T again through others, so that its destructor would recurse as deep as
/// the data are.
template <class T, class... Outer>
constexpr bool deep() {
  if constexpr (std::is_unbounded_array_v<T> ||
                std::is_trivially_destructible_v<std::remove_all_extents_t<T>>) {
    return false;
  } else if constexpr ((std::is_same_v<T, Outer> || ...)) {
    return true;
  } else {
    return []<class... Part>(types<Part...>) {
      return (deep<Part, T, Outer...>() || ...);
    }(typename parts<T>::list{});
  }
}

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
  static void destroy(dismantler& by, void* object) noexcept {
    auto* last = static_cast<T*>(object);
    parts<T>::each(*last, [&by](auto& part) { by.take(part); });
    delete last;
  }

  ndr::work_list<owned> pending_;
};

/// Leaves nothing in `value` that its destructor would recurse into.
template <class T>
void dismantle(T& value) noexcept {
  if constexpr (deep<T>()) dismantler().take(value);
}

}  // namespace detail

/// Destroys what `value` owns and leaves it as new. Lists and trees of std::unique_ptr and
/// std::vector are released without recursion, however deep they are: their own destructors would
/// need stack for every level. Stubs release what they hold in this way; programs that keep such
/// data do well to do the same.
///
/// Sees into the types of an interface, behind its stubs.
template <class T>
void release(T& value) noexcept {
  detail::dismantle(value);
  value = T();
}

}  // namespace rpc

#endif  // RPC_NDR_RELEASE_H
