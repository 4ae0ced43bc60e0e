// How calls end: statuses in the place of exceptions, and results that a caller may not want.
#pragma once
#include <rpc/rpc.h>

namespace [[rpc::interface("a3d0f7c1-6b1e-4e0b-8c57-5d1f0e9b2c02", 1, 0)]] outcomes {

void comm([[rpc::in]] std::uint32_t code, [[rpc::out, rpc::comm_status]] std::uint32_t* status);
[[rpc::fault_status]] std::uint32_t fault([[rpc::in]] std::uint32_t code);
[[rpc::comm_status]] std::uint32_t both([[rpc::in]] std::uint32_t code,
                                        [[rpc::out, rpc::fault_status]] std::uint32_t& status);

struct position {
  std::int32_t x;
  [[rpc::string, rpc::unique]] char* name;
};
std::int32_t move_left([[rpc::in, rpc::out, rpc::unique, rpc::partial_ignore]] position* previous,
                       [[rpc::in]] std::uint32_t n,
                       [[rpc::in, rpc::out, rpc::unique, rpc::partial_ignore,
                         rpc::size_is(n)]] std::int32_t* trail);

[[rpc::comm_status, rpc::fault_status]] std::uint32_t feed(
    [[rpc::in]] rpc::pipe<std::uint8_t>& data);

}  // namespace outcomes

[[rpc::stubs]];
