#ifndef SHAPES_H
#define SHAPES_H

#include <rpc/rpc.h>
#include <third.h>

namespace [[rpc::interface("7c2a1f40-5d0e-4b6b-9a55-0d3c6f1b2e18", 1, 0)]] shapes {

std::int32_t area([[rpc::in]] point corner);

}  // namespace shapes

[[rpc::stubs]];

#endif
