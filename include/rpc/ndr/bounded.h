#ifndef RPC_NDR_BOUNDED_H
#define RPC_NDR_BOUNDED_H

#include <rpc/ndr/form.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/slot.h>
#include <rpc/ndr/string.h>
#include <rpc/ndr/varying.h>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace rpc::ndr {

/// [range] on an array: the count that comes after `Ahead` others must lie within Low to High
/// (MS-RPCE 3.1.1.5.3.2). It is looked at before anything is read or allocated.
template <std::int64_t Low, std::int64_t High, std::size_t Ahead>
struct bound {
  template <class Reader>
  static bool holds(Reader& r) {
    const auto count = r.peek_count(Ahead);  // if there is none, what reads it says so
    if (!count || (std::cmp_greater_equal(*count, Low) && std::cmp_less_equal(*count, High)))
      return true;
    r.fail(status::bad_stub_data,
           {"a count of ", *count, " is outside the range ", Low, " to ", High});
    return false;
  }
};

/// What a count of an array comes behind, where the array is the referent of a pointer.
template <class Array>
constexpr std::size_t counts_ahead = 0;  // it is max_count
template <>
inline constexpr std::size_t counts_ahead<string> = 2;  // max_count, offset
template <std::size_t N>
constexpr std::size_t counts_ahead<fixed_string<N>> = 1;  // offset
template <std::size_t N, auto Length, auto First, class Element>
constexpr std::size_t counts_ahead<varying<N, Length, First, Element>> = 1;

template <std::int64_t Low, std::int64_t High, class Array, class T>
struct referent<bounded<Low, High, Array>, T> : referent<Array, T> {
  template <class Reader, class Self>
  static void get(Reader& r, slot<T> into, const Self& self, room_of<Reader> old) {
    if (bound<Low, High, counts_ahead<Array>>::holds(r))
      referent<Array, T>::get(r, into, self, old);
  }
};

/// Whether a T is an array of that shape, instead of its first element.
template <class Array, class T>
concept stands_in_place = requires { sizeof(codec<Array, T>); };

/// In place, strings and varying arrays begin with their offset.
template <std::int64_t Low, std::int64_t High, class Array, class T>
  requires stands_in_place<Array, T>
struct codec<bounded<Low, High, Array>, T> : codec<Array, T> {
  template <class Reader, class Self>
  static void get(Reader& r, T& value, const Self& self) {
    if (bound<Low, High, 1>::holds(r)) codec<Array, T>::get(r, value, self);
  }
};

/// At the end of a structure the count is the max_count before it.
template <std::int64_t Low, std::int64_t High, class Array, class T>
  requires stands_in_place<Array, T> && open_ended<codec<Array, T>>
struct codec<bounded<Low, High, Array>, T> : codec<Array, T> {
  template <class Reader>
  static std::size_t take_max_count(Reader& r) {
    return bound<Low, High, 0>::holds(r) ? codec<Array, T>::take_max_count(r) : 0;
  }
};

template <class Array, class T>
struct referent<disable_consistency_check<Array>, T> : referent<Array, T> {};
template <class Array, class T>
  requires stands_in_place<Array, T>
struct codec<disable_consistency_check<Array>, T> : codec<Array, T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_BOUNDED_H
