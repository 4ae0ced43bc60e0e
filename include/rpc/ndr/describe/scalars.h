#ifndef RPC_NDR_DESCRIBE_SCALARS_H
#define RPC_NDR_DESCRIBE_SCALARS_H

#include <rpc/ndr/describe/base.h>
#include <rpc/ndr/scalar.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace rpc::ndr {

template <arithmetic T>
struct described<plain, T, void> {
  static constexpr descriptor value =
      base_of<codec<plain, T>, T>(std::is_same_v<T, bool> ? construct::boolean : construct::number);
};
template <>
struct described<plain, std::byte, void> {
  static constexpr descriptor value =
      base_of<codec<plain, std::byte>, std::byte>(construct::number);
};
template <class T>
  requires std::is_enum_v<T>
struct described<plain, T, void> {
  using bounds = typename codec<plain, T>::template kind<ndr20>;
  static constexpr integer_descriptor value{base_of<codec<plain, T>, T>(construct::enumeration),
                                            std::is_signed_v<std::underlying_type_t<T>>,
                                            bounds::low, bounds::high};
};
template <class T>
struct described<int3264, T, void> {
  static constexpr integer_descriptor value{base_of<codec<int3264, T>, T>(construct::int3264),
                                            std::is_signed_v<T>};
};
template <std::int64_t Low, std::int64_t High, class T>
struct described<range<Low, High>, T, void> {
  static constexpr ranged_descriptor value{
      base_of<codec<range<Low, High>, T>, T>(construct::ranged), &described<plain, T, void>::value,
      [](const void* number) { return checked(*static_cast<const T*>(number)); }, Low, High};
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_SCALARS_H
