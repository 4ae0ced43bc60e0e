#ifndef RPC_NDR_STANDARD_VARIANT_H
#define RPC_NDR_STANDARD_VARIANT_H

#include <rpc/ndr/dismantle.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/scalar.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/writer.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <variant>

namespace rpc::ndr {

/// std::variant: an encapsulated union whose discriminant is the index of the alternative in 32
/// bits (C706 14.3.8). std::monostate is an arm without data.
template <class... Shapes, class... T>
struct codec<alternatives<Shapes...>, std::variant<T...>> {
 private:
  template <class S, class Shape, class Arm>
  static constexpr std::size_t arm_alignment() {
    if constexpr (std::is_same_v<Arm, std::monostate>) {
      return 1;
    } else {
      return codec<Shape, Arm>::template wire<S>.alignment;
    }
  }

 public:
  template <class S>
  static constexpr form wire{
      .alignment = std::max({std::size_t{4}, arm_alignment<S, Shapes, T>()...}),
      .size = 4,
      .fixed = false};
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STANDARD_VARIANT_H
