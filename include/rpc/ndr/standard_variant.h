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
  using variant = std::variant<T...>;

  template <class S, class Shape, class Arm>
  static constexpr std::size_t arm_alignment() {
    if constexpr (std::is_same_v<Arm, std::monostate>) {
      return 1;
    } else {
      return codec<Shape, Arm>::template wire<S>.alignment;
    }
  }

  // NDR64 aligns the whole and then the arm to the widest of all; NDR20 each to its own.
  template <class S>
  static constexpr std::size_t whole_alignment() {
    return S::value == syntax::ndr64 ? wire<S>.alignment : 1;
  }

  /// Calls `use` with the shape, the type and the index of alternative `index`, if it has data.
  template <class Use>
  static void select(std::size_t index, Use use) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ((index == I ? use.template operator()<Shapes, T, I>() : void()), ...);
    }(std::index_sequence_for<T...>{});
  }

 public:
  template <class S>
  static constexpr form wire{
      .alignment = std::max({std::size_t{4}, arm_alignment<S, Shapes, T>()...}),
      .size = 4,
      .fixed = false};

  template <class Reader, class Self>
  static void get(Reader& r, variant& value, const Self& self) {
    using S = typename Reader::syntax;
    r.take(whole_alignment<S>(), 0);
    std::uint32_t index = 0;
    {
      [[maybe_unused]] const auto scope = r.enter("tag");
      ndr::get<plain>(r, index, self);
    }
    r.take(whole_alignment<S>(), 0);
    if (r.failed()) return;
    if (index >= sizeof...(T)) {
      r.fail(status::bad_stub_data, {"the discriminant ", index, " selects no arm"});
      return;
    }
    detail::dismantle(value);
    select(index, [&]<class Shape, class Arm, std::size_t I>() {
      [[maybe_unused]] Arm& arm = value.template emplace<I>();
      if constexpr (!std::is_same_v<Arm, std::monostate>) ndr::get<Shape>(r, arm, self);
    });
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STANDARD_VARIANT_H
