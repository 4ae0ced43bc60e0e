#ifndef SECOND_H
#define SECOND_H

#include <rpc/rpc.h>

#include <cstdint>

namespace second_types {

// What interfaces share.
struct POINT {
  std::int32_t x;
  std::int32_t y;
};

enum COLOUR { RED, GREEN };

constexpr std::int32_t LARGEST = 100;

}  // namespace second_types

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f316", 1, 0)]] second {

using SHARED [[rpc::range(0, 9)]] = std::int32_t;

void Keep([[rpc::in]] SHARED value);

}  // namespace second

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f317", 1, 0)]] third {

using second::SHARED;

void Lose([[rpc::in]] SHARED value);

}  // namespace third

[[rpc::stubs]];

#endif
