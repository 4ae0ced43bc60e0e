#pragma once

#include <rpc/rpc.h>

#include <string>

namespace shop {
inline namespace v2 {
struct price {
  std::int64_t cents;
  std::string currency;
};
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20185", 2, 0)]] orders {
struct order {
  std::int32_t id;
  price paid;
};
order place([[rpc::in]] const price &offered);
} // namespace orders
} // namespace v2
} // namespace shop

inline namespace v1 {
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20186", 1, 0)]] returns {
void take([[rpc::in]] const shop::orders::order &back);
} // namespace returns
} // namespace v1

inline namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20187", 1, 0)]] prices {
shop::price find([[rpc::in]] const std::string &name);
} // namespace prices

[[rpc::stubs(shop::orders)]];
[[rpc::stubs]];
