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

/// Whether a T is an array of that shape, instead of its first element.
template <class Array, class T>
concept stands_in_place = requires { sizeof(codec<Array, T>); };

/// [range] on an array in place.
template <std::int64_t Low, std::int64_t High, class Array, class T>
  requires stands_in_place<Array, T>
struct codec<bounded<Low, High, Array>, T> : codec<Array, T> {
  static_assert(std::is_array_v<T>, "classes of the standard library have no [range]");
};

template <class Array, class T>
  requires stands_in_place<Array, T>
struct codec<disable_consistency_check<Array>, T> : codec<Array, T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_BOUNDED_H
