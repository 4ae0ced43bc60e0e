#ifndef TEST_PROPERTY_FILL_MEMBERS_H
#define TEST_PROPERTY_FILL_MEMBERS_H

#include <rpc/ndr/checked.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/member.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "values.h"

// What a size or a discriminant expression depends on is filled first, like any number; then the
// expression is evaluated, and numbers change until it is a count, or selects an arm.

namespace rpc::test {

/// fill(values&, T&, const Self&): a value that has T's place already.
template <class Shape, class T>
struct random_value;

/// The type of the elements of an open end, by that of the member that has it.
template <class T>
struct open_end;
template <class Element, std::size_t N>
struct open_end<Element[N]> {
  using element = Element;
};
template <class Element>
struct open_end<Element[]> : open_end<Element[1]> {};
template <class T>
  requires std::is_class_v<T>
struct open_end<T> {
  template <class... F>
  static std::tuple_element_t<sizeof...(F) - 1, std::tuple<F...>> last_of(ndr::fields<F...>);
  using last = decltype(last_of(typename ndr::layout<T>::members{}));
  using element = typename open_end<typename last::type>::element;
};

/// One object, which may have an open end.
template <class Shape, class T>
struct random_object {
  template <class Self>
  static T* make(values& v, const Self& self) {
    T* made = room(v);
    random_value<Shape, T>::fill(v, *made, self);
    return made;
  }

  /// For one object that is not filled yet.
  static T* room(values& v) {
    using object = ndr::codec<Shape, T>;
    if constexpr (ndr::open_ended<object>) {
      return static_cast<T*>(v.bytes(sizeof(T) + v.most() * sizeof(typename open_end<T>::element)));
    } else {
      return v.room<T>(1);
    }
  }
};

/// make(values&, const Self&): what a pointer leads to.
template <class Shape, class T>
struct random_referent : random_object<Shape, T> {};

template <class Member>
inline constexpr bool depends = ndr::expressions<typename Member::shape>::any;

template <class Member, class Self>
void fill_member(values& v, Self& self) {
  ndr::with_member<Member>(self, [&]<class M>(M& member) {
    random_value<typename Member::shape, M>::fill(v, member, self);
  });
}

/// The discriminants of a union, or of one that a pointer leads to: values that its tag should
/// have.
template <class T>
void add_discriminants(std::vector<std::int64_t>& to) {
  using object = std::remove_cv_t<std::remove_all_extents_t<T>>;
  if constexpr (std::is_pointer_v<object>) {
    add_discriminants<std::remove_pointer_t<object>>(to);
  } else if constexpr (std::is_union_v<object>) {
    const auto add = [&]<auto... Values>(ndr::cases<Values...>) {
      (to.push_back(static_cast<std::int64_t>(Values)), ...);
    };
    [&]<class... Arm>(ndr::arms<Arm...>) {
      (
          [&] {
            if constexpr (!std::is_same_v<typename Arm::selection, ndr::any_other>)
              add(typename Arm::selection{});
          }(),
          ...);
    }(typename ndr::layout<object>::arms{});
  }
}

/// Fills the members that depend on others; says how many are rejected.
template <class... Member, class Self>
int fill_dependent(values& v, Self& self) {
  const auto fill = [&]<class M>(std::type_identity<M>) {
    if constexpr (depends<M>) fill_member<M>(v, self);
    return v.was_rejected() ? 1 : 0;
  };
  return (fill(std::type_identity<Member>{}) + ...);
}

/// Fills one of the members on which others depend again, and takes it back if more are rejected
/// then.
template <class M, class... Member, class Self>
void improve(values& v, Self& self, int& rejected) {
  using number = std::remove_all_extents_t<typename M::type>;
  if constexpr (!depends<M> && std::is_scalar_v<number>) {
    if (rejected == 0 || !v.one_in(2)) return;
    std::byte* const at = reinterpret_cast<std::byte*>(&self) + ndr::offset_of_member<M, Self>();
    typename M::type old;
    std::memcpy(&old, at, sizeof old);
    fill_member<M>(v, self);
    const int now = fill_dependent<Member...>(v, self);
    if (now > rejected)
      std::memcpy(at, &old, sizeof old);
    else
      rejected = now;
  }
}

/// All members of a structure or a frame.
template <template <class...> class List, class... Member, class Self>
void fill_members(values& v, [[maybe_unused]] Self& self, List<Member...>) {
  std::vector<std::int64_t> hints;
  (add_discriminants<typename Member::type>(hints), ...);
  values::object scope(v, std::move(hints));
  [[maybe_unused]] const auto fill_independent = [&]<class M>(std::type_identity<M>) {
    if constexpr (!depends<M>) fill_member<M>(v, self);
  };
  (fill_independent(std::type_identity<Member>{}), ...);
  if constexpr ((depends<Member> || ...)) {
    scope.seek();
    int rejected = fill_dependent<Member...>(v, self);
    for (int rounds = 0; rejected > 0; ++rounds) {
      if (rounds == 100'000)
        throw std::logic_error("random values do not find sizes and tags that go together");
      (improve<Member, Member...>(v, self, rejected), ...);
    }
  }
}

template <class Element, class T, class Self>
void fill_elements(values& v, T* first, std::size_t count, const Self& self) {
  for (std::size_t i = 0; i < count; ++i) random_value<Element, T>::fill(v, first[i], self);
}

/// The value of a size expression. One and a rejection if there cannot be so many elements: other
/// expressions may read the first one before the size gets another value.
inline std::size_t count_of(values& v, ndr::checked size) {
  if (size.is_count() && static_cast<std::uint64_t>(size.value()) <= v.most())
    return static_cast<std::size_t>(size.value());
  v.reject();
  return 1;
}

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_MEMBERS_H
