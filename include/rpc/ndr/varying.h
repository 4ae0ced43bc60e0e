#ifndef RPC_NDR_VARYING_H
#define RPC_NDR_VARYING_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/slot.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <type_traits>

namespace rpc::ndr {

/// The elements of an array that travel.
struct part {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// Offset and actual_count (C706 14.3.3.3), by their expressions.
template <auto Length, auto First>
struct part_of {
  static constexpr bool has_first = !std::is_null_pointer_v<decltype(First)>;

  /// Reads them, and holds them against `most` elements and, at `least` bytes each, against what is
  /// left of the message. Nothing after a failure.
  template <class Reader, class Self>
  static std::optional<part> get(Reader& r, std::uint64_t most, std::size_t least,
                                 const Self& self) {
    const std::uint64_t first = r.take_count("offset");
    const std::uint64_t count = r.take_count("actual_count");
    if (r.failed()) return std::nullopt;
    if (first > most || count > most - first) {
      r.fail(status::bad_stub_data, {"the part that travels begins at element ", first, " and has ",
                                     count, ", of an array of ", most});
      return std::nullopt;
    }
    if constexpr (has_first) {
      correlate<First>(r, self, first, "offset");
    } else if (first != 0) {
      r.fail(status::bad_stub_data, {"an array begins at element ", first, " instead of 0"});
    }
    correlate<Length>(r, self, count, "actual_count");
    const part found{static_cast<std::size_t>(first), r.elements(count, least)};
    return r.failed() ? std::nullopt : std::optional(found);
  }
};

/// The form of an array with offset and actual_count before its elements.
template <class S, class Run>
constexpr form varying_form{
    .alignment = std::max(sizeof(typename S::count), Run::template one<S>.alignment),
    .size = 2 * sizeof(typename S::count),
    .fixed = false};

/// Server: zeros the elements that did not travel. In a client's storage they stay as they are.
template <class Reader, class T>
void clear_around(Reader&, T* first, std::size_t count, part read) {
  if constexpr (!Reader::storage::keeps_existing) {
    const std::size_t end = read.first + read.count;
    std::memset(static_cast<void*>(first), 0, read.first * sizeof(T));
    std::memset(static_cast<void*>(first + end), 0, (count - end) * sizeof(T));
  }
}

/// T a[N] as a parameter: the varying array that a pointer leads to. Never used in the message
/// (server-stub-memory, "Memory Allocation for Inbound Data").
template <std::size_t N, auto Length, auto First, class Element, class T>
struct referent<varying<N, Length, First, Element>, T> {
  using run = elements<Element, T>;
  using counts = part_of<Length, First>;

  template <class Reader, class Self>
  static void get(Reader& r, slot<T> into, const Self& self, room_of<Reader> old) {
    const auto read = counts::get(r, N, run::template least<typename Reader::syntax>(), self);
    if (!read) return;
    if (T* to = place_sparse(r, into, old.existing, N))
      run::get(r, to + read->first, read->count, self);
  }
};

/// T[N] in a structure: the same in place.
template <std::size_t N, auto Length, auto First, class Element, class T>
struct codec<varying<N, Length, First, Element>, T[N]> {
  using run = elements<Element, T>;
  using counts = part_of<Length, First>;

  template <class S>
  static constexpr form wire = varying_form<S, run>;

  template <class Reader, class Self>
  static void get(Reader& r, T (&value)[N], const Self& self) {
    const auto read = counts::get(r, N, run::template least<typename Reader::syntax>(), self);
    if (!read) return;
    clear_around(r, value, N, *read);
    run::get(r, value + read->first, read->count, self);
  }
};

/// A conformant and varying array: max_count tells the storage, which the receiver may fill, and
/// offset and actual_count the elements in the message (C706 14.3.3.4). Never used there.
template <auto Size, auto Length, auto First, class Element, class T>
struct referent<conformant_varying<Size, Length, First, Element>, T> {
  using run = elements<Element, T>;
  using counts = part_of<Length, First>;

  template <class Reader, class Self>
  static void get(Reader& r, slot<T> into, const Self& self, room_of<Reader> old) {
    const std::uint64_t most = r.take_count("max_count");
    const auto read = counts::get(r, most, run::template least<typename Reader::syntax>(), self);
    if (!read || !fits(r, old, read->first + read->count)) return;
    correlate<Size>(r, self, most, "max_count");
    if (T* to = place_sparse(r, into, old.existing, most))
      run::get(r, to + read->first, read->count, self);
  }
};

/// What arrays have in common that end a structure and of which not all elements need travel: a
/// max_count which no message bounds.
template <auto Size, class T>
struct sparse_tail {
  static constexpr bool open = true;
  static constexpr bool sparse = true;
  template <class S>
  static constexpr std::size_t elements_offset = 0;

  template <class Self>
  static checked open_count(const T*, const Self& self) {
    return Size(self);
  }
  static constexpr std::size_t open_extent(std::size_t count) { return count * sizeof(T); }
  static constexpr std::size_t open_size(std::size_t count) { return count * sizeof(T); }
  template <class Reader>
  static std::size_t take_max_count(Reader& r) {
    const std::uint64_t count = r.take_count("max_count");
    // Half, so that the members before the array can be added.
    if (count > std::numeric_limits<std::size_t>::max() / 2 / sizeof(T)) {
      r.fail(status::out_of_memory, {"no memory for ", count, " elements"});
      return 0;
    }
    return static_cast<std::size_t>(count);
  }
};

/// A conformant and varying array at the end of a structure; max_count has been hoisted before the
/// structure, offset and actual_count stand before the elements (C706 14.3.7.2).
template <auto Size, auto Length, auto First, class Element, class T>
struct conformant_varying_tail : sparse_tail<Size, T> {
  using run = elements<Element, T>;
  using counts = part_of<Length, First>;

  template <class S>
  static constexpr form wire = varying_form<S, run>;

  template <class Reader, class Self>
  static void get(Reader& r, T* first, const Self& self) {
    correlate<Size>(r, self, r.conformance(), "max_count");
    const auto read =
        counts::get(r, r.conformance(), run::template least<typename Reader::syntax>(), self);
    if (read) run::get(r, first + read->first, read->count, self);
  }
};

template <auto Size, auto Length, auto First, class Element, class T>
struct codec<conformant_varying<Size, Length, First, Element>, T[]>
    : conformant_varying_tail<Size, Length, First, Element, T> {};
template <auto Size, auto Length, auto First, class Element, class T>
struct codec<conformant_varying<Size, Length, First, Element>, T[1]>
    : conformant_varying_tail<Size, Length, First, Element, T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_VARYING_H
