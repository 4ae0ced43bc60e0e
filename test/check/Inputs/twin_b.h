#pragma once
#include <rpc/rpc.h>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20195", 1, 0)]] newer {
void put([[rpc::in]] std::int32_t n);
}
