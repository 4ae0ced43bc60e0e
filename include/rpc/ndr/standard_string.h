#ifndef RPC_NDR_STANDARD_STRING_H
#define RPC_NDR_STANDARD_STRING_H

#include <rpc/ndr/pointer_like.h>
#include <rpc/ndr/string.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rpc::ndr {

/// What std::basic_string and std::basic_string_view share: a [string] as a pointee
/// (C706 14.3.4.2), which has no room for a zero.
template <class C>
struct standard_text {
  using chars = characters<C>;

  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::count),
                             .size = 3 * sizeof(typename S::count),
                             .fixed = false};
};

template <class C, class A>
struct codec<string, std::basic_string<C, std::char_traits<C>, A>> : standard_text<C> {};

/// Received, a view leads into the message or the memory of the call.
template <class C>
struct codec<string, std::basic_string_view<C>> : standard_text<C> {};

template <class C, class A>
struct pointer_like<std::basic_string<C, std::char_traits<C>, A>> {
  using object = std::basic_string<C, std::char_traits<C>, A>;
  static const object* look(const object& value) { return &value; }
  static object* make(reader&, object& value) { return &value; }
  static void clear(object& value) { value.clear(); }
};

template <class C>
struct pointer_like<std::basic_string_view<C>> {
  using object = std::basic_string_view<C>;
  static const object* look(const object& value) { return &value; }
  static object* make(reader&, object& value) { return &value; }
  static void clear(object& value) { value = {}; }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STANDARD_STRING_H
