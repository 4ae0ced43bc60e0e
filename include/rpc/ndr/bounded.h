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
#include <type_traits>
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

/// How many counts come before the one that [range] is about, where the array is the referent of a
/// pointer.
template <class Array>
struct counts_ahead;
template <auto Size, class Element>
struct counts_ahead<conformant<Size, Element>> : std::integral_constant<std::size_t, 0> {};
template <auto Size>
struct counts_ahead<sized_string<Size>> : std::integral_constant<std::size_t, 0> {};
template <auto Size, auto Length, auto First, class Element>
struct counts_ahead<conformant_varying<Size, Length, First, Element>>
    : std::integral_constant<std::size_t, 0> {};
template <>  // max_count, offset
struct counts_ahead<string> : std::integral_constant<std::size_t, 2> {};
template <std::size_t N>  // offset
struct counts_ahead<fixed_string<N>> : std::integral_constant<std::size_t, 1> {};
template <std::size_t N, auto Length, auto First, class Element>
struct counts_ahead<varying<N, Length, First, Element>> : std::integral_constant<std::size_t, 1> {};

template <std::int64_t Low, std::int64_t High, class Array, class T>
struct referent<bounded<Low, High, Array>, T> : referent<Array, T> {
  template <class Reader, class Self>
  static void get(Reader& r, slot<T> into, const Self& self, room_of<Reader> old) {
    if (bound<Low, High, counts_ahead<Array>::value>::holds(r))
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
  static_assert(std::is_array_v<T>, "classes of the standard library have no [range]");
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
