#ifndef FIRST_H
#define FIRST_H

#include "second.h"

#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f314", 1, 0)]] first {

using second::SHARED;
using second_types::COLOUR;
using second_types::LARGEST;
using second_types::POINT;

struct LINE {
  POINT From;
  COLOUR Paint;
};

void Draw([[rpc::in]] LINE* line, [[rpc::in, rpc::range(0, LARGEST)]] std::int32_t width,
          [[rpc::in]] SHARED shared);

}  // namespace first

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f315", 1, 0)]] another {

using first::LINE;

void Erase([[rpc::in]] LINE* line);

}  // namespace another

[[rpc::stubs]];

#endif
