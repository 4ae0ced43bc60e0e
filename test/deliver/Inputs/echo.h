#pragma once
#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0),
            rpc::pointer_default(unique)]] echo {

struct node {
  std::int32_t value;
  [[rpc::unique]] node *next;
};

void add_one([[rpc::in]] std::uint32_t value, [[rpc::out]] std::uint32_t *result);
void reverse([[rpc::in]] std::uint32_t count,
             [[rpc::in, rpc::out, rpc::size_is(count)]] std::uint8_t *data);
std::int64_t sum([[rpc::in]] const node *list);

} // namespace echo

[[rpc::stubs]];
