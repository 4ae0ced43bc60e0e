#ifndef RPC_NDR_STANDARD_STRING_H
#define RPC_NDR_STANDARD_STRING_H

#include <rpc/ndr/pointer_like.h>
#include <rpc/ndr/string.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rpc::ndr {

/// What std::basic_string and std::basic_string_view share: a [string] behind a pointer
/// (C706 14.3.4.2), which has no room for a zero.
template <class C>
struct standard_text {
  using chars = characters<C>;

  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::count),
                             .size = 3 * sizeof(typename S::count),
                             .fixed = false};

  /// Elements up to the terminator, which is there; zero after a failure.
  template <class Reader>
  static std::size_t get_length(Reader& r) {
    return chars::get_length(r, r.take_count("max_count"));
  }
};

template <class C, class A>
struct codec<string, std::basic_string<C, std::char_traits<C>, A>> : standard_text<C> {
  using text = standard_text<C>;

  template <class Reader, class Self>
  static void get(Reader& r, std::basic_string<C, std::char_traits<C>, A>& value,
                  const Self& self) {
    const std::size_t length = text::get_length(r);
    if (length == 0 || !r.charge(length * sizeof(C))) return;
    value.resize(length);
    text::chars::get(r, value.data(), length, self);
    // As for a char*, the text ends at the first zero.
    if (!r.failed()) value.resize(text::chars::length(value.data()) - 1);
  }
};

/// Received, a view leads into the message or the memory of the call.
template <class C>
struct codec<string, std::basic_string_view<C>> : standard_text<C> {
  using text = standard_text<C>;

  template <class Reader, class Self>
  static void get(Reader& r, std::basic_string_view<C>& value, const Self& self) {
    static_assert(!Reader::storage::keeps_existing, "a result needs an owner: std::basic_string");
    C* first = nullptr;
    referent<string, C>::get(r, slot<C>(&first), self, {});
    if (!r.failed()) value = {first, text::chars::length(first) - 1};
  }
};

template <class C, class A>
struct pointer_like<std::basic_string<C, std::char_traits<C>, A>> {
  using object = std::basic_string<C, std::char_traits<C>, A>;
  static const object* look(const object& value) { return &value; }
  template <class Reader>
  static object* make(Reader&, object& value) {
    return &value;
  }
  static void clear(object& value) { value.clear(); }
};

template <class C>
struct pointer_like<std::basic_string_view<C>> {
  using object = std::basic_string_view<C>;
  static const object* look(const object& value) { return &value; }
  template <class Reader>
  static object* make(Reader&, object& value) {
    return &value;
  }
  static void clear(object& value) { value = {}; }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STANDARD_STRING_H
