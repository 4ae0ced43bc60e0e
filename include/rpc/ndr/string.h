#ifndef RPC_NDR_STRING_H
#define RPC_NDR_STRING_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/slot.h>
#include <rpc/ndr/varying.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

namespace rpc::ndr {

/// What strings of all shapes share: offset, actual_count and the characters up to and including
/// the terminator (C706 14.3.4).
template <class C>
struct characters {
  using run = elements<plain, C>;

  static_assert(sizeof(C) == 1 || std::is_same_v<C, char16_t>, "strings are of bytes or char16_t");

  /// Characters up to and including the terminator.
  static std::size_t length(const C* first) {
    if constexpr (sizeof(C) == 1) {
      return std::strlen(reinterpret_cast<const char*>(first)) + 1;
    } else {
      return std::char_traits<C>::length(first) + 1;
    }
  }

  /// The same of at most `most`; zero if there is no terminator among them.
  static std::size_t length(const C* first, std::size_t most) {
    const C* end = nullptr;
    if constexpr (sizeof(C) == 1) {
      end = static_cast<const C*>(std::memchr(first, 0, most));
    } else {
      end = std::char_traits<C>::find(first, most, C{});
    }
    return end == nullptr ? 0 : static_cast<std::size_t>(end - first) + 1;
  }

  /// The counts, checked against `most` elements and what is left; zero after a failure.
  template <class Reader>
  static std::size_t get_length(Reader& r, std::uint64_t most) {
    const std::uint64_t offset = r.take_count("offset");
    const std::uint64_t actual = r.take_count("actual_count");
    if (r.failed()) return 0;
    if (offset != 0) {
      r.fail(status::bad_stub_data, {"a string begins at element ", offset, " instead of 0"});
    } else if (actual == 0 || actual > most) {
      r.fail(status::bad_stub_data,
             {"a string of ", actual, " elements, its terminator included, in an array of ", most});
    }
    return r.failed() ? 0 : r.elements(actual, sizeof(C));
  }

  template <class Reader>
  static void require_terminator(Reader& r, const C* first, std::size_t length) {
    if (!r.failed() && first[length - 1] != C{})
      r.fail(status::bad_stub_data, {"a string without a terminator"});
  }

  template <class Reader, class Self>
  static void get(Reader& r, C* first, std::size_t length, const Self& self) {
    run::get(r, first, length, self);
    require_terminator(r, first, length);
  }
};

/// [string] C*: max_count is the length.
template <class C>
  requires std::is_scalar_v<C>
struct referent<string, C> {
  using chars = characters<C>;

  template <class Self>
  static checked room(const C* first, const Self&) {
    return checked(chars::length(first));
  }

  template <class Reader, class Self>
  static void get(Reader& r, slot<C> into, const Self& self, room_of<Reader> old) {
    const std::uint64_t most = r.take_count("max_count");
    const std::size_t length = chars::get_length(r, most);
    if (length == 0) return;
    if constexpr (Reader::storage::keeps_existing)
      if (old.existing && !old.elements.valid()) old.elements = room(into.get(), self);
    if (!fits(r, old, length)) return;
    if (C* there = use_in_message<typename chars::run, C>(r, length, self)) {
      chars::require_terminator(r, there, length);
      into.set(there);
    } else if (C* to = place(r, into, old.existing, length * sizeof(C), false)) {
      chars::get(r, to, length, self);
    }
  }
};

/// [string, size_is(n)] C*: max_count is n, and so is the storage, which the receiver may fill
/// (server-stub-memory, SizedString).
template <auto Size, class C>
struct referent<sized_string<Size>, C> {
  using chars = characters<C>;

  template <class Reader, class Self>
  static void get(Reader& r, slot<C> into, const Self& self, room_of<Reader> old) {
    const std::uint64_t most = r.take_count("max_count");
    const std::size_t length = chars::get_length(r, most);
    if (length == 0) return;
    correlate<Size>(r, self, most, "max_count");
    if (!fits(r, old, length)) return;
    if (C* to = place_sparse(r, into, old.existing, most)) chars::get(r, to, length, self);
  }
};

/// [string] C s[N] as a parameter: varying, no max_count (C706 14.3.4.1).
template <std::size_t N, class C>
struct referent<fixed_string<N>, C> {
  using chars = characters<C>;

  template <class Reader, class Self>
  static void get(Reader& r, slot<C> into, const Self& self, room_of<Reader> old) {
    const std::size_t length = chars::get_length(r, N);
    if (length == 0) return;
    if (C* to = place_sparse(r, into, old.existing, N)) chars::get(r, to, length, self);
  }
};

/// [string] C[N] in a structure: the same in place.
template <class C, std::size_t N>
struct codec<string, C[N]> {
  using chars = characters<C>;

  template <class S>
  static constexpr form wire = varying_form<S, typename chars::run>;

  template <class Reader, class Self>
  static void get(Reader& r, C (&value)[N], const Self& self) {
    const std::size_t length = chars::get_length(r, N);
    if (length == 0) return;
    clear_around(r, value, N, {0, length});
    chars::get(r, value, length, self);
  }
};

/// [string, size_is(n)] as the last member of a structure.
template <auto Size, class C>
struct sized_string_tail : sparse_tail<Size, C> {
  using chars = characters<C>;

  template <class S>
  static constexpr form wire = varying_form<S, typename chars::run>;

  template <class Reader, class Self>
  static void get(Reader& r, C* first, const Self& self) {
    correlate<Size>(r, self, r.conformance(), "max_count");
    const std::size_t length = chars::get_length(r, r.conformance());
    if (length != 0) chars::get(r, first, length, self);
  }
};

template <auto Size, class C>
struct codec<sized_string<Size>, C[]> : sized_string_tail<Size, C> {};
template <auto Size, class C>
struct codec<sized_string<Size>, C[1]> : sized_string_tail<Size, C> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STRING_H
