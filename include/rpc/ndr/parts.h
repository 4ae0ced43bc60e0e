#ifndef RPC_NDR_PARTS_H
#define RPC_NDR_PARTS_H

#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/wire_form.h>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace rpc::detail {

template <class... T>
struct types {};

/// What an object of type T consists of, or owns: the types, and each such object handed to `use`.
/// Of types that have a destructor; one that is not known here does not compile.
template <class T>
struct parts;
template <class C, class Traits, class A>
struct parts<std::basic_string<C, Traits, A>> {
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
template <class T>
struct parts<std::shared_ptr<T>> {
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
      (void)in_turn{0, (use(value.*F::member), 0)...};
    }
  };
  using all = members<typename ndr::layout<T>::members>;
  using list = typename all::list;
  template <class Use>
  static void each(T& value, Use use) {
    all::each(value, use);
  }
};
/// What the program presents is its own business.
template <class T>
  requires requires(const T& value) { wire_form<T>::to_wire(value); }
struct parts<T> {
  using list = types<>;
};

/// Whether a T has nothing to release.
template <class T>
inline constexpr bool owns_nothing =
    std::is_unbounded_array_v<T> || std::is_trivially_destructible_v<std::remove_all_extents_t<T>>;

/// Whether a T may own a T again through others, so that its destructor would recurse as deep as
/// the data are.
template <class T, class... Outer>
constexpr bool deep() {
  if constexpr (owns_nothing<T>) {
    return false;
  } else if constexpr ((std::is_same_v<T, Outer> || ...)) {
    return true;
  } else {
    return []<class... Part>(types<Part...>) {
      return any_of<deep<Part, T, Outer...>()...>;
    }(typename parts<T>::list{});
  }
}

}  // namespace rpc::detail

#endif  // RPC_NDR_PARTS_H
