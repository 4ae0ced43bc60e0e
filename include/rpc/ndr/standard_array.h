#ifndef RPC_NDR_STANDARD_ARRAY_H
#define RPC_NDR_STANDARD_ARRAY_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/pointer_like.h>

#include <array>
#include <cstddef>
#include <vector>

namespace rpc::ndr {

/// std::array: its elements, as of a fixed array (C706 14.3.3.1).
template <std::size_t N, class Element, class T>
struct codec<fixed<N, Element>, std::array<T, N>> {
  using run = elements<Element, T>;
  static_assert(N > 0, "an array of no size could be repeated without end");

  template <class S>
  static constexpr form wire = run::template array<S>(N);

  template <class Writer, class Self>
  static void store(Writer& w, std::byte* at, const std::array<T, N>& value, const Self& self) {
    run::store(w, at, value.data(), N, self);
  }
  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, std::array<T, N>& value, const Self& self) {
    run::load(r, at, value.data(), N, self);
  }
  template <class Writer, class Self>
  static void put(Writer& w, const std::array<T, N>& value, const Self& self) {
    run::put(w, value.data(), N, self);
  }
  template <class Reader, class Self>
  static void get(Reader& r, std::array<T, N>& value, const Self& self) {
    run::get(r, value.data(), N, self);
  }
};

template <class T, std::size_t N>
struct codec<plain, std::array<T, N>> : codec<fixed<N>, std::array<T, N>> {};

/// std::vector: max_count and the elements (C706 14.3.3.2).
template <class Element, class T, class A>
struct codec<counted<Element>, std::vector<T, A>> {
  using run = elements<Element, T>;

  template <class S>
  static constexpr form wire{
      .alignment = sizeof(typename S::count), .size = sizeof(typename S::count), .fixed = false};

  template <class Writer, class Self>
  static void put(Writer& w, const std::vector<T, A>& value, const Self& self) {
    w.put_count(value.size());
    run::put(w, value.data(), value.size(), self);
  }

  template <class Reader, class Self>
  static void get(Reader& r, std::vector<T, A>& value, const Self& self) {
    using S = typename Reader::syntax;
    const std::size_t count = r.elements(r.take_count("max_count"), run::template least<S>());
    if (r.failed() || !r.charge(count * sizeof(T))) return;
    release(value);
    value.resize(count);
    run::get(r, value.data(), count, self);
  }
};

template <class T, class A>
struct pointer_like<std::vector<T, A>> {
  using object = std::vector<T, A>;
  static const object* look(const object& value) { return &value; }
  template <class Reader>
  static object* make(Reader&, object& value) {
    return &value;
  }
  static void clear(object& value) { release(value); }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STANDARD_ARRAY_H
