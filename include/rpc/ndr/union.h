#ifndef RPC_NDR_UNION_H
#define RPC_NDR_UNION_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/member.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/scalar.h>
#include <rpc/ndr/writer.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

namespace rpc::ndr {

/// Whether a layout says [ms_union].
template <class Layout>
concept has_ms_union = requires { requires Layout::ms_union; };

/// The form of a discriminant and an arm; `arms` is the largest alignment of all arms.
constexpr form discriminated_form(const form& tag, std::size_t arms) {
  return {.alignment = std::max(tag.alignment, arms), .size = tag.size, .fixed = false};
}

/// A discriminant of type Tag and the arm of T that it selects, in place of both (C706 14.3.8).
///
/// NDR20 aligns the discriminant and the arm each to its own size; where Widest, the arm to the
/// largest of all arms (MS-RPCE 2.2.4.5). NDR64 aligns the whole and then the arm to the largest
/// of discriminant and arms, and adds no gap after it (MS-RPCE 2.2.5.3.4.4).
template <class T, class Tag>
struct discriminated {
 private:
  using tag_codec = codec<plain, Tag>;

  template <class S, class Arm>
  static constexpr form arm_form() {
    if constexpr (Arm::empty) {
      return {};
    } else {
      return codec<typename Arm::shape, typename Arm::type>::template wire<S>;
    }
  }

  template <class Arms>
  struct all;
  template <class... Arm>
  struct all<arms<Arm...>> {
    template <class S>
    static constexpr std::size_t alignment =
        std::max({std::size_t{1}, arm_form<S, Arm>().alignment...});
  };
  using choices = all<typename layout<T>::arms>;

 public:
  template <class S>
  static constexpr form wire =
      discriminated_form(tag_codec::template wire<S>, choices::template alignment<S>);
};

/// A non-encapsulated union: the discriminant that travels with it is a parameter or field of its
/// own as well; both must agree.
template <auto Tag, class T>
  requires std::is_union_v<T>
struct codec<switched<Tag>, T> {
 private:
  using tag_type = typename layout<T>::tag;
  using whole = discriminated<T, tag_type>;

 public:
  template <class S>
  static constexpr form wire = whole::template wire<S>;
};

/// An encapsulated union: a structure of a discriminant and a union, of which the discriminant
/// travels once. [ms_union] does not concern it, and in NDR64 it has no gap at its end.
template <class T>
  requires std::is_class_v<T> && encapsulated<layout<T>>
struct codec<plain, T> {
 private:
  template <class Members>
  struct parts;
  template <class Tag, class Union>
  struct parts<fields<Tag, Union>> {
    using tag = Tag;
    using choice = Union;
  };
  using tag = typename parts<typename layout<T>::members>::tag;
  using choice = typename parts<typename layout<T>::members>::choice;
  using whole = discriminated<typename choice::type, typename tag::type>;

 public:
  template <class S>
  static constexpr form wire = whole::template wire<S>;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_UNION_H
