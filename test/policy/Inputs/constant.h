#pragma once
#include <rpc/rpc.h>

namespace [[rpc::interface("2e6a8d3c-5f0e-4b4a-9d7c-7a1f3f0c9b11", 1, 0)]] constant {
const int f();
[[rpc::suppress("uuid-bad")]] int g();
}
