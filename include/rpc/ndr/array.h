#ifndef RPC_NDR_ARRAY_H
#define RPC_NDR_ARRAY_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/text.h>
#include <rpc/ndr/writer.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <type_traits>

namespace rpc::ndr {

/// Arrays of these are explained as a whole: bytes and characters.
template <class Shape, class T>
constexpr bool reads_as_text =
    std::is_same_v<Shape, plain> && !std::is_same_v<T, bool> && !std::is_class_v<T> &&
    (std::is_same_v<T, std::byte> || std::is_same_v<T, char16_t> ||
     (std::is_integral_v<T> && sizeof(T) == 1));

/// How an object travels as an element of an array: as anywhere else.
template <class Shape, class T>
struct array_element : codec<Shape, T> {};

/// But NDR20 has no referent ids for an array of [ref] pointers, and no padding in their place:
/// only the referents, which come later (C706 14.3.12, as the code of DCE has it). A structure is
/// aligned as if there were ids.
template <class Pointee, class T>
struct array_element<ref<Pointee>, T> : codec<ref<Pointee>, T> {
  using pointer = codec<ref<Pointee>, T>;

  // Not used where they lie in a message (server-stub-memory, "Memory Allocation for Inbound
  // Data").
  template <class S>
  static constexpr form wire{.alignment = pointer::template wire<S>.alignment,
                             .size = S::ids_of_ref_elements ? pointer::template wire<S>.size : 0,
                             .fixed = S::ids_of_ref_elements};

  template <class Reader, class Self>
  static void get(Reader& r, T& value, const Self& self) {
    pointer::get_later(r, value, self);
  }
};

/// The elements of an array, one after the other: no counts.
template <class Shape, class T, class Element = array_element<Shape, T>>
struct elements {
  using element = Element;

  template <class S>
  static constexpr form one = element::template wire<S>;
  /// Bytes from one element to the next, where all are of one size.
  template <class S>
  static constexpr std::size_t stride = align_up(one<S>.size, one<S>.alignment);
  /// The least bytes that an element takes; a count is held against it before anything else.
  template <class S>
  static constexpr std::size_t least() {
    // What has no bytes itself holds [ref] pointers, whose referents have.
    return std::max<std::size_t>(one<S>.size, 1);
  }
  /// Bytes of `count` elements, without a gap behind the last.
  template <class S>
  static constexpr std::size_t extent(std::size_t count) {
    return count == 0 ? 0 : stride<S> * (count - 1) + one<S>.size;
  }
  template <class S>
  static constexpr form array(std::size_t count) {
    form f = one<S>;
    f.size = extent<S>(count);
    return f;
  }

  /// `before` elements of the array were read earlier.
  template <class Reader, class Self>
  static void get(Reader& r, T* first, std::size_t count, const Self& self,
                  std::uint64_t before = 0) {
    using S = typename Reader::syntax;
    if (count == 0) return;
    if constexpr (one<S>.fixed) {
      if (const std::byte* at = r.take(one<S>.alignment, extent<S>(count)))
        load(r, at, first, count, self, before);
    } else {
      for (std::size_t i = 0; i < count && !r.failed(); ++i) {
        [[maybe_unused]] const auto scope = enter_element(r, before + i);
        element::get(r, first[i], self);
      }
    }
  }

  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, T* first, std::size_t count, const Self& self,
                   [[maybe_unused]] std::uint64_t before = 0) {
    using S = typename Reader::syntax;
    if constexpr (array<S>(1).verbatim && !Reader::tracing) {
      if (!r.swapped()) {
        if (static_cast<const void*>(first) != at)
          std::memcpy(static_cast<void*>(first), at, count * sizeof(T));
        return;
      }
    }
    if constexpr (Reader::tracing && reads_as_text<Shape, T>) {
      for (std::size_t i = 0; i < count; ++i) first[i] = r.template load<T>(at + i * sizeof(T));
      r.leaf(at, count * sizeof(T), sizeof(T), {},
             [&] { return text_of(std::span<const T>(first, count)); });
      return;
    }
    for (std::size_t i = 0; i < count && !r.failed(); ++i) {
      [[maybe_unused]] const auto scope = enter_element(r, before + i);
      element::load(r, at + i * stride<S>, first[i], self);
    }
  }

 private:
  template <class Reader>
  static auto enter_element(Reader& r, [[maybe_unused]] std::uint64_t i) {
    if constexpr (Reader::tracing) {
      return r.enter('[' + std::to_string(i) + ']');
    } else {
      return 0;
    }
  }
};

/// A fixed array: its elements (C706 14.3.3.1).
template <std::size_t N, class Element, class T>
struct codec<fixed<N, Element>, T[N]> {
  using run = elements<Element, T>;

  template <class S>
  static constexpr form wire = run::template array<S>(N);

  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, T (&value)[N], const Self& self) {
    run::load(r, at, value, N, self);
  }
  template <class Reader, class Self>
  static void get(Reader& r, T (&value)[N], const Self& self) {
    run::get(r, value, N, self);
  }
};

template <class T, std::size_t N>
struct codec<plain, T[N]> : codec<fixed<N>, T[N]> {};

/// The conformant array at the end of a structure, declared `T a[]` or `T a[1]`. Its max_count has
/// been hoisted before the structure (C706 14.3.7.2).
template <auto Size, class Element, class T>
struct conformant_tail {
  using run = elements<Element, T>;
  static constexpr bool open = true;
  template <class S>
  static constexpr std::size_t elements_offset = 0;

  // Of arrays with another dimension, none is used in place (server-stub-memory, "Memory Allocation
  // for Inbound Data").
  template <class S>
  static constexpr form wire{.alignment = run::template one<S>.alignment,
                             .size = 0,
                             .fixed = false,
                             .in_place = run::template array<S>(1).in_place && !std::is_array_v<T>,
                             .verbatim = run::template array<S>(1).verbatim};
  static constexpr bool sparse = false;

  /// The number of elements.
  template <class Self>
  static checked open_count(const T*, const Self& self) {
    return Size(self);
  }
  /// The bytes of `count` elements in memory.
  static constexpr std::size_t open_extent(std::size_t count) { return count * sizeof(T); }
  static constexpr std::size_t open_size(std::size_t count) { return count * sizeof(T); }
  template <class Reader>
  static std::size_t take_max_count(Reader& r) {
    using S = typename Reader::syntax;
    return r.elements(r.take_count("max_count"), run::template least<S>());
  }

  template <class Reader, class Self>
  static void get(Reader& r, T* first, const Self& self) {
    correlate<Size>(r, self, r.conformance(), "max_count");
    run::get(r, first, static_cast<std::size_t>(r.conformance()), self);
  }
};

template <auto Size, class Element, class T>
struct codec<conformant<Size, Element>, T[]> : conformant_tail<Size, Element, T> {};
template <auto Size, class Element, class T>
struct codec<conformant<Size, Element>, T[1]> : conformant_tail<Size, Element, T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_ARRAY_H
