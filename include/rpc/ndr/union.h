#ifndef RPC_NDR_UNION_H
#define RPC_NDR_UNION_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/reader.h>
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

/// A non-encapsulated union: its discriminant, then the arm that it selects (C706 14.3.8). The
/// discriminant is a parameter or field of its own as well; both must agree.
///
/// NDR20 aligns the discriminant and the arm each to its own size; with [ms_union] the arm to the
/// largest of all arms (MS-RPCE 2.2.4.5). NDR64 aligns the union and then the arm to the largest of
/// discriminant and arms, and adds no gap after it (MS-RPCE 2.2.5.3.4.4).
template <auto Tag, class T>
  requires std::is_union_v<T>
struct codec<switched<Tag>, T> {
 private:
  using tag_type = typename layout<T>::tag;
  using tag_codec = codec<plain, tag_type>;

  template <class Arm>
  static constexpr bool holds_data = !Arm::empty;

  template <class S, class Arm>
  static constexpr form arm_form() {
    if constexpr (holds_data<Arm>) {
      return codec<typename Arm::shape, typename Arm::type>::template wire<S>;
    } else {
      return {};
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
      return ((Arm::selection::contain(tag) && (use(Arm{}), true)) || ...);
    }
  };
  using choices = all<typename layout<T>::arms>;

 public:
  template <class S>
  static constexpr form wire{
      .alignment = std::max(tag_codec::template wire<S>.alignment, choices::template alignment<S>),
      .size = tag_codec::template wire<S>.size,
      .fixed = false};

  template <class Writer, class Self>
  static void put(Writer& w, const T& value, const Self& self) {
    using S = typename Writer::syntax;
    const checked tag = Tag(self);
    if (!tag.valid() || !tag_fits(tag.value())) {
      w.fail(status::invalid_tag, {"the discriminant ", tag.value(), " cannot travel"});
      return;
    }
    w.claim(union_alignment<S>(), 0);
    ndr::put<plain>(w, static_cast<tag_type>(tag.value()), self);
    w.claim(arm_alignment<S>(), 0);
    const bool known = choices::select(tag.value(), [&]<class Arm>(Arm) {
      if constexpr (holds_data<Arm>) {
        ndr::put<typename Arm::shape>(w, value.*Arm::member, self);
        if (w.failed()) w.at(Arm::name);
      }
    });
    if (!known) w.fail(status::invalid_tag, {"the discriminant ", tag.value(), " selects no arm"});
  }

  template <class Reader, class Self>
  static void get(Reader& r, T& value, const Self& self) {
    using S = typename Reader::syntax;
    r.take(union_alignment<S>(), 0);
    tag_type tag{};
    {
      [[maybe_unused]] const auto scope = r.enter("tag");
      ndr::get<plain>(r, tag, self);
    }
    r.take(arm_alignment<S>(), 0);
    if (r.failed()) return;
    const std::int64_t number = checked(tag).value();
    correlate<Tag>(r, self, static_cast<std::uint64_t>(number), "the union's discriminant");
    if (!keeps_arm<Reader, Self>(r, number))
      std::memset(static_cast<void*>(&value), 0, sizeof value);
    const bool known = choices::select(number, [&]<class Arm>(Arm) {
      if constexpr (holds_data<Arm>) {
        [[maybe_unused]] const auto scope = r.enter(Arm::name);
        ndr::get<typename Arm::shape>(r, value.*Arm::member, self);
        if (r.failed()) r.at(Arm::name);
      }
    });
    if (!known) r.fail(status::bad_stub_data, {"the discriminant ", number, " selects no arm"});
  }

 private:
  template <class S>
  static constexpr std::size_t union_alignment() {
    return S::value == syntax::ndr64 ? wire<S>.alignment : 1;
  }
  template <class S>
  static constexpr std::size_t arm_alignment() {
    if (S::value == syntax::ndr64) return wire<S>.alignment;
    return has_ms_union<layout<T>> ? choices::template alignment<S> : 1;
  }

  static bool tag_fits(std::int64_t tag) {
    if constexpr (std::is_integral_v<tag_type> && !std::is_same_v<tag_type, bool>) {
      return tag >= static_cast<std::int64_t>(std::numeric_limits<tag_type>::min()) &&
             tag <= static_cast<std::int64_t>(std::numeric_limits<tag_type>::max());
    } else {
      return true;  // an enumeration checks its own values
    }
  }

  // The pointers of an arm that the caller has in place mean something only if the arm stays.
  template <class Reader, class Self>
  static bool keeps_arm(Reader& r, std::int64_t tag) {
    if constexpr (!Reader::storage::keeps_existing) return false;
    const checked before = r.before(&evaluate<Tag, Self>);
    return r.existing() && before.valid() && before.value() == tag;
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_UNION_H
