#ifndef RPC_NDR_UNION_H
#define RPC_NDR_UNION_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/lost.h>
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

/// A discriminant of type Tag and the arm of T that it selects, in place of both (C706 14.3.8).
///
/// NDR20 aligns the discriminant and the arm each to its own size; where Widest, the arm to the
/// largest of all arms (MS-RPCE 2.2.4.5). NDR64 aligns the whole and then the arm to the largest
/// of discriminant and arms, and adds no gap after it (MS-RPCE 2.2.5.3.4.4).
template <class T, class Tag, bool Widest, class TagShape = plain>
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

    /// Calls `use(arm)` for the arm that `tag` selects; false if there is none.
    template <class Use>
    static bool select(std::int64_t tag, Use&& use) {
      bool found = false;
      (void)detail::in_turn{
          0, (found = found || (Arm::selection::contain(tag) && (use(Arm{}), true)), 0)...};
      return found;
    }
  };
  using choices = all<typename layout<T>::arms>;

  template <class S>
  static constexpr std::size_t whole_alignment() {
    return S::value == syntax::ndr64 ? wire<S>.alignment : 1;
  }
  template <class S>
  static constexpr std::size_t arm_alignment() {
    if (S::value == syntax::ndr64) return wire<S>.alignment;
    return Widest ? choices::template alignment<S> : 1;
  }

 public:
  template <class S>
  static constexpr form wire{
      .alignment = std::max(tag_codec::template wire<S>.alignment, choices::template alignment<S>),
      .size = tag_codec::template wire<S>.size,
      .fixed = false};

  template <class Reader>
  static void get_tag(Reader& r, const char* name, Tag& tag) {
    r.take(whole_alignment<typename Reader::syntax>(), 0);
    [[maybe_unused]] const auto scope = r.enter(name);
    ndr::get<TagShape>(r, tag, tag);
  }

  /// Reads the arm that `tag` selects. The pointers of an arm that the caller has in place mean
  /// something only if `before` was the discriminant for them too.
  template <class Reader>
  static void get_arm(Reader& r, T& value, std::int64_t tag, checked before) {
    r.take(arm_alignment<typename Reader::syntax>(), 0);
    if (r.failed()) return;
    bool kept = false;
    if constexpr (Reader::storage::keeps_existing) {
      const bool known = r.existing() && before.valid();
      kept = known && before.value() == tag;
      if (known && !kept) lost_arm<typename layout<T>::arms>::tell(r, value, before.value());
    }
    if (!kept) std::memset(static_cast<void*>(&value), 0, sizeof value);
    // The sizes in an arm are constants, which any union tells.
    const void* outer = r.exchange_before(&value);
    const bool known = choices::select(tag, [&]<class Arm>(Arm) {
      if constexpr (!Arm::empty) {
        [[maybe_unused]] const auto scope = r.enter(Arm::name);
        with_member<Arm>(value, [&](auto& m) { ndr::get<typename Arm::shape>(r, m, value); });
        if (r.failed()) r.at(Arm::name);
      }
    });
    r.exchange_before(outer);
    if (!known) r.fail(status::bad_stub_data, {"the discriminant ", tag, " selects no arm"});
  }
};

/// A non-encapsulated union: the discriminant that travels with it is a parameter or field of its
/// own as well; both must agree.
template <auto Tag, class T>
  requires std::is_union_v<T>
struct codec<switched<Tag>, T> {
 private:
  using tag_type = typename layout<T>::tag;
  using whole = discriminated<T, tag_type, has_ms_union<layout<T>>>;

 public:
  template <class S>
  static constexpr form wire = whole::template wire<S>;

  template <class Reader, class Self>
  static void get(Reader& r, T& value, const Self& self) {
    tag_type tag{};
    whole::get_tag(r, "tag", tag);
    if (r.failed()) return;
    const std::int64_t number = checked(tag).value();
    correlate<Tag>(r, self, static_cast<std::uint64_t>(number), "the union's discriminant");
    checked before;
    if constexpr (Reader::storage::keeps_existing) before = r.before(&evaluate<Tag, Self>);
    whole::get_arm(r, value, number, before);
  }
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
  using whole =
      discriminated<typename choice::type, typename tag::type, false, typename tag::shape>;

 public:
  template <class S>
  static constexpr form wire = whole::template wire<S>;

  template <class Reader, class Self>
  static void get(Reader& r, T& value, const Self&) {
    checked before, now;
    with_member<tag>(value, [&](auto& number) {
      if constexpr (Reader::storage::keeps_existing) before = checked(number);
      whole::get_tag(r, tag::name, number);
      now = checked(number);
    });
    if (r.failed()) return r.at(tag::name);
    r.set_field(choice::name);
    [[maybe_unused]] const auto scope = r.enter(choice::name);
    with_member<choice>(value, [&](auto& u) { whole::get_arm(r, u, now.value(), before); });
    if (r.failed()) r.at(choice::name);
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_UNION_H
